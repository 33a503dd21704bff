package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One snapshot as its file's name tells; what it holds is not looked at.
 *
 * @param sequence  the last record the state includes.
 * @param bytes     the file's length.
 */
record SnapshotFile(long sequence, long bytes) {
    private static final String SUFFIX = ".snapshot";

    /** The snapshots of a data directory, oldest first. */
    static List<SnapshotFile> in(final JournalDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.snapshots())) {
            return List.of();
        }
        final List<Path> paths;
        try (Stream<Path> all = Files.list(directory.snapshots())) {
            paths = all.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        final List<SnapshotFile> snapshots = new ArrayList<>();
        for (final Path path : paths) {
            final String name = path.getFileName().toString();
            final long sequence = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
            snapshots.add(new SnapshotFile(sequence, Files.size(path)));
        }
        return snapshots;
    }

    JsonObject toJson() {
        return new JsonObject().put("sequence", sequence).put("bytes", bytes);
    }

    String toLine() {
        return "behind " + sequence + "  " + bytes + " bytes";
    }
}
