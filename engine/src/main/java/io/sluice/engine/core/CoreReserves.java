package io.sluice.engine.core;

/**
 * For how much the core sets memory aside when it is made, so that it need not while it decides. It decides nothing: cores
 * with different reserves are the same core.
 *
 * @param orders        orders, a share code for each fourth of them, and as many of the comments that are known.
 * @param keys          answers by idempotency key, reserved and refused, and as many by payment and by refund reference, of the
 *                      payments an eighth with money that has to go back; and as many moves of points.
 * @param viewerOffers  pairs of viewer and offer with a purchase, and as many viewers.
 */
public record CoreReserves(long orders, int keys, int viewerOffers) {
    /** Nothing is set aside. */
    public static final CoreReserves NONE = new CoreReserves(0, 0, 0);

    private static final int MAX_TABLE = 1 << 29;

    /** Checks each number; a message names the value that is off. */
    public CoreReserves {
        require(orders >= 0, "reservedOrders", orders);
        require(keys >= 0 && keys <= MAX_TABLE, "reservedKeys", keys);
        require(viewerOffers >= 0 && viewerOffers <= MAX_TABLE, "reservedViewerOffers", viewerOffers);
    }

    private static void require(final boolean holds, final String name, final long value) {
        if (!holds) {
            throw new IllegalArgumentException(name + "=" + value + " is out of range");
        }
    }
}
