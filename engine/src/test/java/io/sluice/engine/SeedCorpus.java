package io.sluice.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the inputs of a fuzz target are kept: what its maker makes of real encodings, and what was found with them. A build
 * tries each; the fuzzer begins with them.
 */
public record SeedCorpus(Path directory) {
    /** The inputs of a target, in the module that the test runs in. */
    public static SeedCorpus of(final Class<?> target, final String method) {
        final String inputs = target.getName().replace('.', '/') + "Inputs";
        return new SeedCorpus(Path.of("src", "test", "resources", inputs, method));
    }

    /** Keeps one input. */
    public void keep(final String name, final byte[] input) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(name), input);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
