package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/** Share codes of the orders that carry one: most carry none. The order keeps where its own lies, counted from 1. */
final class OrderShares {
    /** The place of a code that is empty. */
    static final int NONE = 0;

    private static final int LENGTH = 0;
    private static final int SHARE = 8;
    private static final int BYTES = SHARE + ProtocolLimits.MAX_SHARE_BYTES;

    private final Pages shares;

    OrderShares(final long reserved) {
        shares = new Pages(BYTES, reserved);
    }

    /** Keeps a code, which has been found valid; answers its place. */
    int keep(final Ascii share) {
        if (share.length() == 0) {
            return NONE;
        }
        final long address = shares.address(shares.add());
        UnsafeApi.putLong(address + LENGTH, share.length());
        share.copyTo(address + SHARE);
        return (int) shares.size();
    }

    /** Copies the code of a place, which may be {@link #NONE}. */
    void copyTo(final int place, final Ascii share) {
        if (place == NONE) {
            share.clear();
        } else {
            final long address = shares.address(place - 1);
            share.copyFrom(address + SHARE, (int) UnsafeApi.getLong(address + LENGTH));
        }
    }

    /** Looks where so many more will lie, once there is one; means nothing. */
    long lookAhead(final int count) {
        return shares.size() == 0 ? 0 : shares.lookAhead(count);
    }

    /** Looks at the code of a place, which may be {@link #NONE}; means nothing. */
    long lookAt(final int place) {
        return place == NONE ? 0 : UnsafeApi.getLong(shares.address(place - 1) + SHARE);
    }
}
