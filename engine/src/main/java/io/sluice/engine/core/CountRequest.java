package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/** Viewers with a count each: filled anew for each command by its one owner, read by the core. */
public final class CountRequest {
    private static final int MOST = ProtocolLimits.MAX_LISTED_A_COMMAND;

    private final long[] viewers = new long[MOST];
    private final int[] counts = new int[MOST];
    private int size;

    /** Starts over, with nobody. */
    public CountRequest clear() {
        size = 0;
        return this;
    }

    /** Adds a viewer; more than there may be make the request invalid. */
    public CountRequest add(final long viewer, final int count) {
        if (size < MOST) {
            viewers[size] = viewer;
            counts[size] = count;
        }
        size++;
        return this;
    }

    int size() {
        return size;
    }

    long viewer(final int index) {
        return viewers[index];
    }

    int count(final int index) {
        return counts[index];
    }

    boolean isValid() {
        if (size < 1 || size > MOST) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!Brand.isId(viewers[i]) || counts[i] < 1 || counts[i] > ProtocolLimits.MAX_WATCHED_SECONDS) {
                return false;
            }
        }
        return true;
    }
}
