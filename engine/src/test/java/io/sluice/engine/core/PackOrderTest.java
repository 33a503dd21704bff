package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** Orders of packs and their payment. A pack of the shop's offer is of five vouchers, one of the other of two. */
class PackOrderTest {
    private static final long VIEWER = Shop.VIEWER;
    private static final long OTHER = 101;
    private static final long PLAIN = 102;
    private static final long OTHER_CAMPAIGN = 51;
    private static final int MOST = ProtocolLimits.MAX_VOUCHERS;

    private final CouponShop shop = CouponShop.open();

    PackOrderTest() {
        shop.giving(campaign().to(Audience.BUYERS).taking(Shop.PRICE_FEN))
                .giving(campaign(OTHER_CAMPAIGN).to(Audience.BUYERS));
        shop.shop().restock(Shop.ITEM, 10_000);
        shop.shop().sell(offer(OTHER).of(11), 10_000);
        shop.shop().sell(offer(PLAIN).of(12), 10_000);
        shop.packing(Shop.OFFER, 5);
        assertThat(shop.putPack(OTHER, OTHER_CAMPAIGN, 2).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aPackIsSoldWhole() {
        final Decision part = shop.shop().place(shop.order().of(PLAIN, 1).of(Shop.OFFER, 4));
        assertThat(part.outcome()).isEqualTo(Outcome.PACK_SIZE);
        assertThat(part.line()).isEqualTo(1);
        assertThat(part.detail()).isEqualTo(5);

        assertThat(shop.ordered(shop.order().of(Shop.OFFER, 6))).isEqualTo(Outcome.PACK_SIZE);
        assertThat(shop.ordered(shop.order().of(Shop.OFFER, 5))).isEqualTo(Outcome.RESERVED);
        assertThat(shop.ordered(shop.order().of(Shop.OFFER, 15).of(OTHER, 2))).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void aLineIsWholePacksByItself() {
        assertThat(shop.ordered(shop.order().of(Shop.OFFER, 3).of(Shop.OFFER, 2)))
                .isEqualTo(Outcome.PACK_SIZE);
    }

    @Test
    void packsOfOneOrderGiveAThousandVouchersAtMost() {
        final Decision decision = shop.shop()
                .place(shop.order().of(PLAIN, MOST).of(Shop.OFFER, MOST - 10).of(OTHER, 12));

        assertThat(decision.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(decision.line()).isEqualTo(2);
        assertThat(decision.detail()).isEqualTo(10);
        assertThat(shop.ordered(
                        shop.order().of(PLAIN, MOST).of(Shop.OFFER, MOST - 10).of(OTHER, 10)))
                .isEqualTo(Outcome.RESERVED);
    }

    @Test
    void theOffersOwnLimitComesBeforeTheThousandAndTheCouponsMinimumBehind() {
        shop.giving(campaign(52).above(Long.MAX_VALUE >> 24));
        final long coupon = shop.coupon(VIEWER, 52);
        shop.shop().sell(offer(103).of(13).limitedTo(1), 10);
        final OrderBuilder tooMany = shop.order(coupon).of(Shop.OFFER, MOST + 5);

        final Decision decision = shop.shop().place(tooMany);
        assertThat(decision.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(decision.line()).isZero();

        final Decision limited = shop.shop().place(tooMany.underKey("limited").of(103, 2));
        assertThat(limited.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(limited.line()).isEqualTo(1);
    }

    @Test
    void eachUnitThatIsPaidForIsAVoucher() {
        final long claimed = claimedByAnother();
        final long order = shop.shop().reserve(shop.order().of(Shop.OFFER, 5));
        final Decision paid = shop.pay(order);

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(paid.firstVoucher()).isEqualTo(claimed + 1);
        final CouponPage page = shop.coupons(VIEWER);
        assertThat(page.size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(page.number(i)).isEqualTo(paid.firstVoucher() + 4 - i);
            assertThat(page.campaign(i)).isEqualTo(CAMPAIGN);
            assertThat(page.claimedAt(i)).isEqualTo(paid.sequence());
            assertThat(page.expiresAtMs(i)).isEqualTo(paid.timeMs() + CampaignBuilder.DAY_MS);
            assertThat(page.order(i)).isZero();
        }
    }

    @Test
    void vouchersAreNumberedLineByLineAndPlainUnitsGiveNone() {
        final Decision paid = shop.pay(shop.shop()
                .reserve(
                        shop.order().of(OTHER, 2).of(PLAIN, 3).of(Shop.OFFER, 5).of(OTHER, 4)));

        final CouponPage page = shop.coupons(VIEWER);
        assertThat(page.size()).isEqualTo(11);
        assertThat(paid.firstVoucher()).isEqualTo(page.number(10));
        for (int i = 0; i < 11; i++) {
            final boolean isOfShopsOffer = i >= 4 && i < 9;
            assertThat(page.campaign(i)).isEqualTo(isOfShopsOffer ? CAMPAIGN : OTHER_CAMPAIGN);
        }
    }

    @Test
    void anOrderWithoutAPackHasNoFirstVoucher() {
        assertThat(shop.pay(shop.shop().reserve(shop.order().of(PLAIN, 5))).firstVoucher())
                .isZero();
        assertThat(shop.coupons(VIEWER).size()).isZero();
    }

    @Test
    void aReservedOrderHasNoVouchersYet() {
        assertThat(shop.shop().place(shop.order().of(Shop.OFFER, 5)).firstVoucher())
                .isZero();
        assertThat(shop.coupons(VIEWER).size()).isZero();
    }

    @Test
    void aPackThatIsPaidLateGivesItsVouchersToo() {
        final Decision paid = shop.pay(shop.shop().expired(shop.order().of(Shop.OFFER, 5)));

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(paid.firstVoucher()).isEqualTo(shop.coupons(VIEWER).number(4));
    }

    @Test
    void whoPaysTwiceHasTheVouchersOnce() {
        final long order = shop.shop().reserve(shop.order().of(Shop.OFFER, 5));
        shop.shop().pay(order, 5 * Shop.PRICE_FEN, "p");

        assertThat(shop.shop().pay(order, 5 * Shop.PRICE_FEN, "p").outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(shop.shop().pay(order, 5 * Shop.PRICE_FEN, "q").outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(shop.coupons(VIEWER).size()).isEqualTo(5);
    }

    @Test
    void moneyThatIsDueBackGivesNoVoucher() {
        final long order = shop.shop().reserve(shop.order().of(Shop.OFFER, 5));

        final Decision due = shop.shop().pay(order, 1, "p");

        assertThat(due.outcome()).isEqualTo(Outcome.REFUND_DUE);
        assertThat(due.firstVoucher()).isZero();
        assertThat(shop.coupons(VIEWER).size()).isZero();
    }

    /** They are paid for: the budget and the number are of what is given away. */
    @Test
    void budgetAndNumberOfTheCampaignDoNotApply() {
        shop.giving(campaign().to(Audience.BUYERS).within(1).many(1));

        shop.shop().buy(shop.order().of(Shop.OFFER, 5));

        assertThat(shop.campaign().claimed()).isEqualTo(5);
        assertThat(shop.campaign().takenFen()).isZero();
    }

    @Test
    void aVoucherIsGoodForAnOrderAsAnyCoupon() {
        shop.shop().buy(shop.order().of(Shop.OFFER, 5));

        final Decision order = shop.shop().place(shop.order(1).of(PLAIN, 1));

        assertThat(order.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(order.picture().totalFen()).isZero();
    }

    @Test
    void whereThereIsNoRoomForAllVouchersTheMoneyStaysWithTheProvider() {
        final long order = shop.shop().reserve(shop.order().of(Shop.OFFER, 5));
        shop.shop().changeLimits(LimitsBuilder.limits().orders(4).build());

        final Decision refused = shop.shop().pay(order, 5 * Shop.PRICE_FEN, "p");
        assertThat(refused.outcome()).isEqualTo(Outcome.CAPACITY);
        assertThat(shop.coupons(VIEWER).size()).isZero();

        shop.shop().changeLimits(LimitsBuilder.limits().orders(5).build());
        assertThat(shop.shop().pay(order, 5 * Shop.PRICE_FEN, "p").outcome()).isEqualTo(Outcome.PAID);
        assertThat(shop.coupons(VIEWER).size()).isEqualTo(5);
    }

    /** Also when there are more coupons than there may be since the limit was lowered. */
    @Test
    void aFullTableOfCouponsRefusesNoMoneyForPlainUnits() {
        shop.shop().buy(shop.order().of(Shop.OFFER, 5));
        final long order = shop.shop().reserve(shop.order().of(PLAIN, 1));
        shop.shop().changeLimits(LimitsBuilder.limits().orders(2).build());

        assertThat(shop.pay(order).outcome()).isEqualTo(Outcome.PAID);
    }

    /** Nobody looked at its units when it was placed, neither whether they are whole packs nor whether they are too many. */
    @Test
    void anOrderFromBeforeTheOfferWasAPackIsOfPlainUnits() {
        final long order = shop.shop().reserve(shop.order().of(PLAIN, MOST + 3));
        shop.packing(PLAIN, 5);

        final Decision paid = shop.pay(order);

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(paid.firstVoucher()).isZero();
        assertThat(shop.giveBack(order).amountFen()).isEqualTo((MOST + 3) * Shop.PRICE_FEN);
    }

    private long claimedByAnother() {
        shop.giving(campaign(53));
        return shop.coupon(8, 53);
    }
}
