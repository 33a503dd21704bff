package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordHash;

/** Offers and quantities of an order or a refund, at most {@link ProtocolLimits#MAX_LINES}. */
public final class LineRequests {
    private final long[] offers = new long[ProtocolLimits.MAX_LINES];
    private final int[] quantities = new int[ProtocolLimits.MAX_LINES];
    private int size;

    /** Adds a line; one too many is only counted, and makes the request invalid. */
    public LineRequests add(final long offer, final int quantity) {
        if (size < ProtocolLimits.MAX_LINES) {
            offers[size] = offer;
            quantities[size] = quantity;
        }
        size++;
        return this;
    }

    /** Number of lines. */
    public int size() {
        return size;
    }

    /** A line's offer. */
    public long offer(final int line) {
        return offers[line];
    }

    /** A line's units. */
    public int quantity(final int line) {
        return quantities[line];
    }

    void clear() {
        size = 0;
    }

    boolean areValid() {
        if (size > ProtocolLimits.MAX_LINES) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (quantities[i] < 1 || quantities[i] > ProtocolLimits.MAX_QUANTITY) {
                return false;
            }
        }
        return true;
    }

    /** Units that all lines together ask of one offer. */
    long unitsOfOffer(final long offer) {
        long units = 0;
        for (int i = 0; i < size; i++) {
            if (offers[i] == offer) {
                units += quantities[i];
            }
        }
        return units;
    }

    long hash() {
        long hash = size;
        for (int i = 0; i < size; i++) {
            hash = RecordHash.mix(RecordHash.mix(hash, offers[i]), quantities[i]);
        }
        return RecordHash.avalanche(hash);
    }
}
