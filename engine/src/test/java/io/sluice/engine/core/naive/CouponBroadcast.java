package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Coupons' part of an evening: few campaigns with few coupons of a small budget for the same few viewers, of which some are
 * members since just now; rains that are over soon; and claims from beside a store or from far away, never from the edge of a
 * circle, where the core's whole numbers and the naive one's fractions may differ.
 */
final class CouponBroadcast {
    private static final int CAMPAIGNS = 3;
    private static final int KEYS = 6;
    private static final long LONG_MS = 5L * 86_400_000;
    private static final int FAR_E6 = 40_000_000;

    private final Random random;
    private final NaiveCore naive;
    private final LongSupplier clockMs;

    CouponBroadcast(final Random random, final NaiveCore naive, final LongSupplier clockMs) {
        this.random = random;
        this.naive = naive;
        this.clockMs = clockMs;
    }

    /** Tells how often each of its commands comes. */
    void takeTurns(final BiConsumer<Integer, Supplier<Command>> wheel) {
        wheel.accept(6, this::putCampaign);
        wheel.accept(14, this::claim);
        wheel.accept(7, this::startRain);
        wheel.accept(3, this::watch);
        wheel.accept(2, this::invite);
        wheel.accept(2, this::join);
        wheel.accept(4, this::findCoupons);
        wheel.accept(2, this::findInviters);
    }

    /** There is a campaign for everybody when the doors open. */
    List<Command> opening() {
        return List.of(new Command.PutCampaign(
                1,
                new Command.Off(60, 0, 0, FlashRule.ON_TOP, true),
                new Command.Supply(1_000, 30, 8, 0, Long.MAX_VALUE, LONG_MS, false, 0),
                new Command.Crowd(Audience.EVERYBODY, 0, 0, 0, 0, 0),
                List.of(),
                "c"));
    }

    /** The coupon that an order names: mostly none, else mostly one of the viewer's. */
    String couponOf(final long viewer) {
        if (random.nextInt(5) < 3) {
            return "";
        }
        final List<NaiveCoupons.Claimed> theirs = naive.coupons().claimsOf(claim -> claim.viewer() == viewer);
        if (theirs.isEmpty() && !rarely(4)) {
            return "";
        }
        if (theirs.isEmpty() || rarely(12)) {
            return rarely(3) ? "coupon" : Integer.toString(random.nextInt(9));
        }
        final NaiveOrder late = rarely(2) ? lateOrder() : null;
        if (late != null && late.command.viewer() == viewer) {
            return Long.toString(late.coupon);
        }
        final int newest = theirs.size() - 1;
        return Long.toString(
                theirs.get(newest - random.nextInt(Math.min(4, newest + 1))).number());
    }

    /** An order whose hold has ended, of those with a coupon mostly one whose coupon another has by now; null for none. */
    NaiveOrder lateOrder() {
        final List<NaiveOrder> late = naive.book().orders.stream()
                .filter(order -> order.state == OrderState.EXPIRED && order.coupon != 0)
                .toList();
        final List<NaiveOrder> lost = late.stream()
                .filter(order -> naive.coupons().orderOf(order.coupon) != null)
                .toList();
        final List<NaiveOrder> some = lost.isEmpty() ? late : lost;
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    /** A voucher whose refund is asked for; null for none. */
    NaiveCoupons.Claimed heldVoucher() {
        final List<NaiveCoupons.Claimed> held =
                naive.coupons().claimsOf(coupon -> naive.coupons().isRefunding(coupon.number()));
        return held.isEmpty() ? null : held.get(random.nextInt(held.size()));
    }

    /** A paid order with vouchers; null for none. */
    NaiveOrder packOrder() {
        final List<NaiveOrder> packs = naive.book().orders.stream()
                .filter(order -> order.isPaid() && naive.packs().firstOf(order) != 0)
                .toList();
        return packs.isEmpty() ? null : packs.get(random.nextInt(packs.size()));
    }

    /** When a coupon, or the time to claim some, ends; 0 when there is none. */
    long aMomentThatMatters() {
        final List<NaiveCoupons.Claimed> claims = naive.coupons().claims();
        if (!claims.isEmpty() && rarely(2)) {
            return claims.get(random.nextInt(claims.size())).expiresAtMs();
        }
        final Command.PutCampaign campaign = naive.coupons().campaigns().get(campaign());
        final boolean isLimited = campaign != null && campaign.supply().claimToMs() < Long.MAX_VALUE;
        return isLimited ? campaign.supply().claimToMs() : 0;
    }

    private Command putCampaign() {
        final List<Long> offers = new ArrayList<>();
        for (int i = rarely(2) ? random.nextInt(3) : 0; i > 0; i--) {
            offers.add(rarely(30) ? 99 : 1L + random.nextInt(3));
        }
        final boolean tooMany = rarely(60);
        return new Command.PutCampaign(
                rarely(60) ? 0 : campaign(),
                off(),
                supply(),
                crowd(),
                tooMany ? Collections.nCopies(ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN + 1, 1L) : List.copyOf(offers),
                rarely(40) ? "" : "c" + random.nextInt(2));
    }

    private Command.Off off() {
        return new Command.Off(
                rarely(60) ? 0 : 1 + random.nextInt(150),
                rarely(60) ? 10_001 : rarely(2) ? random.nextInt(10_001) : 0,
                rarely(60) ? -1 : rarely(2) ? random.nextInt(1_800) : 0,
                rarely(60) ? null : FlashRule.values()[random.nextInt(FlashRule.values().length)],
                rarely(2));
    }

    private Command.Supply supply() {
        final long nowMs = clockMs.getAsLong();
        final long fromMs = rarely(60) ? -1 : nowMs - 2_000 + random.nextInt(rarely(4) ? 5_000 : 2_000);
        return new Command.Supply(
                rarely(60) ? 0 : 1 + random.nextInt(600),
                rarely(60) ? 0 : 1 + random.nextInt(8),
                rarely(60) ? 101 : 1 + random.nextInt(3),
                fromMs,
                rarely(30) ? fromMs : rarely(4) ? fromMs + 1 + random.nextInt(20_000) : Long.MAX_VALUE,
                rarely(60) ? 0 : rarely(3) ? 1 + random.nextInt(30_000) : LONG_MS,
                rarely(3),
                rarely(60) ? -1 : rarely(3) ? 1 + random.nextInt(12) : 0);
    }

    private Command.Crowd crowd() {
        final Audience kind = Audience.values()[random.nextInt(Audience.values().length)];
        return new Command.Crowd(
                rarely(60) ? null : rarely(2) ? Audience.EVERYBODY : kind,
                random.nextInt(4),
                rarely(60) ? 0 : 1 + random.nextInt(ProtocolLimits.MAX_RADIUS_METRES),
                rarely(20) ? 9 : 1 + random.nextInt(2),
                rarely(60) ? 0 : 1 + random.nextInt(60),
                rarely(60) ? 0 : 1 + random.nextInt(20_000));
    }

    /** From beside one of the stores, from far away of it, or from nowhere. */
    private Command claim() {
        final Command.PutStore store = naive.brand().stores.get(1L + random.nextInt(3));
        final boolean isNowhere = !NaiveEarth.isSomewhere(store) || rarely(4);
        int latitudeE6 = isNowhere ? ProtocolLimits.NO_POSITION : store.latitudeE6();
        final int longitudeE6 = isNowhere ? ProtocolLimits.NO_POSITION : store.longitudeE6();
        if (!isNowhere && rarely(3)) {
            latitudeE6 -= FAR_E6;
        }
        if (rarely(60)) {
            latitudeE6 = ProtocolLimits.MAX_LATITUDE_E6 + 1;
        }
        return new Command.ClaimCoupon(
                rarely(60) ? 0 : viewer(),
                rarely(30) ? 9 : campaign(),
                latitudeE6,
                longitudeE6,
                rarely(60) ? "a b" : "k" + random.nextInt(KEYS));
    }

    private Command startRain() {
        return new Command.StartRain(
                rarely(20) ? 9 : campaign(),
                rarely(4) ? 1 + random.nextInt(3) : 1,
                rarely(30) ? 0 : 1 + random.nextInt(3),
                rarely(30)
                        ? ProtocolLimits.MAX_RAIN_MS + 1
                        : rarely(2) ? 1 + random.nextInt(20_000) : ProtocolLimits.MAX_RAIN_MS);
    }

    private Command watch() {
        final List<Command.Watched> viewers = new ArrayList<>();
        for (int i = rarely(30) ? 0 : 1 + random.nextInt(3); i > 0; i--) {
            viewers.add(new Command.Watched(rarely(60) ? 0 : viewer(), rarely(60) ? 0 : 1 + random.nextInt(60)));
        }
        return new Command.NoteWatched(1 + random.nextInt(3), List.copyOf(viewers));
    }

    private Command invite() {
        final List<Long> viewers = new ArrayList<>();
        for (int i = rarely(30) ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            viewers.add(rarely(60) ? 0 : viewer());
        }
        return new Command.InviteToCampaign(rarely(20) ? 9 : campaign(), List.copyOf(viewers));
    }

    /** A viewer becomes a member, just now or a while ago, and belongs to whom they did. */
    private Command join() {
        final long viewer = viewer();
        final NaiveViewer known = naive.referrals().find(viewer);
        final long sinceMs = clockMs.getAsLong() - random.nextInt(15_000);
        return new Command.PutViewers(List.of(new Command.Belonging(
                viewer, sinceMs, known.guideAt(clockMs.getAsLong()), known.group, known.inviter)));
    }

    private Command findCoupons() {
        return new Command.FindCoupons(viewer(), rarely(2) ? random.nextInt(12) : 0, random.nextInt(4) * 7);
    }

    private Command findInviters() {
        final List<Long> viewers = new ArrayList<>();
        for (int i = rarely(20) ? ProtocolLimits.MAX_VIEWERS_A_QUERY + 1 : random.nextInt(4); i > 0; i--) {
            viewers.add((long) random.nextInt(Broadcast.VIEWERS + 2));
        }
        return new Command.FindInviters(List.copyOf(viewers));
    }

    private long campaign() {
        return campaign(random);
    }

    /** One of the evening's campaigns. */
    static long campaign(final Random random) {
        return 1L + random.nextInt(CAMPAIGNS);
    }

    private long viewer() {
        return 1L + random.nextInt(Broadcast.VIEWERS);
    }

    private boolean rarely(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
