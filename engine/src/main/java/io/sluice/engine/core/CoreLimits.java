package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * How much the core may keep. Past a limit a command is refused with CAPACITY, and nothing is forgotten to make room but
 * refused answers, of which nobody has anything. The limits are part of the core's state, because they decide: they change
 * by a command, and its record says since when.
 *
 * @param maxRooms         rooms.
 * @param maxItems         items.
 * @param maxOffers        offers of all rooms.
 * @param maxOrders        orders ever placed, and as many coupons.
 * @param maxKeys          reserved orders kept by idempotency key, and as many answers by payment and by refund reference;
 *                         and as many moves of points ever.
 * @param keyRetentionMs   how long such an answer is kept at least, core time.
 * @param maxViewerOffers  pairs of viewer and offer with a purchase.
 * @param maxMutes         viewers muted at one time.
 * @param maxRefusedKeys   refused answers kept by idempotency key; one more overwrites the oldest.
 * @param maxViewers       viewers of whom more is known than orders; and as many pairs of a viewer and a watched or booked room, and of a
 *                         viewer and a campaign's list.
 * @param maxWriteOff      units that one person may write off by one command; more wait for a second. 0 for no limit.
 */
public record CoreLimits(
        int maxRooms,
        int maxItems,
        int maxOffers,
        long maxOrders,
        int maxKeys,
        long keyRetentionMs,
        int maxViewerOffers,
        int maxMutes,
        int maxRefusedKeys,
        int maxViewers,
        long maxWriteOff) {

    /** At least a day: a viewer's retry must never buy twice. */
    public static final long MIN_KEY_RETENTION_MS = 86_400_000L;

    /** Of a state from before there was such a limit as well. */
    static final int DEFAULT_VIEWERS = 8_000_000;

    /** Of a state from before there was such a limit as well. */
    static final long DEFAULT_WRITE_OFF = 0;

    /**
     * What every core begins with: an evening of some millions of orders in a laptop's memory. These numbers never change,
     * for every journal is replayed from them; an engine that wants others says so by a command.
     */
    public static final CoreLimits DEFAULT = new CoreLimits(
            10_000,
            100_000,
            100_000,
            10_000_000,
            8_000_000,
            MIN_KEY_RETENTION_MS,
            8_000_000,
            1_000_000,
            1_000_000,
            DEFAULT_VIEWERS,
            DEFAULT_WRITE_OFF);

    private static final int MAX_TABLE = 1 << 29;
    static final int MAX_ORDERS = 1 << 30;

    /** Checks each limit; a message names the value that is off. */
    public CoreLimits {
        require(maxRooms > 0, "maxRooms", maxRooms);
        require(maxItems > 0, "maxItems", maxItems);
        require(maxOffers > 0, "maxOffers", maxOffers);
        require(maxOrders > 0 && maxOrders <= MAX_ORDERS, "maxOrders", maxOrders);
        require(maxKeys > 0 && maxKeys <= MAX_TABLE, "maxKeys", maxKeys);
        require(keyRetentionMs >= MIN_KEY_RETENTION_MS, "keyRetentionMs", keyRetentionMs);
        require(maxViewerOffers > 0 && maxViewerOffers <= MAX_TABLE, "maxViewerOffers", maxViewerOffers);
        require(maxMutes > 0, "maxMutes", maxMutes);
        require(maxRefusedKeys > 0 && maxRefusedKeys <= MAX_TABLE, "maxRefusedKeys", maxRefusedKeys);
        require(maxViewers > 0 && maxViewers <= MAX_TABLE, "maxViewers", maxViewers);
        require(maxWriteOff >= 0 && maxWriteOff <= ProtocolLimits.MAX_STOCK, "maxWriteOff", maxWriteOff);
    }

    void save(final StateOutput output) {
        output.putInt(maxRooms);
        output.putInt(maxItems);
        output.putInt(maxOffers);
        output.putLong(maxOrders);
        output.putInt(maxKeys);
        output.putLong(keyRetentionMs);
        output.putInt(maxViewerOffers);
        output.putInt(maxMutes);
        output.putInt(maxRefusedKeys);
    }

    static CoreLimits load(final StateInput input) {
        return new CoreLimits(
                input.getInt(),
                input.getInt(),
                input.getInt(),
                input.getLong(),
                input.getInt(),
                input.getLong(),
                input.getInt(),
                input.getInt(),
                input.getInt(),
                DEFAULT_VIEWERS,
                DEFAULT_WRITE_OFF);
    }

    /** The same but for the number of viewers, which stands elsewhere in a saved state. */
    CoreLimits withMaxViewers(final int viewers) {
        return new CoreLimits(
                maxRooms,
                maxItems,
                maxOffers,
                maxOrders,
                maxKeys,
                keyRetentionMs,
                maxViewerOffers,
                maxMutes,
                maxRefusedKeys,
                viewers,
                maxWriteOff);
    }

    /** The same but for what one person may write off, which stands elsewhere in a saved state, too. */
    CoreLimits withMaxWriteOff(final long units) {
        return new CoreLimits(
                maxRooms,
                maxItems,
                maxOffers,
                maxOrders,
                maxKeys,
                keyRetentionMs,
                maxViewerOffers,
                maxMutes,
                maxRefusedKeys,
                maxViewers,
                units);
    }

    private static void require(final boolean holds, final String name, final long value) {
        if (!holds) {
            throw new IllegalArgumentException(name + "=" + value + " is out of range");
        }
    }
}
