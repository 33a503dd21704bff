package io.sluice.engine.view;

/**
 * A coupon campaign as of one record. Immutable.
 *
 * @param id        the campaign's id.
 * @param title     its title.
 * @param terms     its terms.
 * @param termsAt   the record that put these terms, 0 when a snapshot stood in for it.
 * @param claimed   coupons claimed, or sold as vouchers.
 * @param takenFen  what those claimed may cost at most, fen.
 * @param rain      its newest rain, over or not.
 */
public record CampaignView(
        long id, String title, CampaignTerms terms, long termsAt, int claimed, long takenFen, RainView rain) {
    /** Whether one more may be claimed, of a rain's campaign when it rains. */
    public boolean hasOne() {
        return claimed < terms.count() && terms.discountFen() <= terms.budgetFen() - takenFen;
    }

    CampaignView with(final String newTitle, final CampaignTerms newTerms, final long newTermsAt) {
        return new CampaignView(id, newTitle, newTerms, newTermsAt, claimed, takenFen, rain);
    }

    CampaignView with(final RainView newRain) {
        return new CampaignView(id, title, terms, termsAt, claimed, takenFen, newRain);
    }

    /** Some more of its coupons were sold as vouchers: that takes nothing of its budget. */
    CampaignView sold(final int units) {
        return new CampaignView(id, title, terms, termsAt, claimed + units, takenFen, rain);
    }

    /** One coupon less. */
    CampaignView taken() {
        final RainView left = terms.rain() ? new RainView(rain.room(), rain.untilMs(), rain.left() - 1) : rain;
        return new CampaignView(id, title, terms, termsAt, claimed + 1, takenFen + terms.discountFen(), left);
    }
}
