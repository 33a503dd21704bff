package io.sluice.engine.view;

/**
 * How a show's sale went lately: sums for each span of {@link #SLOT_MS} of core time, for the last {@link #SLOTS} of them. It
 * takes nothing before the first order and about 9 KiB from then on, however much is sold. Changed by its {@link ShowBoard} only and read on that board's thread.
 */
public final class SalePace {
    /** How long a slot is, ms. */
    public static final int SLOT_MS = 10_000;
    /** How many slots are kept: half an hour. */
    public static final int SLOTS = 180;

    /** What is summed up. */
    public enum Series {
        /** Orders that were reserved. */
        RESERVED,
        /** Orders that were paid. */
        PAID,
        /** Orders that were refused. */
        REFUSED,
        /** Money that orders were paid with, fen. */
        PAID_FEN,
        /** Money that went back, fen. */
        REFUNDED_FEN
    }

    private static final Series[] ALL = Series.values();
    private static final long[] NONE = {};

    /** Of each cell the slot that it holds. */
    private long[] numbers = NONE;

    private long[][] sums;

    SalePace() {}

    /** Number of the slot that a moment of core time, epoch ms, lies in. */
    public static long slotAt(final long timeMs) {
        return timeMs / SLOT_MS;
    }

    /** The sum of a slot by its number; 0 when it is too old to be known or yet to come. */
    public long sum(final Series series, final long slot) {
        if (numbers == NONE) {
            return 0;
        }
        final int cell = (int) (slot % SLOTS);
        return numbers[cell] == slot ? sums[series.ordinal()][cell] : 0;
    }

    void add(final Series series, final long timeMs, final long amount) {
        if (numbers == NONE) {
            numbers = new long[SLOTS];
            sums = new long[ALL.length][SLOTS];
        }
        final long slot = slotAt(timeMs);
        final int cell = (int) (slot % SLOTS);
        if (numbers[cell] != slot) {
            numbers[cell] = slot;
            for (final long[] each : sums) {
                each[cell] = 0;
            }
        }
        sums[series.ordinal()][cell] += amount;
    }
}
