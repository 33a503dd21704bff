package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;

/** The refusals of a claim behind its campaign, in their documented order of precedence. Past the last one it cannot fail. */
final class CampaignLadder {
    /** How many of a viewer's newest orders are looked at for one that was paid. */
    private static final int ORDERS_LOOKED_AT = 100;

    private static final long ANY_ROOM = 0;

    private final Catalogue catalogue;
    private final Brand brand;
    private final ViewerTable viewers;
    private final OrderTable orders;
    private final CouponTable coupons;
    private final CountTable listed;
    private final CountTable watched;
    private final Points points;

    CampaignLadder(
            final Catalogue catalogue,
            final Brand brand,
            final ViewerTable viewers,
            final OrderTable orders,
            final CouponTable coupons,
            final CountTable listed,
            final CountTable watched,
            final Points points) {
        this.catalogue = catalogue;
        this.brand = brand;
        this.viewers = viewers;
        this.orders = orders;
        this.coupons = coupons;
        this.listed = listed;
        this.watched = watched;
        this.points = points;
    }

    /** Refuses or repeats the decision and answers true if any rung applies. */
    boolean refuses(
            final long viewer,
            final Campaign campaign,
            final int latitudeE6,
            final int longitudeE6,
            final Ascii key,
            final Decision decision) {
        return claimedBefore(viewer, campaign, key, decision)
                || capacity(campaign, decision)
                || notOpen(campaign, decision)
                || closed(campaign, decision)
                || notEligible(viewer, campaign, decision)
                || tooFar(campaign.terms().audience(), latitudeE6, longitudeE6, decision)
                || limitReached(viewer, campaign, decision)
                || points.refuses(viewer, campaign.terms().points(), decision)
                || gone(campaign, decision);
    }

    private boolean claimedBefore(
            final long viewer, final Campaign campaign, final Ascii key, final Decision decision) {
        // Vouchers have no key, and a viewer may have any number of them.
        Coupon coupon = campaign.isSold() ? null : coupons.newestOf(viewer, campaign.id());
        while (coupon != null && !coupon.isOfKey(key)) {
            coupon = coupons.find(coupon.olderOfCampaign());
        }
        if (coupon == null) {
            return false;
        }
        decision.accept(Outcome.REPEATED).detail(coupon.number());
        return true;
    }

    private boolean capacity(final Campaign campaign, final Decision decision) {
        final boolean hasRoom =
                coupons.hasRoom() && points.hasRoomFor(campaign.terms().points());
        return !hasRoom && refuse(decision, Outcome.CAPACITY, 0);
    }

    private boolean notOpen(final Campaign campaign, final Decision decision) {
        final long opensAtMs = campaign.terms().claimFromMs();
        if (decision.timeMs() < opensAtMs) {
            return refuse(decision, Outcome.CLAIM_NOT_OPEN, opensAtMs);
        }
        final boolean waitsForRain = campaign.terms().isRain() && campaign.rainRoom() == 0;
        return waitsForRain && refuse(decision, Outcome.CLAIM_NOT_OPEN, Long.MAX_VALUE);
    }

    private boolean closed(final Campaign campaign, final Decision decision) {
        final long closesAtMs = campaign.terms().isRain()
                ? Math.min(campaign.rainUntilMs(), campaign.terms().claimToMs())
                : campaign.terms().claimToMs();
        if (decision.timeMs() >= closesAtMs) {
            return refuse(decision, Outcome.CLAIM_CLOSED, closesAtMs);
        }
        final boolean rainsNowhere =
                campaign.terms().isRain() && catalogue.room(campaign.rainRoom()).state() != RoomState.LIVE;
        return rainsNowhere && refuse(decision, Outcome.CLAIM_CLOSED, decision.timeMs());
    }

    private boolean notEligible(final long viewer, final Campaign campaign, final Decision decision) {
        final CampaignAudience audience = campaign.terms().audience();
        final boolean eligible =
                switch (audience.kind()) {
                    case EVERYBODY, NEARBY -> true;
                    case NEWCOMERS -> isNewcomer(viewer, audience, decision.timeMs());
                    case WATCHED -> hasOnlyWatched(viewer, audience);
                    case BUYERS -> false;
                    case LISTED -> listed.get(viewer, campaign.id()) > 0;
                };
        return !eligible
                && refuse(decision, Outcome.NOT_ELIGIBLE, audience.kind().code());
    }

    private boolean isNewcomer(final long viewer, final CampaignAudience audience, final long nowMs) {
        final long sinceMs = viewers.memberSinceMsOf(viewer);
        return sinceMs != 0 && nowMs - sinceMs <= audience.memberMs() && !hasBought(viewer, ANY_ROOM);
    }

    private boolean hasOnlyWatched(final long viewer, final CampaignAudience audience) {
        return catalogue.room(audience.room()).state() == RoomState.ENDED
                && watched.get(viewer, audience.room()) >= audience.watchedSeconds()
                && !hasBought(viewer, audience.room());
    }

    /** Whether one of the viewer's newest orders was paid; looks at so many only, for a claim must not keep the core. */
    private boolean hasBought(final long viewer, final long room) {
        Order order = orders.find(orders.newestOf(viewer));
        for (int i = 0; i < ORDERS_LOOKED_AT && order != null; i++) {
            final boolean counts = room == ANY_ROOM || order.room() == room;
            if (counts && (order.state() == OrderState.PAID || order.state() == OrderState.REFUNDED)) {
                return true;
            }
            order = orders.find(order.previousOfViewer());
        }
        return false;
    }

    private boolean tooFar(
            final CampaignAudience audience, final int latitudeE6, final int longitudeE6, final Decision decision) {
        return switch (audience.kind()) {
            case EVERYBODY, NEWCOMERS, WATCHED, LISTED, BUYERS -> false;
            case NEARBY ->
                !isNear(brand.store(audience.store()), latitudeE6, longitudeE6, audience.radiusMetres())
                        && refuse(decision, Outcome.TOO_FAR, audience.radiusMetres());
        };
    }

    private static boolean isNear(
            final Store store, final int latitudeE6, final int longitudeE6, final int radiusMetres) {
        return latitudeE6 != ProtocolLimits.NO_POSITION
                && store.hasPosition()
                && GreatCircle.isWithin(store.latitudeE6(), store.longitudeE6(), latitudeE6, longitudeE6, radiusMetres);
    }

    private boolean limitReached(final long viewer, final Campaign campaign, final Decision decision) {
        final int most = campaign.terms().perViewer();
        int claimed = 0;
        Coupon coupon = coupons.newestOf(viewer, campaign.id());
        while (coupon != null && claimed < most) {
            claimed++;
            coupon = coupons.find(coupon.olderOfCampaign());
        }
        return claimed >= most && refuse(decision, Outcome.CLAIM_LIMIT, most);
    }

    private static boolean gone(final Campaign campaign, final Decision decision) {
        return !campaign.hasOne() && refuse(decision, Outcome.COUPONS_GONE, 0);
    }

    private static boolean refuse(final Decision decision, final Outcome refusal, final long detail) {
        return decision.refuseLine(refusal, Decision.NO_LINE, detail);
    }
}
