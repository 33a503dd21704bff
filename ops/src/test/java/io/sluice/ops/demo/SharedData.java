package io.sluice.ops.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Real input that may be measured but not shipped: the directory named by {@code -Dsluice.data}, else
 * {@code ../shared/data} beside the repository.
 */
public final class SharedData {
    private final Path directory;

    private SharedData(final Path directory) {
        this.directory = directory;
    }

    /** The data, or an aborted test that says what was looked for. */
    public static SharedData required() {
        final String named = System.getProperty("sluice.data");
        final Path directory = named != null
                ? Path.of(named)
                : repository().resolveSibling("shared").resolve("data");
        assumeTrue(
                Files.isDirectory(directory.resolve("A")),
                () -> "SKIPPED: the chat logs are not at " + directory + "; name their directory by -Dsluice.data");
        return new SharedData(directory.resolve("A"));
    }

    /** Where a file is. */
    public Path file(final String name) {
        return directory.resolve(name);
    }

    /** Opens a file as text; one that ends in {@code .gz} is inflated on the way. */
    BufferedReader open(final String name) throws IOException {
        final InputStream in = Files.newInputStream(directory.resolve(name));
        return new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("engine"))) {
            at = at.getParent();
        }
        return at;
    }
}
