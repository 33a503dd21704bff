package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdRunnerTest {
    private static final long ROOM = 1;
    private static final long VIEWER = 42;
    private static final long NEVER_MS = Long.MAX_VALUE / 2;
    private static final CrowdAction LAST = new CrowdAction.Leave(NEVER_MS, VIEWER);
    private static final Touch GUIDE = new Touch(Touch.Source.GUIDE, 101);
    private static final long LEAST_FEN = 6_000;
    private static final String ORDERS = "/rooms/1/orders";
    private static final String PLACE = "/rooms/1/offers/4001/place";
    /** Number of an order whose viewer does not let a turn go by. */
    private static final long USES_THE_TURN = 1;

    private final Vertx vertx = Vertx.vertx();
    private FakeShop shop;
    private CrowdRunner runner;

    @BeforeEach
    void openShop() throws Exception {
        shop = FakeShop.open(vertx);
    }

    @AfterEach
    void closeAll() throws Exception {
        FakeShop.await(vertx.close());
    }

    @Test
    void ordersOverHttpWithItsCodeAndPays() throws Exception {
        play(join(false), order(10, GUIDE, false), new CrowdAction.Pay(3_000, VIEWER, 1));

        await().until(() -> count(CrowdCounter.PAID) == 1);
        final FakeShop.Asked order = shop.asked("POST", ORDERS).get(0);
        assertThat(order.authorization()).isEqualTo("Bearer viewer-42");
        assertThat(order.key()).matches("crowd-[0-9a-z]+-1");
        assertThat(order.body().encode())
                .isEqualTo("{\"lines\":[{\"offer\":1001,\"quantity\":2}],\"share\":\"guide-101\"}");
        assertThat(shop.asked("POST", "/demo/payments").get(0).body().encode()).isEqualTo("{\"order\":\"1\"}");
        assertThat(count(CrowdCounter.ORDERS_RESERVED)).isEqualTo(1);
    }

    @Test
    void whoComesByAGroupsCodeJoinsTheGroup() throws Exception {
        play(join(new Touch(Touch.Source.GROUP, 1001), false));

        await().until(() -> count(CrowdCounter.TOUCHED) == 1);
        final FakeShop.Asked touch = shop.asked("POST", "/touches").get(0);
        assertThat(touch.authorization()).isEqualTo("Bearer viewer-42");
        assertThat(touch.body().encode()).isEqualTo("{\"share\":\"group-1001\",\"join\":true}");
    }

    @Test
    void anInvitersCodeIsTheirOwnToMake() throws Exception {
        play(join(new Touch(Touch.Source.VIEWER, 7), false));

        await().until(() -> count(CrowdCounter.TOUCHED) == 1);
        assertThat(shop.shared()).extracting(FakeShop.Asked::authorization).containsExactly("Bearer viewer-7");
        assertThat(shop.shared().get(0).body().encode()).isEqualTo("{\"room\":1}");
        assertThat(shop.asked("POST", "/touches").get(0).body().encode()).isEqualTo("{\"share\":\"viewer\"}");
    }

    @Test
    void theBrandsCodesAreMadeOnceAndBeforeTheShow() throws Exception {
        runner = new CrowdRunner(
                vertx, new CrowdOptions().setPort(shop.port()), ROOM, () -> LAST, List.of(GUIDE, GUIDE));

        FakeShop.await(runner.start());

        assertThat(shop.shared()).hasSize(1);
        assertThat(shop.shared().get(0).authorization()).isEqualTo("Bearer operator-1");
    }

    @Test
    void aShopThatKnowsNoCodesIsVisitedWithoutThem() throws Exception {
        shop.refuseNext(404, "GUIDE_UNKNOWN");
        runner = new CrowdRunner(vertx, new CrowdOptions().setPort(shop.port()), ROOM, () -> LAST, List.of(GUIDE));

        FakeShop.await(runner.start());

        assertThat(shop.shared()).hasSize(1);
    }

    @Test
    void anOrderWhoseCodeCannotBeHadGoesWithoutIt() throws Exception {
        shop.refuseNext(404, "GUIDE_UNKNOWN");
        play(join(false), order(10, GUIDE, false));

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1);
        assertThat(shop.asked("POST", ORDERS).get(0).body().containsKey("share"))
                .isFalse();
    }

    @Test
    void claimsACouponAndUsesItForTheNextOrderThatIsDearEnough() throws Exception {
        play(join(false), claim(10), order(3_000, Touch.NONE, false));

        await().until(() -> count(CrowdCounter.DISCOUNTED) == 1);
        final FakeShop.Asked claim = shop.asked("POST", "/campaigns/1/claims").get(0);
        assertThat(claim.authorization()).isEqualTo("Bearer viewer-42");
        assertThat(claim.key()).matches("crowd-[0-9a-z]+-claim-1");
        assertThat(shop.asked("POST", ORDERS).get(0).body().getString("coupon")).isEqualTo("71");
        assertThat(count(CrowdCounter.CLAIMED)).isEqualTo(1);
    }

    @Test
    void aCouponIsKeptWhileTheOrderIsTooCheapForIt() throws Exception {
        shop.couponsFrom(LEAST_FEN + 1);
        play(join(false), claim(10), order(3_000, Touch.NONE, false));

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1 && count(CrowdCounter.CLAIMED) == 1);
        assertThat(shop.asked("POST", ORDERS).get(0).body().containsKey("coupon"))
                .isFalse();
    }

    @Test
    void whoseClaimIsRefusedOrdersWithoutACoupon() throws Exception {
        shop.refuseNext(409, "COUPONS_GONE");
        play(join(false), claim(10), order(600, Touch.NONE, false));

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1 && count(CrowdCounter.CLAIMS_REFUSED) == 1);
        assertThat(count(CrowdCounter.DISCOUNTED)).isZero();
    }

    @Test
    void waitsInLineAndOrdersWhatATurnKeeps() throws Exception {
        play(join(true), waits(USES_THE_TURN));
        await().until(() -> count(CrowdCounter.WAITED) == 1 && shop.sockets().size() == 1);

        assertThat(shop.asked("PUT", PLACE).get(0).body().encode()).isEqualTo("{\"units\":1}");
        shop.sockets().get(0).writeTextMessage("{\"t\":\"place\",\"offer\":4001,\"state\":\"CALLED\",\"units\":1}");
        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1);
        assertThat(shop.asked("POST", ORDERS).get(0).body().encode())
                .isEqualTo("{\"lines\":[{\"offer\":4001,\"quantity\":1}]}");
        assertThat(count(CrowdCounter.TURNS)).isEqualTo(1);
    }

    @Test
    void ordersAtOnceWhereThereIsStockLeft() throws Exception {
        shop.refuseNext(409, "STOCK_LEFT");
        play(join(false), waits(USES_THE_TURN));

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1);
        assertThat(count(CrowdCounter.WAITED)).isZero();
    }

    @Test
    void talksAndOrdersOverTheSocket() throws Exception {
        play(
                join(true),
                new CrowdAction.Comment(800, VIEWER, "好看"),
                new CrowdAction.Like(810, VIEWER, 3),
                order(820, Touch.NONE, true),
                new CrowdAction.Cancel(1_400, VIEWER, 1));

        await().until(() -> count(CrowdCounter.CANCELLED) == 1);
        assertThat(shop.frames("comment").get(0).getString("text")).isEqualTo("好看");
        assertThat(shop.frames("like").get(0).getInteger("n")).isEqualTo(3);
        assertThat(shop.frames("order")).hasSize(1);
        assertThat(shop.asked("POST", ORDERS)).isEmpty();
        assertThat(shop.asked("POST", "/orders/1/cancel")).hasSize(1);
        assertThat(count(CrowdCounter.COMMENTS)).isEqualTo(1);
        assertThat(count(CrowdCounter.LIKES)).isEqualTo(3);
    }

    @Test
    void aRepeatHasTheSameKeyAndIsCountedAsReplayed() throws Exception {
        play(join(false), order(10, Touch.NONE, false), new CrowdAction.Repeat(600, VIEWER, 1));

        await().until(() -> count(CrowdCounter.ORDERS_REPLAYED) == 1);
        assertThat(shop.asked("POST", ORDERS))
                .extracting(FakeShop.Asked::key)
                .hasSize(2)
                .containsOnly(shop.asked().get(0).key());
        assertThat(count(CrowdCounter.ORDERS_RESERVED)).isEqualTo(1);
    }

    @Test
    void countsARefusalByItsCodeAndHasNothingToPay() throws Exception {
        shop.refuseNext(409, "SOLD_OUT");
        play(
                join(false),
                order(10, Touch.NONE, false),
                new CrowdAction.Pay(600, VIEWER, 1),
                new CrowdAction.Leave(610, VIEWER));

        await().until(() -> count(CrowdCounter.LEFT) == 1);
        assertThat(runner.summary().refusedByCode()).containsEntry("SOLD_OUT", 1L);
        assertThat(count(CrowdCounter.ORDERS_REFUSED)).isEqualTo(1);
        assertThat(shop.asked("POST", "/demo/payments")).isEmpty();
    }

    @Test
    void aRefusalOverTheSocketCountsAsWell() throws Exception {
        shop.refuseNext(409, "LIMIT_REACHED");
        play(join(true), order(800, Touch.NONE, true));

        await().until(() -> runner.summary().refusedByCode().containsKey("LIMIT_REACHED"));
        assertThat(count(CrowdCounter.ORDERS_REFUSED)).isEqualTo(1);
    }

    @Test
    void pausesWhenTheServerIsBusyAndThenAsksAgainWithTheSameKey() throws Exception {
        shop.refuseNext(503, "RING_FULL");
        play(join(true), order(800, Touch.NONE, false), new CrowdAction.Comment(1_200, VIEWER, "冲"));

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) == 1);
        assertThat(shop.asked("POST", ORDERS))
                .hasSize(2)
                .extracting(FakeShop.Asked::key)
                .containsOnly(shop.asked().get(0).key());
        assertThat(count(CrowdCounter.BUSY)).isEqualTo(1);
        assertThat(count(CrowdCounter.ORDERS_ASKED)).isEqualTo(1);
    }

    @Test
    void comesBackWhenTheSocketIsLost() throws Exception {
        play(join(true));
        await().until(() -> shop.sockets().size() == 1);

        shop.sockets().get(0).close((short) 1011);

        await().atMost(Duration.ofSeconds(5)).until(() -> shop.sockets().size() == 2);
        assertThat(count(CrowdCounter.SOCKETS_LOST)).isEqualTo(1);
    }

    @Test
    void doesNotFightForASocketThatWasReplaced() throws Exception {
        play(join(true), new CrowdAction.Comment(2_500, VIEWER, "还在"));
        await().until(() -> shop.sockets().size() == 1);

        shop.sockets().get(0).close((short) 4409);

        await().until(() -> count(CrowdCounter.HELD_BACK) == 1);
        assertThat(shop.sockets()).hasSize(1);
    }

    @Test
    void whoGetsNoSocketHoldsBack() throws Exception {
        play(new CrowdOptions().setMaxSockets(0), join(true), new CrowdAction.Comment(50, VIEWER, "好看"));

        await().until(() -> count(CrowdCounter.HELD_BACK) == 1);
        assertThat(shop.sockets()).isEmpty();
    }

    @Test
    void closingTakesEverySocketAway() throws Exception {
        play(join(true));
        await().until(() -> shop.sockets().size() == 1);

        FakeShop.await(runner.close());

        await().until(() -> shop.sockets().get(0).isClosed());
    }

    @Test
    void theRealCrowdFillsTheRoom() throws Exception {
        final DemoBrand brand = DemoBrand.load();
        runner = new CrowdRunner(vertx, brand, new CrowdOptions().setPort(shop.port()));
        FakeShop.await(runner.start());

        await().until(() -> count(CrowdCounter.ORDERS_RESERVED) > 0 && count(CrowdCounter.COMMENTS) > 0);
        assertThat(count(CrowdCounter.FAILED)).isZero();
    }

    private void play(final CrowdAction... actions) throws Exception {
        play(new CrowdOptions(), actions);
    }

    private void play(final CrowdOptions options, final CrowdAction... actions) throws Exception {
        final Queue<CrowdAction> script = new ArrayDeque<>(List.of(actions));
        options.setPort(shop.port());
        runner = new CrowdRunner(vertx, options, ROOM, () -> script.isEmpty() ? LAST : script.remove(), List.of());
        FakeShop.await(runner.start());
    }

    private long count(final CrowdCounter counter) {
        return runner.summary().count(counter);
    }

    private static CrowdAction join(final boolean live) {
        return join(Touch.NONE, live);
    }

    private static CrowdAction join(final Touch touch, final boolean live) {
        return new CrowdAction.Join(0, VIEWER, "青柠", touch, live);
    }

    private static CrowdAction waits(final long number) {
        return new CrowdAction.Wait(500, VIEWER, number, 4001, LEAST_FEN);
    }

    private static CrowdAction claim(final long atMs) {
        return new CrowdAction.Claim(atMs, VIEWER, DemoCampaign.EVERYBODY);
    }

    private static CrowdAction order(final long atMs, final Touch carried, final boolean overSocket) {
        return new CrowdAction.Order(atMs, VIEWER, 1, List.of(new OrderLine(1001, 2)), LEAST_FEN, carried, overSocket);
    }
}
