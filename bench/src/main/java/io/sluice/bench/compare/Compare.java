package io.sluice.bench.compare;

import java.io.IOException;
import java.nio.file.Path;

/** The command behind {@code bench/compare}. */
public final class Compare {
    private static final int WRONG_USAGE = 2;

    private Compare() {}

    /** Prints the comparison of two files; ends the process with 2 and a sentence on stderr when they cannot be compared. */
    public static void main(final String[] args) {
        if (args.length != 2) {
            fail("bench/compare BASE.json NEW.json");
            return;
        }
        try {
            final Comparison comparison =
                    new Comparison(JmhFile.read(Path.of(args[0])), JmhFile.read(Path.of(args[1])));
            System.out.print(comparison.text());
        } catch (final IOException unusable) {
            fail(unusable.getMessage());
        }
    }

    private static void fail(final String sentence) {
        System.err.println(sentence);
        System.exit(WRONG_USAGE);
    }
}
