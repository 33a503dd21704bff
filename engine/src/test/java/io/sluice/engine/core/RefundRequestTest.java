package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RefundRequestState;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a refund ends that an operator asked for. */
class RefundRequestTest {
    private static final long OPERATOR = 31;
    private static final long PLAIN = 102;
    private static final int LATER = 1_000;

    private final CouponShop coupons = CouponShop.open();
    private final Shop shop = coupons.shop();

    @Test
    void theProviderDeclinesAndItCanBeAskedForAnew() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        final long request = ask(bought, "q");

        final Decision declined = shop.declineRefund(bought, request);

        assertThat(declined.outcome()).isEqualTo(Outcome.REFUND_DECLINED);
        assertThat(declined.detail()).isEqualTo(request);
        assertThat(declined.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(declined.picture().refundedFen()).isZero();
        assertThat(ask(bought, "q2")).isGreaterThan(request);
    }

    @Test
    void anOperatorWithdrawsWhatAnotherAskedFor() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        final long request = ask(bought, "q");

        assertThat(shop.withdrawRefund(OPERATOR + 1, bought, request).outcome()).isEqualTo(Outcome.REFUND_WITHDRAWN);

        assertThat(ask(bought, "q2")).isGreaterThan(request);
    }

    @Test
    void whatHasEndedEndsNoOtherWay() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 3));
        final long withdrawn = ask(bought, "q1");
        shop.withdrawRefund(OPERATOR, bought, withdrawn);
        final long declined = ask(bought, "q2");
        shop.declineRefund(bought, declined);
        final long refunded = ask(bought, "q3");
        shop.refund(refund(bought, "r").of(Shop.OFFER, 1).completing(refunded));

        assertRepeated(shop.withdrawRefund(OPERATOR, bought, withdrawn), Outcome.REFUND_WITHDRAWN);
        assertRepeated(shop.declineRefund(bought, declined), Outcome.REFUND_DECLINED);
        assertEnded(shop.declineRefund(bought, withdrawn), RefundRequestState.WITHDRAWN);
        assertEnded(shop.withdrawRefund(OPERATOR, bought, declined), RefundRequestState.DECLINED);
        assertEnded(shop.withdrawRefund(OPERATOR, bought, refunded), RefundRequestState.REFUNDED);
        assertEnded(shop.declineRefund(bought, refunded), RefundRequestState.REFUNDED);
    }

    @Test
    void onlyWhatWasAskedForOfThatOrderCanEnd() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 1));
        final long other = shop.buy(order("l").of(Shop.OFFER, 1));
        final long request = ask(bought, "q");

        assertThat(shop.declineRefund(other, request).outcome()).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.withdrawRefund(OPERATOR, other, request).outcome()).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.declineRefund(other, 0).outcome()).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.declineRefund(bought, request + 1).outcome()).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.declineRefund(99, request).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(shop.withdrawRefund(0, bought, request).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.refund(refund(other, "r").completing(request)).outcome())
                .isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.refund(refund(other, "r").completing(-1)).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(shop.requestRefund(OPERATOR, refund(bought, "again")).outcome())
                .isEqualTo(Outcome.REFUND_PENDING);
    }

    @Test
    void aRefundEndsWhatItNamesAndNothingElse() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 3));
        final long first = ask(bought, "q1");
        shop.withdrawRefund(OPERATOR, bought, first);
        final long second = ask(bought, "q2");

        final Decision late = shop.refund(refund(bought, "r1").of(Shop.OFFER, 1).completing(first));

        assertThat(late.outcome()).as("money that went is a fact").isEqualTo(Outcome.REFUNDED);
        assertEnded(shop.declineRefund(bought, first), RefundRequestState.REFUNDED);
        assertThat(shop.requestRefund(OPERATOR, refund(bought, "q3")).detail()).isEqualTo(second);
        shop.refund(refund(bought, "r2").of(Shop.OFFER, 1).completing(second));
        assertThat(ask(bought, "q3")).isGreaterThan(second);
    }

    @Test
    void whatIsPendingEndsWithoutMoneyWhenLateMoneyLeavesNothing() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 1));
        final long first = ask(bought, "q1");
        shop.withdrawRefund(OPERATOR, bought, first);
        final long second = ask(bought, "q2");

        final Decision late = shop.refund(refund(bought, "r1").of(Shop.OFFER, 1).completing(first));

        assertThat(late.picture().state()).isEqualTo(OrderState.REFUNDED);
        assertRepeated(shop.withdrawRefund(OPERATOR, bought, second), Outcome.REFUND_WITHDRAWN);
        assertEnded(shop.declineRefund(bought, second), RefundRequestState.WITHDRAWN);
    }

    @Test
    void whatIsPendingStaysWhileAnythingIsLeftForIt() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        final long first = ask(bought, "q1");
        shop.withdrawRefund(OPERATOR, bought, first);
        final long second = ask(bought, "q2");

        shop.refund(refund(bought, "r1").of(Shop.OFFER, 1).completing(first));

        assertThat(shop.withdrawRefund(OPERATOR, bought, second).outcome()).isEqualTo(Outcome.REFUND_WITHDRAWN);
    }

    @Test
    void whatWasPaidBackIsNotPaidBackUnderAnotherReference() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 3));
        final long request = ask(bought, "q");
        shop.refund(refund(bought, "r1").of(Shop.OFFER, 1).completing(request));

        final Decision twice =
                shop.refund(refund(bought, "r2").of(Shop.OFFER, 1).completing(request));

        assertEnded(twice, RefundRequestState.REFUNDED);
        assertThat(twice.picture().refundedFen()).isEqualTo(Shop.PRICE_FEN);
        assertEnded(shop.refund(refund(bought, "r3").of(PLAIN, 1).completing(request)), RefundRequestState.REFUNDED);
        assertRepeated(shop.refund(refund(bought, "r1").of(Shop.OFFER, 1).completing(request)), Outcome.REFUNDED);
    }

    @Test
    void lateMoneyForVouchersThatWereUsedIsRefusedAndEndsNothing() {
        final long pack = packOfThree();
        final long request = shop.requestRefund(OPERATOR, refund(pack, "q")).sequence();
        shop.withdrawRefund(OPERATOR, pack, request);
        for (long voucher = 1; voucher <= 3; voucher++) {
            assertThat(coupons.ordered(coupons.order(voucher).of(PLAIN, 1))).isEqualTo(Outcome.RESERVED);
        }

        final Decision late = shop.refund(refund(pack, "r").completing(request));

        assertThat(late.outcome()).isEqualTo(Outcome.ORDER_NOT_REFUNDABLE);
        assertThat(shop.refund(refund(pack, "r").of(Shop.OFFER, 1).completing(request))
                        .outcome())
                .isEqualTo(Outcome.REFUND_EXCEEDS_LINE);
        assertRepeated(shop.withdrawRefund(OPERATOR, pack, request), Outcome.REFUND_WITHDRAWN);
    }

    @Test
    void aRefundThatNamesNothingIsForWhateverIsPending() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        final long request = ask(bought, "q");

        shop.refund(refund(bought, "r").of(Shop.OFFER, 1));

        assertEnded(shop.declineRefund(bought, request), RefundRequestState.REFUNDED);
    }

    @Test
    void aReferenceThatComesAgainForAnotherRequestIsRefused() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        final long request = ask(bought, "q");
        shop.refund(refund(bought, "r").of(Shop.OFFER, 1).completing(request));

        final Decision again = shop.refund(refund(bought, "r").of(Shop.OFFER, 1));

        assertThat(again.outcome()).isEqualTo(Outcome.KEY_REUSED);
        assertThat(again.detail()).isEqualTo(BodyField.REQUEST.code());
    }

    @Test
    void vouchersWhoseRefundIsAskedForAreHeldUntilItEndsWithoutMoney() {
        final long pack = packOfThree();
        final long request = shop.requestRefund(OPERATOR, refund(pack, "q").of(Shop.OFFER, 2))
                .sequence();
        assertThat(states()).containsExactly(CouponState.CLAIMED, CouponState.REFUNDING, CouponState.REFUNDING);

        final Decision held = shop.place(coupons.order(3).of(PLAIN, 1));
        assertThat(held.outcome()).isEqualTo(Outcome.COUPON_REFUNDING);
        assertThat(held.detail()).isEqualTo(pack);
        assertThat(coupons.ordered(coupons.order(1).of(PLAIN, 1))).isEqualTo(Outcome.RESERVED);

        shop.declineRefund(pack, request);
        assertThat(states()).containsExactly(CouponState.HELD, CouponState.CLAIMED, CouponState.CLAIMED);
        assertThat(coupons.ordered(coupons.order(3).of(PLAIN, 1))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void moneyMakesAsManyVouchersWorthlessAsItPaidAndFreesTheRest() {
        final long pack = packOfThree();
        final long request = shop.requestRefund(OPERATOR, refund(pack, "q")).sequence();

        shop.refund(refund(pack, "r").of(Shop.OFFER, 1).completing(request));

        assertThat(states()).containsExactly(CouponState.CLAIMED, CouponState.CLAIMED, CouponState.VOID);
    }

    @Test
    void lateMoneyTakesVouchersThatAreFreeBeforeThoseThatAreHeld() {
        final long pack = packOfThree();
        final long first = ask(pack, "q1");
        shop.withdrawRefund(OPERATOR, pack, first);
        final long second = ask(pack, "q2");

        shop.refund(refund(pack, "r1").of(Shop.OFFER, 2).completing(first));
        assertThat(states()).containsExactly(CouponState.VOID, CouponState.VOID, CouponState.REFUNDING);

        shop.refund(refund(pack, "r2").completing(second));
        assertThat(states()).containsOnly(CouponState.VOID);
    }

    @Test
    void lateMoneyForAnOrderDoesNotTakeAVoucherThatIsHeld() {
        final long pack = packOfThree();
        final long late = shop.expired(coupons.order(3).of(PLAIN, 2));
        ask(pack, "q");

        assertThat(coupons.pay(late).cause()).isEqualTo(Outcome.COUPON_REFUNDING);
    }

    @Test
    void whatWasRecordedBeforeIsDecidedAsItWas() {
        final long pack = packOfThree();
        final long request = shop.requestRefund(
                        OPERATOR, refund(pack, "q").of(Shop.OFFER, 1).recordedBefore())
                .sequence();
        assertThat(states()).containsOnly(CouponState.CLAIMED);

        shop.refund(refund(pack, "r").of(Shop.OFFER, 1).recordedBefore());

        assertThat(shop.declineRefund(pack, request).outcome()).isEqualTo(Outcome.REFUND_REQUEST_UNKNOWN);
        assertThat(shop.requestRefund(OPERATOR, refund(pack, "q2")).outcome()).isEqualTo(Outcome.REFUND_REQUESTED);
    }

    @Test
    void asManyAreKeptAsOrders() {
        final long bought = shop.buy(order("k").of(Shop.OFFER, 2));
        shop.changeLimits(LimitsBuilder.limits().orders(1).build());
        shop.withdrawRefund(OPERATOR, bought, ask(bought, "q"));

        assertThat(shop.requestRefund(OPERATOR, refund(bought, "q2")).outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.requestRefund(OPERATOR, refund(bought, "q3").recordedBefore())
                        .outcome())
                .isEqualTo(Outcome.REFUND_REQUESTED);
    }

    @Test
    void howItEndedAndWhatIsHeldIsInTheSavedState() {
        final long pack = packOfThree();
        final long declined = ask(pack, "q1");
        shop.declineRefund(pack, declined);
        final long pending = ask(pack, "q2");

        final StateBytes state = new StateBytes();
        shop.core().save(state);
        final FlashCore reloaded = new FlashCore(CoreReserves.NONE);
        reloaded.load(state);

        assertThat(reloaded.stateHash()).isEqualTo(shop.core().stateHash());
        final Decision again = new Decision().begin(LATER, LATER);
        reloaded.pendingRefunds().decline(pack, declined, again);
        assertRepeated(again, Outcome.REFUND_DECLINED);
        final Decision withdrawn = new Decision().begin(LATER + 1, LATER);
        reloaded.pendingRefunds().withdraw(OPERATOR, pack, pending, withdrawn);
        assertThat(withdrawn.outcome()).isEqualTo(Outcome.REFUND_WITHDRAWN);
        final CouponPage page = new CouponPage().atMost(3);
        reloaded.coupons().show(Shop.VIEWER, 0, page);
        assertThat(page.state(0)).isEqualTo(CouponState.CLAIMED);
    }

    /** Asks for one unit; answers the record. */
    private long ask(final long order, final String key) {
        final Decision asked = shop.requestRefund(OPERATOR, refund(order, key).of(Shop.OFFER, 1));
        assertThat(asked.outcome()).isEqualTo(Outcome.REFUND_REQUESTED);
        return asked.sequence();
    }

    /** Vouchers 1 to 3, each for a unit of the plain offer. */
    private long packOfThree() {
        shop.sell(offer(PLAIN).of(12), 100);
        coupons.giving(campaign().to(Audience.BUYERS).taking(Shop.PRICE_FEN).of(PLAIN));
        coupons.packing(Shop.OFFER, 3);
        return shop.buy(coupons.order().of(Shop.OFFER, 3));
    }

    private List<CouponState> states() {
        return LongStream.rangeClosed(1, 3).mapToObj(coupons::stateOf).toList();
    }

    private static void assertRepeated(final Decision decision, final Outcome first) {
        assertThat(decision.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(decision.cause()).isEqualTo(first);
    }

    private static void assertEnded(final Decision decision, final RefundRequestState end) {
        assertThat(decision.outcome()).isEqualTo(Outcome.REFUND_REQUEST_ENDED);
        assertThat(decision.detail()).isEqualTo(end.code());
    }
}
