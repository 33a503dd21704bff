package io.sluice.engine.view;

import io.sluice.engine.protocol.FlashRule;
import java.util.List;

/**
 * What a campaign's coupons are worth, how many there are, and for whom and what. Immutable.
 *
 * @param discountFen  off an order; of a share the most, fen.
 * @param basisPoints  the share of what the lines cost, 0 for an amount.
 * @param minimumFen   what the lines have to cost at least, fen.
 * @param budgetFen    what all coupons may cost together, fen.
 * @param count        coupons there are.
 * @param perViewer    coupons that one viewer may claim.
 * @param points       what one costs in points, 0 for nothing.
 * @param claimFromMs  first moment to claim, epoch ms.
 * @param claimToMs    first moment when it is too late to claim, epoch ms.
 * @param validMs      how long a coupon is good from its claim on, ms.
 * @param rain         whether they are claimed in a coupon rain only.
 * @param flash        what becomes of lines at a flash price.
 * @param comesBack    whether a coupon comes back with the refund of the whole order.
 * @param audience     who may claim.
 * @param offers       what they are for, none for everything.
 */
public record CampaignTerms(
        long discountFen,
        int basisPoints,
        long minimumFen,
        long budgetFen,
        int count,
        int perViewer,
        int points,
        long claimFromMs,
        long claimToMs,
        long validMs,
        boolean rain,
        FlashRule flash,
        boolean comesBack,
        AudienceView audience,
        List<Long> offers) {
    /** Keeps the offers as they are now. */
    public CampaignTerms {
        offers = List.copyOf(offers);
    }
}
