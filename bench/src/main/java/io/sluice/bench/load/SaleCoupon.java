package io.sluice.bench.load;

/**
 * A campaign for everybody whose coupons the rig gives away.
 *
 * @param campaign   its id.
 * @param amountFen  what a coupon takes off.
 * @param count      coupons there are for the run.
 */
public record SaleCoupon(long campaign, long amountFen, long count) {}
