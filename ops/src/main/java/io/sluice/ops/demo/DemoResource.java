package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The demo's material on the class path. */
final class DemoResource {
    private static final String FOLDER = "/demo/";

    private DemoResource() {}

    /**
     * Opens a resource as text; the caller closes it.
     *
     * @param name file name below {@code demo/}; one that ends in {@code .gz} is inflated on the way
     * @throws IOException if the resource is missing or does not inflate
     */
    static BufferedReader open(final String name) throws IOException {
        final InputStream in = DemoResource.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new FileNotFoundException("missing from the class path: " + FOLDER + name);
        }
        return new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? inflate(in) : in, StandardCharsets.UTF_8));
    }

    private static InputStream inflate(final InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, 1 << 14);
        } catch (final IOException ex) {
            in.close();
            throw ex;
        }
    }
}
