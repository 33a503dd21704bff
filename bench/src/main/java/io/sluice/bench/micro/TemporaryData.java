package io.sluice.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Data directories of benchmarks, below {@code java.io.tmpdir}: the disk it lies on is the one that is measured. */
final class TemporaryData {
    private TemporaryData() {}

    static Path create() throws IOException {
        return Files.createTempDirectory("sluice-bench");
    }

    /** Deletes a directory with all it holds. */
    static void delete(final Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            final List<Path> deepestFirst =
                    files.sorted(Comparator.reverseOrder()).toList();
            for (final Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
