package io.sluice.bench.load.report;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Between which bounds the ratio of two runs' means lies, judged by how their seconds vary: a moving-block bootstrap (Kunsch
 * 1989), for neighbouring seconds are not independent. Where both runs played the same scenario the same seconds are drawn of
 * both, so that the ups and downs that were asked for do not count as noise. What differs from run to run and not from second
 * to second, such as another machine, it cannot see. The same series give the same bounds.
 */
final class Bootstrap {
    /** Fewer seconds than this are not judged. */
    static final int LEAST_SECONDS = 10;

    private static final int SAMPLES = 2_000;
    private static final int BLOCK_SECONDS = 5;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private Bootstrap() {}

    /** The 95 % bounds of mean(b) / mean(a), each run's seconds drawn on their own; null when there is too little to judge. */
    static Bounds ratio(final double[] a, final double[] b) {
        final double[] knownA = known(a);
        final double[] knownB = known(b);
        if (Math.min(knownA.length, knownB.length) < LEAST_SECONDS) {
            return null;
        }
        final SplittableRandom random = new SplittableRandom(1);
        return bounds(
                mean(knownB) / mean(knownA),
                () -> mean(knownB, draw(knownB.length, random)) / mean(knownA, draw(knownA.length, random)));
    }

    /** The same, of the seconds in which both runs have a value, drawn together. */
    static Bounds pairedRatio(final double[] a, final double[] b) {
        final int[] both = IntStream.range(0, Math.min(a.length, b.length))
                .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
                .toArray();
        if (both.length < LEAST_SECONDS) {
            return null;
        }
        final double[] knownA = Arrays.stream(both).mapToDouble(i -> a[i]).toArray();
        final double[] knownB = Arrays.stream(both).mapToDouble(i -> b[i]).toArray();
        final SplittableRandom random = new SplittableRandom(1);
        return bounds(mean(knownB) / mean(knownA), () -> {
            final int[] drawn = draw(both.length, random);
            return mean(knownB, drawn) / mean(knownA, drawn);
        });
    }

    /** Null when a sample without anything makes a ratio meaningless. */
    private static Bounds bounds(final double ratio, final DoubleSupplier sample) {
        final double[] ratios =
                DoubleStream.generate(sample).limit(SAMPLES).sorted().toArray();
        final double low = ratios[(int) (LOW * SAMPLES)];
        final double high = ratios[(int) (HIGH * SAMPLES)];
        return Double.isFinite(low) && Double.isFinite(high) ? new Bounds(ratio, low, high) : null;
    }

    /** As many seconds as there are, in blocks of neighbours. */
    private static int[] draw(final int length, final SplittableRandom random) {
        final int[] drawn = new int[length];
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (i % BLOCK_SECONDS == 0) {
                from = random.nextInt(length - BLOCK_SECONDS + 1);
            }
            drawn[i] = from + i % BLOCK_SECONDS;
        }
        return drawn;
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double mean(final double[] values, final int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    }

    private static double[] known(final double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /**
     * What the seconds say.
     *
     * @param ratio  of the means over all seconds.
     * @param low    its lower bound.
     * @param high   its upper one.
     */
    record Bounds(double ratio, double low, double high) {
        /** Whether the two runs differ by more than their seconds vary. */
        boolean excludeOne() {
            return low > 1 || high < 1;
        }
    }
}
