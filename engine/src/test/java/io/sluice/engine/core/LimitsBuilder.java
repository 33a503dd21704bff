package io.sluice.engine.core;

/** Limits and reserves of a core in a test: small, but wide enough for any test that is not about them. */
public final class LimitsBuilder {
    private int rooms = 10;
    private int items = 100;
    private int offers = 100;
    private int orders = 10_000;
    private int reserved;
    private int keys = 10_000;
    private int viewerOffers = 10_000;
    private int mutes = 100;
    private int refusedKeys = 10_000;
    private int viewers = 10_000;
    private long writeOff;
    private long retentionMs = CoreLimits.MIN_KEY_RETENTION_MS;

    private LimitsBuilder() {}

    /** Limits that no small test reaches. */
    public static LimitsBuilder limits() {
        return new LimitsBuilder();
    }

    /** At most this many rooms. */
    public LimitsBuilder rooms(final int most) {
        rooms = most;
        return this;
    }

    /** At most this many items. */
    public LimitsBuilder items(final int most) {
        items = most;
        return this;
    }

    /** At most this many offers. */
    public LimitsBuilder offers(final int most) {
        offers = most;
        return this;
    }

    /** At most this many orders. */
    public LimitsBuilder orders(final int most) {
        orders = most;
        return this;
    }

    /** At most this many keys of reserved orders, payment references and refund references. */
    public LimitsBuilder keys(final int most) {
        keys = most;
        return this;
    }

    /** At most this many pairs of viewer and offer with units. */
    public LimitsBuilder viewerOffers(final int most) {
        viewerOffers = most;
        return this;
    }

    /** At most this many muted viewers. */
    public LimitsBuilder mutes(final int most) {
        mutes = most;
        return this;
    }

    /** At most this many keys of refused orders. */
    public LimitsBuilder refusedKeys(final int most) {
        refusedKeys = most;
        return this;
    }

    /** At most this many known viewers. */
    public LimitsBuilder viewers(final int most) {
        viewers = most;
        return this;
    }

    /** At most this many units that one person may write off; 0 for no limit. */
    public LimitsBuilder writeOff(final long most) {
        writeOff = most;
        return this;
    }

    /** Memory for this many orders, keys and pairs at the start. */
    public LimitsBuilder reserved(final int count) {
        reserved = count;
        return this;
    }

    /** A key is kept for this long. */
    public LimitsBuilder retentionMs(final long ms) {
        retentionMs = ms;
        return this;
    }

    /** The limits. */
    public CoreLimits build() {
        return new CoreLimits(
                rooms, items, offers, orders, keys, retentionMs, viewerOffers, mutes, refusedKeys, viewers, writeOff);
    }

    /** The reserves. */
    CoreReserves reserves() {
        return new CoreReserves(reserved, reserved, reserved);
    }
}
