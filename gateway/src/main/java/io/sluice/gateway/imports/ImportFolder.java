package io.sluice.gateway.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where lists lie from their first byte to their answer: a folder of the data directory, whose disk is watched. What a process
 * that was killed has left there goes at the next start. Any thread.
 */
final class ImportFolder {
    private static final String NAME = "imports";

    private final Path folder;
    private final AtomicLong files = new AtomicLong();

    /** The folder of a data directory; it need not be there. */
    ImportFolder(final Path dataDirectory) {
        folder = dataDirectory.resolve(NAME);
    }

    /** Another file than any before since the start; neither it nor its folder is made. */
    Path newFile() {
        return folder.resolve(files.incrementAndGet() + ".csv");
    }

    /** Deletes every file; while there are no lists. */
    void sweep() {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (final Path file : left) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("left lists in " + folder, e);
        }
    }
}
