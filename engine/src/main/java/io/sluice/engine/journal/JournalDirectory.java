package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies where below a data directory.
 *
 * @param data  the data directory; need not exist.
 */
public record JournalDirectory(Path data) {
    /** Name of the file that remembers how far the journal was forced. */
    static final String FORCED_MARK = "forced";

    /** The journal's files. */
    public Path journal() {
        return data.resolve("journal");
    }

    /** The snapshots. */
    public Path snapshots() {
        return data.resolve("snapshots");
    }

    /** Locked by the process that writes here, and holding its process id. */
    public Path lockFile() {
        return data.resolve("lock");
    }

    /** Locked by the process that archives or prunes here, and holding its process id. */
    Path retentionLockFile() {
        return data.resolve("retention.lock");
    }

    /** The positions of the registered consumers. */
    Path consumers() {
        return data.resolve("consumers");
    }

    /** The file that remembers how far the journal was forced. */
    Path forcedMark() {
        return data.resolve(FORCED_MARK);
    }

    /** Blocks set aside for the file that is begun next. */
    Path spare() {
        return data.resolve("spare");
    }

    /** Makes the directories that are missing, and has the names of those above {@code data} on the disk as well. */
    void create() {
        try {
            createForced(data.toAbsolutePath());
            Files.createDirectories(journal());
            Files.createDirectories(snapshots());
        } catch (final IOException e) {
            throw new UncheckedIOException("data directory " + data, e);
        }
    }

    /** A journal that cannot be found is lost: what lies within is forced with the records, this is nobody else's to do. */
    private static void createForced(final Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createForced(directory.getParent());
            Files.createDirectories(directory);
            SegmentFiles.force(ChannelForcedFile::open, directory.getParent());
        }
    }
}
