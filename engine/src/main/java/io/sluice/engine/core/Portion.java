package io.sluice.engine.core;

/** Parts of amounts in whole numbers, whatever the product of an amount and a part may be. */
final class Portion {
    private Portion() {}

    /**
     * amount * part / whole, rounded down. None is below 0, {@code whole} is above 0, and {@code part} is at most {@code
     * whole}, so that the result is at most the amount.
     */
    static long of(final long amount, final long part, final long whole) {
        final long high = Math.multiplyHigh(amount, part);
        final long low = amount * part;
        return high == 0 && low >= 0 ? low / whole : divide(high, low, whole);
    }

    /** Long division of 128 bits, bit by bit: the rest stays below {@code whole}, which has 63. */
    private static long divide(final long high, final long low, final long whole) {
        long rest = 0;
        long quotient = 0;
        for (int bit = 2 * Long.SIZE - 1; bit >= 0; bit--) {
            final long word = bit >= Long.SIZE ? high : low;
            rest = (rest << 1) | ((word >>> bit) & 1);
            quotient <<= 1;
            if (Long.compareUnsigned(rest, whole) >= 0) {
                rest -= whole;
                quotient |= 1;
            }
        }
        return quotient;
    }
}
