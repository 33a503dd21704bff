package io.sluice.engine.core;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.ProtocolLimits;

/** Some of a viewer's coupons, newest first: a copy, so that nothing of the table leaves the core. */
public final class CouponPage {
    private static final int MOST = ProtocolLimits.MAX_COUPON_PAGE;

    private final long[] numbers = new long[MOST];
    private final long[] campaigns = new long[MOST];
    private final CouponState[] states = new CouponState[MOST];
    private final long[] claimedAt = new long[MOST];
    private final long[] claimedAtMs = new long[MOST];
    private final long[] expiresAtMs = new long[MOST];
    private final long[] orders = new long[MOST];
    private final boolean[] byPosition = new boolean[MOST];
    private final long[] discountsFen = new long[MOST];
    private final int[] basisPoints = new int[MOST];
    private final long[] minimumsFen = new long[MOST];
    private int most;
    private int size;
    private boolean more;

    /** Starts over, for {@code maximum} coupons at most. */
    public CouponPage atMost(final int maximum) {
        most = Math.min(maximum, MOST);
        return this;
    }

    void show(final long viewer, final long before, final CouponTable table) {
        size = 0;
        Coupon coupon = table.newestOf(viewer);
        if (before != 0) {
            final Coupon reference = table.find(before);
            final boolean isTheirs = reference != null && reference.viewer() == viewer;
            coupon = isTheirs ? table.find(reference.olderOfViewer()) : null;
        }
        while (coupon != null && size < most) {
            add(coupon);
            coupon = table.find(coupon.olderOfViewer());
        }
        more = coupon != null;
    }

    /** Shows one coupon of the viewer's, nothing when there is none of this number. */
    void showOne(final long viewer, final long number, final CouponTable table) {
        size = 0;
        more = false;
        final Coupon coupon = table.find(number);
        if (coupon != null && coupon.viewer() == viewer && most > 0) {
            add(coupon);
        }
    }

    private void add(final Coupon coupon) {
        numbers[size] = coupon.number();
        campaigns[size] = coupon.campaign();
        states[size] = coupon.state();
        claimedAt[size] = coupon.claimedAt();
        claimedAtMs[size] = coupon.claimedAtMs();
        expiresAtMs[size] = coupon.expiresAtMs();
        orders[size] = coupon.order();
        byPosition[size] = coupon.isByPosition();
        discountsFen[size] = coupon.discountFen();
        basisPoints[size] = coupon.basisPoints();
        minimumsFen[size] = coupon.minimumFen();
        size++;
    }

    /** Coupons on the page. */
    public int size() {
        return size;
    }

    /** Whether the viewer has older ones. */
    public boolean hasMore() {
        return more;
    }

    /** A coupon's number. */
    public long number(final int index) {
        return numbers[index];
    }

    /** Its campaign. */
    public long campaign(final int index) {
        return campaigns[index];
    }

    /** Where it stands; what has expired still says CLAIMED. */
    public CouponState state(final int index) {
        return states[index];
    }

    /** Record of its claim. */
    public long claimedAt(final int index) {
        return claimedAt[index];
    }

    /** When it was claimed, epoch ms. */
    public long claimedAtMs(final int index) {
        return claimedAtMs[index];
    }

    /** First moment when it is good for nothing any more, epoch ms. */
    public long expiresAtMs(final int index) {
        return expiresAtMs[index];
    }

    /** The order that holds it or used it, 0 for none. */
    public long order(final int index) {
        return orders[index];
    }

    /** Whether it was claimed by a position that only the client stated. */
    public boolean isByPosition(final int index) {
        return byPosition[index];
    }

    /** What it takes off, of a share the most, fen. */
    public long discountFen(final int index) {
        return discountsFen[index];
    }

    /** The share it takes off, 0 for an amount. */
    public int basisPoints(final int index) {
        return basisPoints[index];
    }

    /** What the lines it is for have to cost, fen. */
    public long minimumFen(final int index) {
        return minimumsFen[index];
    }
}
