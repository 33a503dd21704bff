package io.sluice.bench.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.openjdk.jmh.Main;

/**
 * JMH's own command line, with two things added. The packages that the jar's manifest opens are opened to the forked
 * processes as well, which are not started with {@code -jar} and so do not see the manifest. And {@code journal DIRECTORY
 * STREAM RECORDS} writes a journal for other programs to be timed on.
 */
public final class Benchmarks {
    private static final String OPENS = "Add-Opens";
    private static final String EXPORTS = "Add-Exports";

    private Benchmarks() {}

    /** Runs JMH with the given arguments; {@code -h} explains them. */
    public static void main(final String[] args) throws IOException {
        if (args.length == 4 && "journal".equals(args[0])) {
            BenchJournal.write(Path.of(args[1]), BenchJournal.stream(args[2]), Integer.parseInt(args[3]));
            return;
        }
        final List<String> all = new ArrayList<>(List.of(args));
        all.add("-jvmArgsPrepend");
        all.add(String.join(" ", moduleOptions()));
        Main.main(all.toArray(String[]::new));
    }

    private static List<String> moduleOptions() {
        final Attributes manifest = ownManifest();
        final List<String> options = new ArrayList<>();
        for (final String opened : packagesOf(manifest, OPENS)) {
            options.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        for (final String exported : packagesOf(manifest, EXPORTS)) {
            options.add("--add-exports=" + exported + "=ALL-UNNAMED");
        }
        options.add("-Dchronicle.analytics.disable=true");
        return options;
    }

    private static List<String> packagesOf(final Attributes manifest, final String name) {
        return Arrays.asList(manifest.getValue(name).trim().split("\\s+", -1));
    }

    private static Attributes ownManifest() {
        try {
            final Enumeration<URL> manifests = Benchmarks.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
            while (manifests.hasMoreElements()) {
                try (InputStream stream = manifests.nextElement().openStream()) {
                    final Attributes attributes = new Manifest(stream).getMainAttributes();
                    if (attributes.getValue(OPENS) != null) {
                        return attributes;
                    }
                }
            }
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalStateException("run the benchmarks from their jar: its manifest opens what they need");
    }
}
