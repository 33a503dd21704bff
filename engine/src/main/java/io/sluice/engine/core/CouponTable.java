package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Every coupon by its number, which is dense from 1, and the chains of each viewer's coupons, newest first. */
final class CouponTable {
    /** In place of a campaign: coupons of all. */
    private static final long ALL = 0;

    private final Pages coupons;
    private final PairTable newest;
    private final Coupon coupon = new Coupon();
    private long capacity;

    /** Takes coupons up to {@code capacity} and sets memory aside for {@code reserved} of them. */
    CouponTable(final long reserved, final long capacity) {
        coupons = new Pages(Coupon.BYTES, reserved);
        newest = new PairTable((int) reserved);
        this.capacity = capacity;
    }

    /** Takes coupons up to {@code newCapacity} from now on; if there are as many already, none. */
    void capacity(final long newCapacity) {
        capacity = newCapacity;
    }

    boolean hasRoom() {
        return hasRoomFor(1);
    }

    boolean hasRoomFor(final int count) {
        return count <= capacity - coupons.size();
    }

    /** Number of the newest coupon, 0 for none. */
    long newest() {
        return coupons.size();
    }

    boolean isEmpty() {
        return coupons.size() == 0;
    }

    /** The coupon of a number, null when there is none. */
    Coupon find(final long number) {
        return isKnown(number) ? at(number) : null;
    }

    private boolean isKnown(final long number) {
        return number >= 1 && number <= coupons.size();
    }

    /** Adds the coupon of a number, if there is one. */
    void addCoupon(final long number, final Looks looks) {
        if (isKnown(number)) {
            looks.add(coupons.address(number - 1), Coupon.BYTES);
        }
    }

    /** The viewer's newest coupon of a campaign, null for none. */
    Coupon newestOf(final long viewer, final long campaign) {
        return find(newest.get(viewer, campaign));
    }

    /** The viewer's newest coupon, null for none. */
    Coupon newestOf(final long viewer) {
        return find(newest.get(viewer, ALL));
    }

    /** A new coupon; the caller has asked {@link #hasRoom}. */
    Coupon open(
            final long viewer,
            final Campaign campaign,
            final Ascii key,
            final boolean byPosition,
            final Decision decision) {
        at(coupons.add() + 1).open(viewer, campaign, key, byPosition, decision);
        chain();
        return coupon;
    }

    void save(final StateOutput output) {
        coupons.save(output);
    }

    void load(final StateInput input) {
        coupons.load(input);
    }

    /** Makes the coupons findable that were loaded. */
    void index() {
        for (long number = 1; number <= coupons.size(); number++) {
            at(number);
            chain();
        }
    }

    private void chain() {
        final long olderOfViewer = newest.put(coupon.viewer(), ALL, coupon.number());
        coupon.chain(olderOfViewer, newest.put(coupon.viewer(), coupon.campaign(), coupon.number()));
    }

    private Coupon at(final long number) {
        return coupon.wrap(number, coupons.address(number - 1));
    }
}
