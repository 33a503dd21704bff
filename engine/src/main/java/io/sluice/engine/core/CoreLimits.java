package io.sluice.engine.core;

/**
 * How much the core may keep, and for how much of it memory is set aside at the start. Past a limit a command is refused
 * with CAPACITY; nothing is forgotten to make room.
 *
 * @param maxRooms            rooms.
 * @param maxItems            items.
 * @param maxOffers           offers of all rooms.
 * @param maxOrders           orders ever placed.
 * @param reservedOrders      orders for which memory is set aside at the start.
 * @param maxKeys             answers kept by idempotency key, and as many by payment and by refund reference.
 * @param reservedKeys        keys for which memory is set aside at the start.
 * @param keyRetentionMs      how long a key is kept at least, core time.
 * @param maxViewerOffers     pairs of viewer and offer with a purchase.
 * @param reservedViewerOffers  pairs for which memory is set aside at the start.
 * @param maxMutes            viewers muted at one time.
 */
public record CoreLimits(
        int maxRooms,
        int maxItems,
        int maxOffers,
        long maxOrders,
        long reservedOrders,
        int maxKeys,
        int reservedKeys,
        long keyRetentionMs,
        int maxViewerOffers,
        int reservedViewerOffers,
        int maxMutes) {

    /** At least a day: a viewer's retry must never buy twice. */
    public static final long MIN_KEY_RETENTION_MS = 86_400_000L;

    /** The defaults: an evening of some millions of orders on a laptop's heap. */
    public static final CoreLimits DEFAULT = new CoreLimits(
            10_000,
            100_000,
            100_000,
            10_000_000,
            16_384,
            8_000_000,
            16_384,
            MIN_KEY_RETENTION_MS,
            8_000_000,
            16_384,
            1_000_000);

    /** Checks each limit and their relations; a message names the value that is off. */
    public CoreLimits {
        require(maxRooms > 0, "maxRooms", maxRooms);
        require(maxItems > 0, "maxItems", maxItems);
        require(maxOffers > 0, "maxOffers", maxOffers);
        require(maxOrders > 0, "maxOrders", maxOrders);
        require(reservedOrders >= 0 && reservedOrders <= maxOrders, "reservedOrders", reservedOrders);
        require(maxKeys > 0 && maxKeys <= 1 << 29, "maxKeys", maxKeys);
        require(reservedKeys >= 0 && reservedKeys <= maxKeys, "reservedKeys", reservedKeys);
        require(keyRetentionMs >= MIN_KEY_RETENTION_MS, "keyRetentionMs", keyRetentionMs);
        require(maxViewerOffers > 0 && maxViewerOffers <= 1 << 29, "maxViewerOffers", maxViewerOffers);
        require(
                reservedViewerOffers >= 0 && reservedViewerOffers <= maxViewerOffers,
                "reservedViewerOffers",
                reservedViewerOffers);
        require(maxMutes > 0, "maxMutes", maxMutes);
    }

    private static void require(final boolean holds, final String name, final long value) {
        if (!holds) {
            throw new IllegalArgumentException(name + "=" + value + " is out of range");
        }
    }
}
