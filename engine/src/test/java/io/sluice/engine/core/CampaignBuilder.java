package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;

/**
 * A campaign in a test. Left alone it gives everybody one of ten coupons of {@link #DISCOUNT_FEN} off any order, which are
 * good for a day.
 */
final class CampaignBuilder {
    static final long CAMPAIGN = 50;
    static final long DISCOUNT_FEN = 500;
    static final int COUNT = 10;
    static final long DAY_MS = 86_400_000;

    private final long id;
    private long discountFen = DISCOUNT_FEN;
    private int basisPoints;
    private long minimumFen;
    private long budgetFen = 1_000_000;
    private int count = COUNT;
    private int perViewer = 1;
    private long claimFromMs;
    private long claimToMs = Long.MAX_VALUE;
    private long validMs = DAY_MS;
    private boolean rain;
    private FlashRule flash = FlashRule.ON_TOP;
    private boolean comesBack;
    private int points;
    private long[] offers = {};
    private final CampaignAudience audience = new CampaignAudience();

    private CampaignBuilder(final long id) {
        this.id = id;
    }

    static CampaignBuilder campaign() {
        return campaign(CAMPAIGN);
    }

    static CampaignBuilder campaign(final long id) {
        return new CampaignBuilder(id);
    }

    CampaignBuilder taking(final long fen) {
        discountFen = fen;
        return this;
    }

    /** A share, and not more than an amount. */
    CampaignBuilder taking(final int newBasisPoints, final long mostFen) {
        basisPoints = newBasisPoints;
        return taking(mostFen);
    }

    CampaignBuilder above(final long newMinimumFen) {
        minimumFen = newMinimumFen;
        return this;
    }

    CampaignBuilder within(final long newBudgetFen) {
        budgetFen = newBudgetFen;
        return this;
    }

    CampaignBuilder many(final int newCount) {
        count = newCount;
        return this;
    }

    CampaignBuilder each(final int newPerViewer) {
        perViewer = newPerViewer;
        return this;
    }

    CampaignBuilder claimed(final long fromMs, final long toMs) {
        claimFromMs = fromMs;
        claimToMs = toMs;
        return this;
    }

    CampaignBuilder goodFor(final long ms) {
        validMs = ms;
        return this;
    }

    CampaignBuilder raining() {
        rain = true;
        return this;
    }

    CampaignBuilder under(final FlashRule rule) {
        flash = rule;
        return this;
    }

    CampaignBuilder regularOnly() {
        return under(FlashRule.REGULAR_ONLY);
    }

    CampaignBuilder comingBack() {
        comesBack = true;
        return this;
    }

    CampaignBuilder costing(final int newPoints) {
        points = newPoints;
        return this;
    }

    CampaignBuilder of(final long... newOffers) {
        offers = newOffers;
        return this;
    }

    CampaignBuilder to(final Audience kind) {
        audience.set(kind);
        return this;
    }

    CampaignBuilder toNewcomers(final long memberMs) {
        audience.set(Audience.NEWCOMERS).member(memberMs);
        return this;
    }

    CampaignBuilder near(final long store, final int radiusMetres) {
        audience.set(Audience.NEARBY).near(store, radiusMetres);
        return this;
    }

    CampaignBuilder toWhoWatched(final long room, final int seconds) {
        audience.set(Audience.WATCHED).watched(room, seconds);
        return this;
    }

    long id() {
        return id;
    }

    CampaignTerms build() {
        final CampaignTerms terms = new CampaignTerms()
                .discount(discountFen, basisPoints, minimumFen, flash, comesBack)
                .supply(budgetFen, count, perViewer)
                .cost(points)
                .claims(claimFromMs, claimToMs, validMs, rain);
        terms.audience().copyFrom(audience);
        for (final long offer : offers) {
            terms.addOffer(offer);
        }
        return terms;
    }
}
