package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An order with two faults is refused for the one that the documented order names first. The order is read from
 * {@code docs/OUTCOMES.md}; every pair of it is tried, the later fault in the earlier line.
 */
class OrderLadderTest {
    private static final String KEY = "k";
    private static final long PACK = 105;
    private static final Map<Outcome, Fault> FAULTS = Map.ofEntries(
            Map.entry(Outcome.KEY_REUSED, OrderLadderTest::useTheKeyBefore),
            Map.entry(Outcome.ROOM_UNKNOWN, (shop, order) -> order.in(99)),
            Map.entry(Outcome.ROOM_NOT_OPEN, OrderLadderTest::orderInAScheduledRoom),
            Map.entry(Outcome.OFFER_UNKNOWN, (shop, order) -> order.of(999, 1)),
            Map.entry(Outcome.SALE_NOT_OPEN, (shop, order) -> {
                shop.sell(offer(101).of(11).opening(shop.nowMs() + 1), 10);
                order.of(101, 1);
            }),
            Map.entry(Outcome.SALE_CLOSED, (shop, order) -> {
                shop.sell(offer(102).of(12).opening(0).closing(shop.nowMs()), 10);
                order.of(102, 1);
            }),
            Map.entry(Outcome.PACK_SIZE, OrderLadderTest::orderPartOfAPack),
            Map.entry(Outcome.LIMIT_REACHED, (shop, order) -> {
                shop.sell(offer(103).of(13).limitedTo(1), 10);
                order.of(103, 2);
            }),
            Map.entry(Outcome.PRICE_CHANGED, (shop, order) -> order.expecting(1)),
            Map.entry(Outcome.SOLD_OUT, (shop, order) -> {
                shop.sell(offer(104).of(14), 1);
                order.of(104, 2);
            }),
            Map.entry(Outcome.CAPACITY, (shop, order) -> {
                shop.reserve(order("last").by(8));
                shop.changeLimits(LimitsBuilder.limits().orders(1).build());
            }));

    @Test
    void everyRungIsTried() {
        assertThat(ladder())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FAULTS.keySet().stream(), FaultyCoupon.FAULTS.stream())
                                .toList());
    }

    @Test
    void anOrderWithoutAFaultIsReserved() {
        assertThat(refusalOf(List.of())).isEqualTo(Outcome.RESERVED);
    }

    @ParameterizedTest
    @MethodSource("ladder")
    void anOrderWithOneFaultIsRefusedForIt(final Outcome fault) {
        assertThat(refusalOf(List.of(fault))).isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anOrderWithTwoFaultsIsRefusedForTheFirst(final Outcome first, final Outcome second) {
        assertThat(refusalOf(List.of(second, first))).isEqualTo(first);
    }

    @Test
    void anOrderWithEveryFaultIsRefusedForTheFirst() {
        final List<Outcome> ladder = ladder();
        for (int first = 0; first < ladder.size(); first++) {
            final int from = first;
            final List<Outcome> lastFaultFirst = IntStream.range(from, ladder.size())
                    .mapToObj(i -> ladder.get(ladder.size() - 1 - (i - from)))
                    .toList();
            assertThat(refusalOf(lastFaultFirst)).isEqualTo(ladder.get(first));
        }
    }

    /** The table is filled last: a full one remembers no key. An order has one coupon, which has all its faults at once. */
    private static Outcome refusalOf(final List<Outcome> faults) {
        final CouponShop coupons = CouponShop.open();
        final OrderBuilder order = order(KEY).of(Shop.OFFER, 1);
        if (faults.stream().anyMatch(FaultyCoupon.FAULTS::contains)) {
            order.withCoupon(Long.toString(FaultyCoupon.with(faults, coupons)));
        }
        faults.stream()
                .filter(FAULTS::containsKey)
                .sorted(Comparator.comparing(Outcome.CAPACITY::equals))
                .forEach(fault -> FAULTS.get(fault).commit(coupons.shop(), order));
        return coupons.shop().place(order).outcome();
    }

    private static List<Outcome> ladder() {
        return OutcomesPage.ladder().stream().map(Outcome::valueOf).toList();
    }

    private static Stream<Arguments> pairs() {
        final List<Outcome> ladder = ladder();
        return IntStream.range(0, ladder.size()).boxed().flatMap(first -> ladder.stream()
                .skip(first + 1L)
                .map(second -> Arguments.of(ladder.get(first), second)));
    }

    /** A refused order uses up a key, too, and nothing else. */
    private static void useTheKeyBefore(final Shop shop, final OrderBuilder order) {
        assertThat(shop.place(order(KEY).in(98)).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
    }

    private static void orderInAScheduledRoom(final Shop shop, final OrderBuilder order) {
        shop.putRoom(2);
        assertThat(shop.core().catalogue().room(2).state()).isEqualTo(RoomState.SCHEDULED);
        order.in(2);
    }

    private static void orderPartOfAPack(final Shop shop, final OrderBuilder order) {
        final CampaignTerms vouchers = campaign(PACK).to(Audience.BUYERS).build();
        shop.sell(offer(PACK).of(15), 10);
        shop.decide(decision -> shop.core().coupons().putCampaign(PACK, vouchers, new byte[] {'v'}, decision));
        assertThat(shop.decide(decision -> shop.core().packs().put(PACK, PACK, 2, decision))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        order.of(PACK, 1);
    }

    /** Makes an order one that has to be refused. */
    @FunctionalInterface
    private interface Fault {
        void commit(Shop shop, OrderBuilder order);
    }
}
