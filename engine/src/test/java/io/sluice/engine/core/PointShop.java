package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.List;
import java.util.stream.IntStream;

/** The shop of a brand that gives coupons and points. */
final class PointShop {
    static final long VIEWER = Shop.VIEWER;
    static final long FOR_GOOD = Long.MAX_VALUE;

    private final CouponShop coupons;
    private int keys;

    private PointShop(final CouponShop coupons) {
        this.coupons = coupons;
    }

    static PointShop open() {
        return open(LimitsBuilder.limits());
    }

    static PointShop open(final LimitsBuilder limits) {
        return new PointShop(CouponShop.open(limits));
    }

    /** Another that took this one's saved state. */
    PointShop reloaded() {
        final PointShop reloaded = new PointShop(coupons.reloaded());
        reloaded.keys = keys;
        return reloaded;
    }

    Shop shop() {
        return coupons.shop();
    }

    CouponShop coupons() {
        return coupons;
    }

    FlashCore core() {
        return coupons.core();
    }

    /** Moves time on. */
    PointShop pass(final long ms) {
        shop().pass(ms);
        return this;
    }

    Decision putRule(final PointReason reason, final int points, final int dailyCap, final long validMs) {
        final PointRule rule = new PointRule(points, dailyCap, validMs);
        return shop().decide(decision -> core().points().putRule(reason, rule, decision));
    }

    /** A reason brings so many each time, without a cap and for good. */
    PointShop bringing(final PointReason reason, final int points) {
        return bringing(reason, points, 0, 0);
    }

    /** A reason brings so many each time, up to a cap a day, for a while. */
    PointShop bringing(final PointReason reason, final int points, final int dailyCap, final long validMs) {
        assertThat(putRule(reason, points, dailyCap, validMs).outcome()).isEqualTo(Outcome.ACCEPTED);
        return this;
    }

    Decision award(final long viewer, final PointReason reason, final String key) {
        return shop().decide(decision -> core().points().award(viewer, reason, Shop.ascii(key), decision));
    }

    /** Gives the shop's viewer so many points for good. */
    PointShop given(final int points) {
        return given(points, 0);
    }

    /** Gives the shop's viewer so many points for a while. */
    PointShop given(final int points, final long validMs) {
        bringing(PointReason.GIFT, points, 0, validMs);
        final Decision decision = award(VIEWER, PointReason.GIFT, "gift-" + ++keys);
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decision.detail()).isEqualTo(points);
        return this;
    }

    Decision comment() {
        return shop().comment(VIEWER, Shop.ROOM);
    }

    /** A viewer comes by another's share code. */
    Decision share(final long inviter, final long viewer) {
        return coupons.brand().note(TouchBuilder.shareOf(inviter).of(viewer));
    }

    /** Places an order and pays it; answers the payment. */
    Decision buy(final OrderBuilder order) {
        final Decision paid = coupons.pay(shop().reserve(order));
        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        return paid;
    }

    /** An order of so many units for 5,000 fen each. */
    OrderBuilder units(final int units) {
        return coupons.order().of(Shop.OFFER, units);
    }

    PointPage page(final long viewer) {
        return page(viewer, 0, ProtocolLimits.MAX_POINT_PAGE);
    }

    PointPage page(final long viewer, final long before, final int most) {
        final PointPage page = new PointPage().atMost(most);
        core().points().show(viewer, before, shop().nowMs(), page);
        return page;
    }

    /** What the shop's viewer can spend now. */
    long balance() {
        return page(VIEWER).balance();
    }

    /** Moves of a viewer, newest first: why, and how many. */
    List<String> movesOf(final long viewer) {
        final PointPage page = page(viewer);
        return IntStream.range(0, page.size())
                .mapToObj(i -> page.reason(i) + " " + page.points(i))
                .toList();
    }

    /** What a decision moves: whose, why, how many, and what they have then. */
    static List<String> moved(final Decision decision) {
        final PointMoves moves = decision.points();
        return IntStream.range(0, moves.size())
                .mapToObj(i ->
                        moves.viewer(i) + " " + moves.reason(i) + " " + moves.points(i) + " has " + moves.balance(i))
                .toList();
    }
}
