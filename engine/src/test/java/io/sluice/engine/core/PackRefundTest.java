package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Refunds of packs: of three vouchers, 1 to 3, of which each pays for one unit of a plain offer. */
class PackRefundTest {
    private static final long PLAIN = 102;
    private static final long FEN = Shop.PRICE_FEN;

    private final CouponShop shop = CouponShop.open();

    PackRefundTest() {
        shop.shop().sell(offer(PLAIN).of(12), 100);
        shop.giving(vouchers().comingBack());
        shop.packing(Shop.OFFER, 3);
    }

    @Test
    void unitsThatGoBackMakeTheNewestVouchersWorthless() {
        final long pack = bought();

        final Decision refund = shop.giveBack(pack, Shop.OFFER, 2);

        assertThat(refund.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(refund.amountFen()).isEqualTo(2 * FEN);
        assertThat(states()).containsExactly(CouponState.CLAIMED, CouponState.VOID, CouponState.VOID);
        assertThat(shop.orderOf(3)).isEqualTo(pack);
        final Decision order = shop.shop().place(shop.order(3).of(PLAIN, 1));
        assertThat(order.outcome()).isEqualTo(Outcome.COUPON_TAKEN);
        assertThat(order.detail()).isEqualTo(pack);
    }

    @Test
    void allOfItGoesBackWhileNoVoucherIsUsed() {
        final long pack = bought();

        final Decision refund = shop.giveBack(pack);

        assertThat(refund.amountFen()).isEqualTo(3 * FEN);
        assertThat(refund.picture().state()).isEqualTo(OrderState.REFUNDED);
        assertThat(states()).containsOnly(CouponState.VOID);
        assertThat(shop.shop().item().available()).isEqualTo(Shop.STOCK);
    }

    @Test
    void aUnitWhoseVoucherIsUsedIsKept() {
        final long pack = bought();
        used(2);

        final Decision refused = shop.giveBack(pack, Shop.OFFER, 3);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUND_EXCEEDS_LINE);
        assertThat(refused.line()).isZero();
        assertThat(refused.detail()).isEqualTo(2);

        assertThat(shop.giveBack(pack, Shop.OFFER, 2).amountFen()).isEqualTo(2 * FEN);
        assertThat(states()).containsExactly(CouponState.VOID, CouponState.USED, CouponState.VOID);
    }

    @Test
    void aRefundWithoutLinesIsOfWhatCanBeRefundedAndTheOrderStaysPaid() {
        final long pack = bought();
        used(3);

        final Decision refund = shop.giveBack(pack);

        assertThat(refund.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(refund.amountFen()).isEqualTo(2 * FEN);
        assertThat(refund.picture().state()).isEqualTo(OrderState.PAID);
        assertThat(states()).containsExactly(CouponState.VOID, CouponState.VOID, CouponState.USED);
    }

    @Test
    void whereAllVouchersAreUsedNoMoneyGoesBack() {
        final long pack = bought();
        used(1);
        used(2);
        used(3);

        final Decision refund = shop.giveBack(pack);

        assertThat(refund.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(refund.amountFen()).isZero();
        assertThat(refund.picture().lines()).isZero();
        assertThat(refund.picture().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void aVoucherThatAnOrderHoldsKeepsItsUnitUntilTheOrderLetsItGo() {
        final long pack = bought();
        final long holding = shop.shop().reserve(shop.order(1).of(PLAIN, 1));
        assertThat(shop.giveBack(pack, Shop.OFFER, 3).outcome()).isEqualTo(Outcome.REFUND_EXCEEDS_LINE);

        shop.shop().cancel(Shop.VIEWER, holding);

        assertThat(shop.giveBack(pack, Shop.OFFER, 3).outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void theRefundOfAnOrderGivesItsVoucherBackAndThenItsUnitGoesBack() {
        final long pack = bought();
        final long served = used(1);
        shop.giveBack(pack);

        shop.giveBack(served);
        assertThat(shop.stateOf(1)).isEqualTo(CouponState.CLAIMED);

        final Decision rest = shop.giveBack(pack);
        assertThat(rest.amountFen()).isEqualTo(FEN);
        assertThat(rest.picture().state()).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void ifTheCampaignDidNotSaySoTheVoucherStaysUsedAndItsUnitKept() {
        shop.giving(vouchers());
        final long pack = bought();

        shop.giveBack(used(1));

        assertThat(shop.stateOf(1)).isEqualTo(CouponState.USED);
        assertThat(shop.giveBack(pack, Shop.OFFER, 3).detail()).isEqualTo(2);
    }

    @Test
    void anExpiredVoucherIsAnUnusedOne() {
        final long pack = bought();
        shop.shop().pass(CampaignBuilder.DAY_MS);

        assertThat(shop.giveBack(pack).amountFen()).isEqualTo(3 * FEN);
    }

    /** The order had let go of it when its hold ended, and cannot have it again. */
    @Test
    void moneyThatComesLateDoesNotTakeAVoucherThatIsWorthless() {
        final long pack = bought();
        final long late = shop.shop().expired(shop.order(1).of(PLAIN, 2));
        shop.giveBack(pack);

        final Decision money = shop.pay(late);

        assertThat(money.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(money.cause()).isEqualTo(Outcome.COUPON_TAKEN);
        assertThat(states()).containsOnly(CouponState.VOID);
    }

    @Test
    void linesOfOneOfferAreEmptiedInTheirOrderEachOfItsOwnVouchers() {
        final long pack = bought(shop.order().of(Shop.OFFER, 3).of(PLAIN, 2).of(Shop.OFFER, 3));
        used(2);

        final Decision refund = shop.giveBack(pack, Shop.OFFER, 3);

        assertThat(refund.picture().quantity(0)).isEqualTo(2);
        assertThat(refund.picture().quantity(1)).isEqualTo(1);
        assertThat(states())
                .containsExactly(
                        CouponState.VOID,
                        CouponState.USED,
                        CouponState.VOID,
                        CouponState.CLAIMED,
                        CouponState.CLAIMED,
                        CouponState.VOID);
        assertThat(shop.giveBack(pack, Shop.OFFER, 3).detail()).isEqualTo(2);
    }

    @Test
    void plainLinesBesideAPackGoBackAsEver() {
        final long pack = bought(shop.order().of(Shop.OFFER, 3).of(PLAIN, 2));

        assertThat(shop.giveBack(pack, PLAIN, 2).amountFen()).isEqualTo(2 * FEN);
        assertThat(states()).containsOnly(CouponState.CLAIMED);
    }

    @Test
    void aRefundThatIsToldOfAgainMakesNoOtherVoucherWorthless() {
        final long pack = bought();
        final RefundBuilder refund = RefundBuilder.refund(pack, "r").of(Shop.OFFER, 1);
        shop.shop().refund(refund);

        assertThat(shop.shop().refund(refund).outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(states()).containsExactly(CouponState.CLAIMED, CouponState.CLAIMED, CouponState.VOID);
    }

    private static CampaignBuilder vouchers() {
        return campaign().to(Audience.BUYERS).taking(FEN).of(PLAIN);
    }

    private long bought() {
        return bought(shop.order().of(Shop.OFFER, 3));
    }

    private long bought(final OrderBuilder order) {
        return shop.shop().buy(order);
    }

    /** Spends a voucher on a unit of the plain offer; answers that order. */
    private long used(final long voucher) {
        return shop.shop().buy(shop.order(voucher).of(PLAIN, 1));
    }

    /** Where the shop's viewer's vouchers stand, oldest first. */
    private List<CouponState> states() {
        return LongStream.rangeClosed(1, shop.coupons(Shop.VIEWER).size())
                .mapToObj(shop::stateOf)
                .toList();
    }
}
