package io.sluice.bench.load.report;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Between which bounds the ratio of two runs' means lies, judged by how their seconds vary: a moving-block bootstrap (Kunsch
 * 1989), for neighbouring seconds are not independent. What differs from run to run and not from second to second, such as
 * another machine, it cannot see. The same series give the same bounds.
 */
final class Bootstrap {
    /** Fewer seconds than this are not judged. */
    static final int LEAST_SECONDS = 10;

    private static final int SAMPLES = 2_000;
    private static final int BLOCK_SECONDS = 5;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private Bootstrap() {}

    /** The 95 % bounds of mean(b) / mean(a); null when there is too little to judge. */
    static Bounds ratio(final double[] a, final double[] b) {
        final double[] knownA = known(a);
        final double[] knownB = known(b);
        if (Math.min(knownA.length, knownB.length) < LEAST_SECONDS
                || Arrays.stream(knownA).sum() == 0) {
            return null;
        }
        final SplittableRandom random = new SplittableRandom(1);
        final double[] ratios = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            ratios[i] = resampledMean(knownB, random) / resampledMean(knownA, random);
        }
        Arrays.sort(ratios);
        final double low = ratios[(int) (LOW * SAMPLES)];
        final double high = ratios[(int) (HIGH * SAMPLES)];
        return Double.isFinite(low) && Double.isFinite(high) ? new Bounds(low, high) : null;
    }

    private static double resampledMean(final double[] values, final SplittableRandom random) {
        double sum = 0;
        for (int taken = 0; taken < values.length; ) {
            final int from = random.nextInt(values.length - BLOCK_SECONDS + 1);
            for (int i = from; i < from + BLOCK_SECONDS && taken < values.length; i++) {
                sum += values[i];
                taken++;
            }
        }
        return sum / values.length;
    }

    private static double[] known(final double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** From, to. */
    record Bounds(double low, double high) {
        /** Whether the two runs differ by more than their seconds vary. */
        boolean excludeOne() {
            return low > 1 || high < 1;
        }
    }
}
