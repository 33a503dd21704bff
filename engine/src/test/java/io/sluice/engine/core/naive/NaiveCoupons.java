package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Campaigns and what was claimed of them. A coupon has no state of its own: where it stands is asked of the orders that name
 * it, and how much of a campaign is taken of all its coupons.
 */
final class NaiveCoupons {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");
    private static final int ORDERS_LOOKED_AT = 100;
    /** In place of a voucher's key. */
    private static final String SOLD = "";

    private final NaiveCatalogue catalogue;
    private final NaiveBrand brand;
    private final NaiveReferrals referrals;
    private final NaiveBook book;
    private final NaivePoints points;
    private final Map<Long, Command.PutCampaign> campaigns = new LinkedHashMap<>();
    private final Map<Long, Rain> rains = new HashMap<>();
    private final Map<List<Long>, Long> watched = new HashMap<>();
    private final Map<List<Long>, Long> listed = new HashMap<>();
    private final List<Claimed> claims = new ArrayList<>();
    /** Vouchers whose units went back, and the orders those were of. */
    private final Map<Long, NaiveOrder> spoiled = new HashMap<>();

    private CoreLimits limits = CoreLimits.DEFAULT;

    NaiveCoupons(
            final NaiveCatalogue catalogue,
            final NaiveBrand brand,
            final NaiveReferrals referrals,
            final NaiveBook book,
            final NaivePoints points) {
        this.catalogue = catalogue;
        this.brand = brand;
        this.referrals = referrals;
        this.book = book;
        this.points = points;
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** The coupon of a number, null when there is none. */
    Claimed find(final long number) {
        return number < 1 || number > claims.size() ? null : claims.get((int) number - 1);
    }

    /** Every coupon, oldest first. */
    List<Claimed> claims() {
        return claims;
    }

    /** Every campaign as it was put last. */
    Map<Long, Command.PutCampaign> campaigns() {
        return campaigns;
    }

    /** Of every campaign, in the order in which they were put first, what was claimed of it and what that may cost. */
    List<List<Long>> taken() {
        return campaigns.keySet().stream()
                .map(campaign -> {
                    final List<Claimed> taken = claimsOf(claim -> claim.terms().campaign() == campaign);
                    return List.of(campaign, (long) taken.size(), takenFen(taken));
                })
                .toList();
    }

    NaiveCatalogue.Answer put(final Command.PutCampaign command) {
        if (isBadId(command.campaign()) || !NaiveTerms.areGood(command)) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        final Command.Crowd crowd = command.crowd();
        final Command.PutCampaign known = campaigns.get(command.campaign());
        if (known != null && NaiveTerms.areFixed(known, command)) {
            return NaiveCatalogue.Answer.of(Outcome.PACK_FIXED);
        }
        if (crowd.kind() == Audience.NEARBY && !NaiveEarth.isSomewhere(brand.stores.get(crowd.store()))) {
            return new NaiveCatalogue.Answer(Outcome.STORE_UNKNOWN, crowd.store());
        }
        if (crowd.kind() == Audience.WATCHED && !catalogue.rooms.containsKey(crowd.room())) {
            return NaiveCatalogue.Answer.of(Outcome.ROOM_UNKNOWN);
        }
        for (final long offer : command.offers()) {
            if (!catalogue.offers.containsKey(offer)) {
                return new NaiveCatalogue.Answer(Outcome.OFFER_UNKNOWN, offer);
            }
        }
        campaigns.put(command.campaign(), command);
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    NaiveCatalogue.Answer invite(final Command.InviteToCampaign command) {
        final List<Command.Watched> viewers = command.viewers().stream()
                .map(viewer -> new Command.Watched(viewer, 1))
                .toList();
        if (!NaiveTerms.areGood(viewers)) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        return campaigns.containsKey(command.campaign())
                ? count(listed, command.campaign(), viewers)
                : NaiveCatalogue.Answer.of(Outcome.CAMPAIGN_UNKNOWN);
    }

    NaiveCatalogue.Answer watch(final Command.NoteWatched command) {
        final NaiveRoom room = catalogue.rooms.get(command.room());
        if (!NaiveTerms.areGood(command.viewers())) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (room == null) {
            return NaiveCatalogue.Answer.of(Outcome.ROOM_UNKNOWN);
        }
        return room.state == RoomState.SCHEDULED
                ? NaiveCatalogue.Answer.of(Outcome.ROOM_NOT_OPEN)
                : count(watched, command.room(), command.viewers());
    }

    NaiveCatalogue.Answer rain(final Command.StartRain command, final long nowMs) {
        final Command.PutCampaign campaign = campaigns.get(command.campaign());
        final NaiveRoom room = catalogue.rooms.get(command.room());
        final Rain last = rains.get(command.campaign());
        if (command.count() < 1 || command.durationMs() < 1 || command.durationMs() > ProtocolLimits.MAX_RAIN_MS) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (campaign == null) {
            return NaiveCatalogue.Answer.of(Outcome.CAMPAIGN_UNKNOWN);
        }
        if (room == null) {
            return NaiveCatalogue.Answer.of(Outcome.ROOM_UNKNOWN);
        }
        if (room.state != RoomState.LIVE) {
            return NaiveCatalogue.Answer.of(room.state == RoomState.ENDED ? Outcome.ROOM_ENDED : Outcome.ROOM_NOT_OPEN);
        }
        if (!campaign.supply().rain()) {
            return NaiveCatalogue.Answer.of(Outcome.NO_RAIN);
        }
        if (last != null && nowMs < last.untilMs() && leftOf(command.campaign(), last) > 0) {
            return new NaiveCatalogue.Answer(Outcome.RAIN_FALLS, last.untilMs());
        }
        final long untilMs = nowMs + command.durationMs();
        rains.put(command.campaign(), new Rain(command.room(), command.count(), untilMs, claims.size()));
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, untilMs);
    }

    NaiveCatalogue.Answer claim(final Command.ClaimCoupon command, final long sequence, final long nowMs) {
        final Command.PutCampaign campaign = campaigns.get(command.campaign());
        final boolean nowhere = command.latitudeE6() == ProtocolLimits.NO_POSITION
                && command.longitudeE6() == ProtocolLimits.NO_POSITION;
        if (isBadId(command.viewer())
                || !KEY.matcher(command.key()).matches()
                || !(nowhere || NaiveEarth.isPlace(command.latitudeE6(), command.longitudeE6()))) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (campaign == null) {
            return NaiveCatalogue.Answer.of(Outcome.CAMPAIGN_UNKNOWN);
        }
        final List<Claimed> before = claimsOf(
                claim -> claim.viewer() == command.viewer() && claim.terms().campaign() == command.campaign());
        for (final Claimed claim : before) {
            if (campaign.crowd().kind() != Audience.BUYERS && claim.key().equals(command.key())) {
                return new NaiveCatalogue.Answer(Outcome.REPEATED, claim.number());
            }
        }
        final NaiveCatalogue.Answer refusal = refusalOf(command, campaign, before.size(), nowMs);
        if (refusal != null) {
            return refusal;
        }
        points.spend(command.viewer(), campaign.supply().points());
        claims.add(new Claimed(claims.size() + 1L, command.viewer(), command.key(), campaign, sequence, nowMs));
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, claims.size());
    }

    /** A voucher of a campaign as it stands; answers its number. */
    long sell(final long viewer, final long campaign, final long sequence, final long nowMs) {
        claims.add(new Claimed(claims.size() + 1L, viewer, SOLD, campaigns.get(campaign), sequence, nowMs));
        return claims.size();
    }

    /** A voucher is worth nothing any more: its unit of an order went back. */
    void spoil(final long number, final NaiveOrder order) {
        spoiled.put(number, order);
    }

    boolean isSpoiled(final long number) {
        return spoiled.containsKey(number);
    }

    /** Whether it is a voucher whose refund is asked for. */
    boolean isRefunding(final long number) {
        return book.orders.stream().anyMatch(order -> order.refunding.contains(number));
    }

    /** How many more there may be; below 0 when the limit was lowered since. */
    long room() {
        return limits.maxOrders() - claims.size();
    }

    private NaiveCatalogue.Answer refusalOf(
            final Command.ClaimCoupon command, final Command.PutCampaign campaign, final int had, final long nowMs) {
        final Command.Supply supply = campaign.supply();
        final Rain rain = supply.rain() ? rains.get(command.campaign()) : null;
        final int price = supply.points();
        if (room() <= 0 || (price > 0 && points.isFull())) {
            return NaiveCatalogue.Answer.of(Outcome.CAPACITY);
        }
        if (nowMs < supply.claimFromMs()) {
            return new NaiveCatalogue.Answer(Outcome.CLAIM_NOT_OPEN, supply.claimFromMs());
        }
        if (supply.rain() && rain == null) {
            return new NaiveCatalogue.Answer(Outcome.CLAIM_NOT_OPEN, Long.MAX_VALUE);
        }
        final long closesAtMs = rain == null ? supply.claimToMs() : Math.min(rain.untilMs(), supply.claimToMs());
        if (nowMs >= closesAtMs) {
            return new NaiveCatalogue.Answer(Outcome.CLAIM_CLOSED, closesAtMs);
        }
        if (rain != null && catalogue.rooms.get(rain.room()).state != RoomState.LIVE) {
            return new NaiveCatalogue.Answer(Outcome.CLAIM_CLOSED, nowMs);
        }
        if (!isMeant(command.viewer(), campaign, nowMs)) {
            return new NaiveCatalogue.Answer(
                    Outcome.NOT_ELIGIBLE, campaign.crowd().kind().code());
        }
        if (campaign.crowd().kind() == Audience.NEARBY && !isNear(command, campaign.crowd())) {
            return new NaiveCatalogue.Answer(Outcome.TOO_FAR, campaign.crowd().radiusMetres());
        }
        if (had >= supply.perViewer()) {
            return new NaiveCatalogue.Answer(Outcome.CLAIM_LIMIT, supply.perViewer());
        }
        final long balance = points.balanceOf(command.viewer(), nowMs);
        if (price > 0 && balance < price) {
            return new NaiveCatalogue.Answer(Outcome.POINTS_TOO_FEW, balance);
        }
        final List<Claimed> taken = claimsOf(claim -> claim.terms().campaign() == command.campaign());
        final boolean isGone = taken.size() >= supply.count()
                || takenFen(taken) + campaign.off().discountFen() > supply.budgetFen()
                || (rain != null && leftOf(command.campaign(), rain) == 0);
        return isGone ? NaiveCatalogue.Answer.of(Outcome.COUPONS_GONE) : null;
    }

    /** What coupons may cost together; those that were sold cost nobody anything. */
    static long takenFen(final List<Claimed> coupons) {
        return coupons.stream()
                .filter(claim -> !claim.isSold())
                .mapToLong(claim -> claim.terms().off().discountFen())
                .sum();
    }

    List<Claimed> claimsOf(final Predicate<Claimed> which) {
        return claims.stream().filter(which).toList();
    }

    Verdict.Coupons shown(final Command.FindCoupons query) {
        final Claimed reference = find(query.before());
        final boolean isBad = query.before() != 0 && (reference == null || reference.viewer() != query.viewer());
        final List<Verdict.Coupon> theirs = new ArrayList<>();
        for (int i = claims.size() - 1; i >= 0 && !isBad; i--) {
            final Claimed claim = claims.get(i);
            if (claim.viewer() == query.viewer() && (query.before() == 0 || claim.number() < query.before())) {
                theirs.add(shown(claim));
            }
        }
        final int most = Math.min(Math.min(query.maximum(), ProtocolLimits.MAX_COUPON_PAGE), theirs.size());
        return new Verdict.Coupons(most < theirs.size(), theirs.subList(0, most));
    }

    private Verdict.Coupon shown(final Claimed claim) {
        final NaiveOrder order = orderOf(claim.number());
        final Command.Off off = claim.terms().off();
        return new Verdict.Coupon(
                claim.number(),
                claim.terms().campaign(),
                stateOf(claim.number(), order),
                claim.sequence(),
                claim.timeMs(),
                claim.expiresAtMs(),
                order == null ? 0 : order.number,
                claim.terms().crowd().kind() == Audience.NEARBY && !claim.isSold(),
                off.discountFen(),
                off.basisPoints(),
                off.minimumFen());
    }

    private CouponState stateOf(final long number, final NaiveOrder order) {
        if (order == null) {
            return CouponState.CLAIMED;
        }
        if (isSpoiled(number)) {
            return CouponState.VOID;
        }
        if (isRefunding(number)) {
            return CouponState.REFUNDING;
        }
        return order.state == OrderState.RESERVED ? CouponState.HELD : CouponState.USED;
    }

    /** The order that has a coupon: its own pack's whose refund is asked for, one that is not at its end, or was given back without it. */
    NaiveOrder orderOf(final long number) {
        final Claimed claim = find(number);
        NaiveOrder found = spoiled.get(number);
        for (final NaiveOrder order : book.orders) {
            final boolean keeps =
                    switch (order.state) {
                        case RESERVED, PAID -> true;
                        case REFUNDED -> !claim.terms().off().comesBack();
                        case NONE, CANCELLED, EXPIRED -> false;
                    };
            if ((order.coupon == number && keeps) || order.refunding.contains(number)) {
                if (found != null) {
                    throw new AssertionError("coupon " + number + " is in two orders");
                }
                found = order;
            }
        }
        return found;
    }

    private boolean isMeant(final long viewer, final Command.PutCampaign campaign, final long nowMs) {
        final Command.Crowd crowd = campaign.crowd();
        return switch (crowd.kind()) {
            case EVERYBODY, NEARBY -> true;
            case BUYERS -> false;
            case LISTED -> listed.containsKey(List.of(viewer, campaign.campaign()));
            case WATCHED ->
                catalogue.rooms.get(crowd.room()).state == RoomState.ENDED
                        && watched.getOrDefault(List.of(viewer, crowd.room()), 0L) >= crowd.watchedSeconds()
                        && paidFor(viewer).noneMatch(order -> order.command.room() == crowd.room());
            case NEWCOMERS -> {
                final long sinceMs = referrals.find(viewer).memberSinceMs;
                yield sinceMs > 0
                        && nowMs - sinceMs <= crowd.memberMs()
                        && paidFor(viewer).findAny().isEmpty();
            }
        };
    }

    private Stream<NaiveOrder> paidFor(final long viewer) {
        return book.ordersOf(viewer).stream()
                .limit(ORDERS_LOOKED_AT)
                .map(book::find)
                .filter(order -> order.state == OrderState.PAID || order.state == OrderState.REFUNDED);
    }

    private boolean isNear(final Command.ClaimCoupon command, final Command.Crowd crowd) {
        final Command.PutStore store = brand.stores.get(crowd.store());
        return command.latitudeE6() != ProtocolLimits.NO_POSITION
                && NaiveEarth.isSomewhere(store)
                && NaiveEarth.metres(
                                store.latitudeE6(), store.longitudeE6(), command.latitudeE6(), command.longitudeE6())
                        <= crowd.radiusMetres();
    }

    /** Coupons of a rain that nobody has claimed; those that were claimed while the campaign did not rain are not its. */
    private int leftOf(final long campaign, final Rain rain) {
        return rain.count()
                - claimsOf(claim -> claim.terms().campaign() == campaign
                                && claim.number() > rain.claimsBefore()
                                && !claim.isSold()
                                && claim.terms().supply().rain())
                        .size();
    }

    private NaiveCatalogue.Answer count(
            final Map<List<Long>, Long> counts, final long what, final List<Command.Watched> viewers) {
        final long unknown = viewers.stream()
                .filter(each -> !counts.containsKey(List.of(each.viewer(), what)))
                .count();
        if (counts.size() + unknown > limits.maxViewers()) {
            return NaiveCatalogue.Answer.of(Outcome.CAPACITY);
        }
        viewers.forEach(each -> counts.merge(List.of(each.viewer(), what), (long) each.seconds(), Long::sum));
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, viewers.size());
    }

    private static boolean isBadId(final long id) {
        return id < 1 || id > ProtocolLimits.MAX_ID;
    }

    /** A coupon: who claimed it, and the campaign as it was then. */
    record Claimed(long number, long viewer, String key, Command.PutCampaign terms, long sequence, long timeMs) {
        /** Whether it is a voucher: no claim comes without a key. */
        boolean isSold() {
            return key.equals(SOLD);
        }

        long expiresAtMs() {
            return timeMs + terms.supply().validMs();
        }
    }

    /** The newest rain of a campaign, and how many coupons there were of all campaigns when it began. */
    private record Rain(long room, int count, long untilMs, int claimsBefore) {}
}
