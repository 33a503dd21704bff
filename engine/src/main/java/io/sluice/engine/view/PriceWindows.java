package io.sluice.engine.view;

import java.util.Arrays;

/**
 * The flash prices of an offer: ascending half-open spans of core time, each with its price. Immutable.
 */
public final class PriceWindows {
    /** No window: the list price always. */
    public static final PriceWindows NONE = new PriceWindows(new long[0]);

    private static final int FIELDS = 3;

    private final long[] values;

    /**
     * Windows from a flat array.
     *
     * @param values  from (epoch ms), to (epoch ms, exclusive) and price (fen) of each window in turn, ascending; the
     *                array is the window's from now on.
     */
    public PriceWindows(final long[] values) {
        if (values.length % FIELDS != 0) {
            throw new IllegalArgumentException("values=" + values.length);
        }
        this.values = values;
    }

    /** How many windows there are. */
    public int count() {
        return values.length / FIELDS;
    }

    /** Start of a window, epoch ms. */
    public long fromMs(final int index) {
        return values[index * FIELDS];
    }

    /** End of a window, epoch ms, exclusive. */
    public long toMs(final int index) {
        return values[index * FIELDS + 1];
    }

    /** Price in a window, fen. */
    public long priceFen(final int index) {
        return values[index * FIELDS + 2];
    }

    /** The price at a moment: of the window it lies in, else {@code listPriceFen}. */
    public long priceFenAt(final long timeMs, final long listPriceFen) {
        for (int i = 0; i < count(); i++) {
            if (timeMs >= fromMs(i) && timeMs < toMs(i)) {
                return priceFen(i);
            }
        }
        return listPriceFen;
    }

    /** The first start or end of a window after a moment, epoch ms; Long.MAX_VALUE when none is left. */
    public long nextChangeMs(final long timeMs) {
        for (int i = 0; i < count(); i++) {
            if (fromMs(i) > timeMs) {
                return fromMs(i);
            }
            if (toMs(i) > timeMs) {
                return toMs(i);
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PriceWindows windows && Arrays.equals(values, windows.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
