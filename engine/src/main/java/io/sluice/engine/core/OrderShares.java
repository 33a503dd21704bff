package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/** Share codes of the orders that carry one: many carry none. The order keeps where its own lies, counted from 1. */
final class OrderShares {
    /** The place of a code that is empty. */
    static final int NONE = 0;

    private static final int LENGTH = 0;
    private static final int SHARE = 8;
    private static final int BYTES = SHARE + ProtocolLimits.MAX_SHARE_BYTES;

    /** Of so many orders that memory is set aside for, it is for the code of one. */
    private static final int RESERVED_PER_SHARE = 4;

    private final Pages shares;

    /** Sets memory aside for what so many orders carry. */
    OrderShares(final long reservedOrders) {
        shares = new Pages(BYTES, reservedOrders / RESERVED_PER_SHARE);
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

    /** Adds where so many more will lie, once there is one. */
    void addNext(final int count, final Looks looks) {
        if (shares.size() > 0) {
            shares.addNext(count, looks);
        }
    }

    /** Adds the code of a place, which may be {@link #NONE}. */
    void addPlace(final int place, final Looks looks) {
        if (place != NONE) {
            looks.add(shares.address(place - 1), BYTES);
        }
    }
}
