package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.PointShop.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import org.junit.jupiter.api.Test;

/** What brings points: orders, those of who was invited, share codes and comments. */
class PointEarningTest {
    private static final long VIEWER = PointShop.VIEWER;
    private static final long INVITER = 8;
    private static final long CHINAS_TIME_MS = 8 * 3_600_000L;
    private static final long DAY_MS = 86_400_000;

    private final PointShop shop = PointShop.open();

    @Test
    void aPurchaseBringsPointsForEveryWholeTenThousandFenThatArePaid() {
        shop.bringing(PointReason.PURCHASE, 3);

        assertThat(moved(shop.buy(shop.units(2)))).containsExactly("7 PURCHASE 3 has 3");
        assertThat(moved(shop.buy(shop.units(5)))).containsExactly("7 PURCHASE 6 has 9");
        assertThat(moved(shop.buy(shop.units(1)))).isEmpty();
    }

    @Test
    void whatACouponTakesOffIsNotPaid() {
        shop.bringing(PointReason.PURCHASE, 3).coupons().giving(campaign().taking(1));

        final OrderBuilder order = shop.coupons().order(shop.coupons().coupon());

        assertThat(moved(shop.buy(order.of(Shop.OFFER, 4)))).containsExactly("7 PURCHASE 3 has 3");
    }

    @Test
    void aPurchaseThatIsPaidLateBringsThemToo() {
        shop.bringing(PointReason.PURCHASE, 3);
        final long order = shop.shop().expired(shop.units(2));

        final Decision paid = shop.coupons().pay(order);

        assertThat(paid.outcome()).isEqualTo(Outcome.PAID_LATE);
        assertThat(moved(paid)).containsExactly("7 PURCHASE 3 has 3");
    }

    @Test
    void aPaymentThatIsToldOfAgainOrIsDueBackBringsNothing() {
        shop.bringing(PointReason.PURCHASE, 3);
        final long order = shop.shop().reserve(shop.units(2));
        shop.shop().pay(order, 10_000, "p");

        assertThat(moved(shop.shop().pay(order, 10_000, "p"))).isEmpty();
        assertThat(moved(shop.shop().pay(order, 10_000, "q"))).isEmpty();
        assertThat(shop.balance()).isEqualTo(3);
    }

    /** The product of its money and of the points is beyond 63 bits. */
    @Test
    void theDearestOrderBringsTheMostThatOneMoveMay() {
        shop.bringing(PointReason.PURCHASE, ProtocolLimits.MAX_POINTS);
        shop.shop().sell(offer(101).of(11).at(999_999_999_999L), 1_000_000);

        final Decision paid = shop.buy(shop.coupons().order().of(101, ProtocolLimits.MAX_QUANTITY));

        assertThat(moved(paid)).containsExactly("7 PURCHASE 100000000 has 100000000");
    }

    @Test
    void theFirstOrderOfWhoWasInvitedBringsTheInviterPointsAndTheNextNone() {
        shop.bringing(PointReason.REFERRAL, 50);
        shop.coupons().brand().putPolicy(BindingMode.NEVER, 0, DAY_MS, AttributionRule.GUIDE_BINDING);
        shop.share(INVITER, VIEWER);

        assertThat(moved(shop.buy(shop.units(1)))).containsExactly("8 REFERRAL 50 has 50");
        assertThat(moved(shop.buy(shop.units(1)))).isEmpty();
    }

    @Test
    void theBuyersMoveStandsBeforeTheInviters() {
        shop.bringing(PointReason.REFERRAL, 50).bringing(PointReason.PURCHASE, 1);

        final Decision paid = shop.buy(shop.units(2).touchedBy(0, 0, 0, INVITER));

        assertThat(moved(paid)).containsExactly("7 PURCHASE 1 has 1", "8 REFERRAL 50 has 50");
    }

    @Test
    void anotherInvitersFirstOrderIsAFirstOneAgain() {
        shop.bringing(PointReason.REFERRAL, 50);
        shop.buy(shop.units(1).touchedBy(0, 0, 0, INVITER));

        assertThat(moved(shop.buy(shop.units(1).touchedBy(0, 0, 0, 9)))).containsExactly("9 REFERRAL 50 has 50");
        assertThat(moved(shop.buy(shop.units(1).touchedBy(0, 0, 0, INVITER)))).isEmpty();
    }

    /** What came before a rule is not counted: the first order is the first that could have brought something. */
    @Test
    void anOrderFromBeforeThereWasARuleIsNotTheFirst() {
        shop.buy(shop.units(1).touchedBy(0, 0, 0, INVITER));
        shop.bringing(PointReason.REFERRAL, 50);

        assertThat(moved(shop.buy(shop.units(1).touchedBy(0, 0, 0, INVITER)))).containsExactly("8 REFERRAL 50 has 50");
    }

    @Test
    void whoGivesSomebodyAnInviterByACodeHasPointsForItOnce() {
        shop.bringing(PointReason.SHARE, 4);

        assertThat(moved(shop.share(INVITER, VIEWER))).containsExactly("8 SHARE 4 has 4");
        assertThat(moved(shop.share(INVITER, VIEWER))).isEmpty();
        assertThat(moved(shop.share(9, VIEWER))).isEmpty();
        assertThat(moved(shop.coupons().brand().note(TouchBuilder.scan().of(10))))
                .isEmpty();
    }

    @Test
    void aListThatNamesAnInviterBringsNothing() {
        shop.bringing(PointReason.SHARE, 4).coupons().brand().brings(INVITER, VIEWER);

        assertThat(shop.movesOf(INVITER)).isEmpty();
    }

    @Test
    void aCommentThatIsLetInBringsPoints() {
        shop.bringing(PointReason.COMMENT, 1);

        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 1 has 1");
        shop.shop().mute(VIEWER, 1_000);
        assertThat(moved(shop.comment())).isEmpty();
        shop.pass(1_000);
        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 1 has 2");
        shop.shop().changeRoomState(Shop.ROOM, RoomState.ENDED);
        assertThat(moved(shop.comment())).isEmpty();
    }

    @Test
    void aDaysCapGivesWhatIsLeftOfItAndThenNothing() {
        shop.bringing(PointReason.COMMENT, 4, 10, 0);

        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 4 has 4");
        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 4 has 8");
        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 2 has 10");
        assertThat(moved(shop.comment())).isEmpty();
        assertThat(moved(shop.shop().comment(9, Shop.ROOM))).containsExactly("9 COMMENT 4 has 4");
    }

    @Test
    void aDayIsOneOfChinas() {
        shop.bringing(PointReason.COMMENT, 10, 10, 0);
        final long untilMidnightMs = DAY_MS - (shop.shop().nowMs() + CHINAS_TIME_MS) % DAY_MS;
        shop.comment();

        shop.pass(untilMidnightMs - 1);
        assertThat(moved(shop.comment())).isEmpty();
        shop.pass(1);
        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 10 has 20");
        assertThat(moved(shop.comment())).isEmpty();
    }

    @Test
    void eachReasonHasACapOfItsOwn() {
        shop.bringing(PointReason.COMMENT, 4, 4, 0).bringing(PointReason.QUIZ, 5, 5, 0);
        shop.comment();

        assertThat(shop.award(VIEWER, PointReason.QUIZ, "q").detail()).isEqualTo(5);
        assertThat(shop.award(VIEWER, PointReason.QUIZ, "r").detail()).isZero();
        assertThat(shop.balance()).isEqualTo(9);
    }

    @Test
    void aCapThatIsLoweredTakesNothingAway() {
        shop.bringing(PointReason.COMMENT, 4, 100, 0);
        shop.comment();
        shop.bringing(PointReason.COMMENT, 4, 3, 0);
        assertThat(moved(shop.comment())).isEmpty();

        shop.bringing(PointReason.COMMENT, 4, 5, 0);
        assertThat(moved(shop.comment())).containsExactly("7 COMMENT 1 has 5");
    }

    @Test
    void aFullTableBringsNothingAndRefusesNothingElse() {
        shop.bringing(PointReason.COMMENT, 1).bringing(PointReason.PURCHASE, 1).bringing(PointReason.GIFT, 1);
        final long order = shop.shop().reserve(shop.units(2));
        shop.comment();
        shop.shop().changeLimits(LimitsBuilder.limits().keys(1).build());

        final Decision comment = shop.comment();
        assertThat(comment.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(moved(comment)).isEmpty();
        final Decision paid = shop.coupons().pay(order);
        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(moved(paid)).isEmpty();
        assertThat(shop.award(VIEWER, PointReason.GIFT, "k").outcome()).isEqualTo(Outcome.CAPACITY);
        final Decision refund = shop.coupons().giveBack(order);
        assertThat(refund.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(moved(refund)).isEmpty();
    }

    @Test
    void withOnePlaceLeftAPaymentBringsTheBuyersPointsOnly() {
        shop.bringing(PointReason.REFERRAL, 50).bringing(PointReason.PURCHASE, 1);
        shop.shop().changeLimits(LimitsBuilder.limits().keys(1).build());

        final Decision paid = shop.buy(shop.units(2).touchedBy(0, 0, 0, INVITER));

        assertThat(moved(paid)).containsExactly("7 PURCHASE 1 has 1");
    }
}
