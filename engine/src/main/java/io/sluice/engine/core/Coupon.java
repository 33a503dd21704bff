package io.sluice.engine.core;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/**
 * A claimed coupon as it lies in the table, with the terms it was claimed with; points at one until the table is asked for
 * the next.
 */
final class Coupon {
    /** Bytes of one coupon. */
    static final int BYTES = 112;

    private static final int VIEWER = 0;
    private static final int CAMPAIGN = 8;
    private static final int CLAIMED_AT = 16;
    private static final int CLAIMED_AT_MS = 24;
    private static final int EXPIRES_AT_MS = 32;
    private static final int ORDER = 40;
    private static final int KEY_HASH = 48;
    private static final int SECOND_KEY_HASH = 56;
    private static final int OLDER_OF_VIEWER = 64;
    private static final int OLDER_OF_CAMPAIGN = 72;
    private static final int DISCOUNT_FEN = 80;
    private static final int MINIMUM_FEN = 88;
    private static final int BASIS_POINTS = 96;
    private static final int STATE = 100;
    private static final int FLASH = 104;
    private static final int MARKS = 108;
    private static final int COMES_BACK = 1;
    private static final int BY_POSITION = 2;

    private long address;
    private long number;

    Coupon wrap(final long newNumber, final long newAddress) {
        number = newNumber;
        address = newAddress;
        return this;
    }

    /** Fills a new coupon, CLAIMED. */
    void open(
            final long viewer,
            final Campaign campaign,
            final Ascii key,
            final boolean byPosition,
            final Decision decision) {
        final CampaignTerms terms = campaign.terms();
        UnsafeApi.putLong(address + VIEWER, viewer);
        UnsafeApi.putLong(address + CAMPAIGN, campaign.id());
        UnsafeApi.putLong(address + CLAIMED_AT, decision.sequence());
        UnsafeApi.putLong(address + CLAIMED_AT_MS, decision.timeMs());
        UnsafeApi.putLong(address + EXPIRES_AT_MS, decision.timeMs() + terms.validMs());
        UnsafeApi.putLong(address + ORDER, 0);
        UnsafeApi.putLong(address + KEY_HASH, key.hash());
        UnsafeApi.putLong(address + SECOND_KEY_HASH, key.secondHash());
        UnsafeApi.putLong(address + OLDER_OF_VIEWER, 0);
        UnsafeApi.putLong(address + OLDER_OF_CAMPAIGN, 0);
        UnsafeApi.putLong(address + DISCOUNT_FEN, terms.discountFen());
        UnsafeApi.putLong(address + MINIMUM_FEN, terms.minimumFen());
        UnsafeApi.putInt(address + BASIS_POINTS, terms.basisPoints());
        UnsafeApi.putInt(address + STATE, CouponState.CLAIMED.code());
        UnsafeApi.putInt(address + FLASH, terms.flash().code());
        UnsafeApi.putInt(address + MARKS, (terms.comesBack() ? COMES_BACK : 0) | (byPosition ? BY_POSITION : 0));
    }

    /** Chains it to the viewer's coupon before it, of all campaigns and of its own; 0 for none. */
    void chain(final long olderOfViewer, final long olderOfCampaign) {
        UnsafeApi.putLong(address + OLDER_OF_VIEWER, olderOfViewer);
        UnsafeApi.putLong(address + OLDER_OF_CAMPAIGN, olderOfCampaign);
    }

    /**
     * Moves it on, to an order that holds or uses it or, with 0, back to its viewer.
     *
     * @throws IllegalStateException when it is not to be had, which is a bug of the caller.
     */
    void transition(final CouponState next, final long order) {
        if (!state().canBecome(next)) {
            throw new IllegalStateException("coupon=" + number + " is " + state() + " and cannot be " + next);
        }
        UnsafeApi.putInt(address + STATE, next.code());
        UnsafeApi.putLong(address + ORDER, order);
    }

    /** Its number, dense from 1. */
    long number() {
        return number;
    }

    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long campaign() {
        return UnsafeApi.getLong(address + CAMPAIGN);
    }

    /** Record of the claim. */
    long claimedAt() {
        return UnsafeApi.getLong(address + CLAIMED_AT);
    }

    long claimedAtMs() {
        return UnsafeApi.getLong(address + CLAIMED_AT_MS);
    }

    /** First moment when it is good for nothing any more. */
    long expiresAtMs() {
        return UnsafeApi.getLong(address + EXPIRES_AT_MS);
    }

    /** The order that holds it or used it, 0 for none. */
    long order() {
        return UnsafeApi.getLong(address + ORDER);
    }

    boolean isOfKey(final Ascii key) {
        return UnsafeApi.getLong(address + KEY_HASH) == key.hash()
                && UnsafeApi.getLong(address + SECOND_KEY_HASH) == key.secondHash();
    }

    long olderOfViewer() {
        return UnsafeApi.getLong(address + OLDER_OF_VIEWER);
    }

    long olderOfCampaign() {
        return UnsafeApi.getLong(address + OLDER_OF_CAMPAIGN);
    }

    long discountFen() {
        return UnsafeApi.getLong(address + DISCOUNT_FEN);
    }

    long minimumFen() {
        return UnsafeApi.getLong(address + MINIMUM_FEN);
    }

    int basisPoints() {
        return UnsafeApi.getInt(address + BASIS_POINTS);
    }

    CouponState state() {
        return CouponState.ofCode(UnsafeApi.getInt(address + STATE));
    }

    FlashRule flash() {
        return FlashRule.ofCode(UnsafeApi.getInt(address + FLASH));
    }

    boolean comesBack() {
        return (UnsafeApi.getInt(address + MARKS) & COMES_BACK) != 0;
    }

    /** Whether it was claimed by a position that only the client stated. */
    boolean isByPosition() {
        return (UnsafeApi.getInt(address + MARKS) & BY_POSITION) != 0;
    }

    /** What it takes off lines that cost as much. */
    long discountOf(final long costFen) {
        final long whole = basisPoints() == 0
                ? discountFen()
                : Math.min(discountFen(), Portion.of(costFen, basisPoints(), ProtocolLimits.WHOLE_BASIS_POINTS));
        return Math.min(whole, costFen);
    }
}
