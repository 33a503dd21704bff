package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One snapshot as its file's name tells; what it holds is not looked at. Other files beside them are passed over.
 *
 * @param sequence  the last record the state includes.
 * @param bytes     the file's length.
 */
record SnapshotFile(long sequence, long bytes) {
    private static final Pattern NAME = Pattern.compile("00(\\d{18})\\.snapshot");

    /** The snapshots of a data directory, oldest first. */
    static List<SnapshotFile> in(final JournalDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.snapshots())) {
            return List.of();
        }
        final List<Path> paths;
        try (Stream<Path> all = Files.list(directory.snapshots())) {
            paths = all.sorted().toList();
        }
        final List<SnapshotFile> snapshots = new ArrayList<>();
        for (final Path path : paths) {
            final Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()) {
                sizeOf(path).ifPresent(bytes -> snapshots.add(new SnapshotFile(Long.parseLong(name.group(1)), bytes)));
            }
        }
        return snapshots;
    }

    /** Empty when a running engine has deleted the file meanwhile. */
    private static OptionalLong sizeOf(final Path path) throws IOException {
        try {
            return OptionalLong.of(Files.size(path));
        } catch (final NoSuchFileException gone) {
            return OptionalLong.empty();
        }
    }

    JsonObject toJson() {
        return new JsonObject().put("sequence", sequence).put("bytes", bytes);
    }

    String toLine() {
        return "behind " + sequence + "  " + bytes + " bytes";
    }
}
