package io.sluice.bench.load.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** The documents of this house, wherever in it the tests were started. */
final class Docs {
    private Docs() {}

    static Path file(final String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs").resolve(name))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs").resolve(name);
    }
}
