package io.sluice.ops.demo;

/**
 * Fixed pseudo-random numbers from ids, so that one id always falls to the same side whatever the seed of the show.
 *
 * <p>The finaliser is SplitMix64's: Steele, Lea, Flood, <i>Fast splittable pseudorandom number generators</i>, 2014.
 */
final class Scatter {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Scatter() {}

    /** Sixty-four well mixed bits of the pair. */
    static long mix(final long first, final long second) {
        long z = (first * GOLDEN_GAMMA) ^ (second + GOLDEN_GAMMA);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 inclusive to 1 exclusive. */
    static double unit(final long first, final long second) {
        return (mix(first, second) >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 inclusive to {@code bound} exclusive. */
    static int below(final int bound, final long first, final long second) {
        return (int) Long.remainderUnsigned(mix(first, second), bound);
    }
}
