package io.sluice.engine.view;

/**
 * A coupon rain, falling or over. Immutable.
 *
 * @param room     where it falls.
 * @param untilMs  when it ends, epoch ms, exclusive.
 * @param left     coupons that nobody has claimed.
 */
public record RainView(long room, long untilMs, int left) {
    /** Before a campaign's first rain. */
    public static final RainView NONE = new RainView(0, 0, 0);

    /** Whether there is something to claim at a moment, epoch ms. */
    public boolean fallsAt(final long nowMs) {
        return left > 0 && nowMs < untilMs;
    }
}
