package io.sluice.engine.core;

/**
 * An offer that is a prepaid pack.
 *
 * @param offer     the offer.
 * @param campaign  the campaign whose coupons are its vouchers.
 * @param units     units of a whole pack, each of which is a voucher.
 */
public record Pack(long offer, long campaign, int units) {}
