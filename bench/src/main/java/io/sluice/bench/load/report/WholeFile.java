package io.sluice.bench.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears under its name when it is whole. */
final class WholeFile {
    static final String PART_ENDING = ".part";

    private WholeFile() {}

    /** Writes it; one of that name is replaced. A failure names the file. */
    static void write(final Path file, final byte[] content) throws IOException {
        final Path part = file.resolveSibling(file.getFileName() + PART_ENDING);
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (final IOException failure) {
            throw new IOException(file + ": cannot be written: " + failure.getMessage(), failure);
        }
    }
}
