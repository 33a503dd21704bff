package io.sluice.engine.core;

/**
 * An offer that is a prepaid pack.
 *
 * @param offer     the offer.
 * @param campaign  the campaign whose coupons are its vouchers.
 * @param units     units of a whole pack, each of which is a voucher.
 * @param since     the record that made it a pack; orders placed before it are of plain units.
 */
public record Pack(long offer, long campaign, int units, long since) {
    boolean isOf(final long otherCampaign, final int otherUnits) {
        return campaign == otherCampaign && units == otherUnits;
    }
}
