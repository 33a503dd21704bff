package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.LineShop.OTHER_OFFER;
import static io.sluice.engine.core.LineShop.OTHER_ROOM;
import static io.sluice.engine.core.LineShop.SECOND_OFFER;
import static io.sluice.engine.core.LineShop.TURN_SECONDS;
import static io.sluice.engine.core.LineShop.said;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import org.junit.jupiter.api.Test;

/** Who may wait for what, and what a place says. */
class JoinLineTest {
    private static final long UNKNOWN = 77;

    private final LineShop lines = LineShop.open();

    @Test
    void whoFindsAnOfferSoldOutWaitsBehindThoseWhoCameBefore() {
        lines.soldOut(Shop.OFFER);

        assertThat(said(lines.join(7, Shop.ROOM, Shop.OFFER, 2))).isEqualTo("7 100 WAITING 2, 0 of 1");
        assertThat(said(lines.join(8, Shop.ROOM, Shop.OFFER, 1))).isEqualTo("8 100 WAITING 1, 1 of 2");
        assertThat(said(lines.join(9, Shop.ROOM, SECOND_OFFER, 1))).isEqualTo("9 101 WAITING 1, 0 of 1");
        assertThat(lines.core().catalogue().offer(Shop.OFFER).waiting()).isEqualTo(2);
    }

    @Test
    void aViewerMayWaitForSeveralOffersAndSeesThemAll() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, OTHER_OFFER, 3).waiting(7, Shop.OFFER, 2);

        assertThat(lines.placesOf(7)).containsExactly("200 WAITING 3, 0 of 1", "100 WAITING 2, 0 of 1");
        assertThat(lines.placesOf(8)).isEmpty();
    }

    @Test
    void whoJoinsAgainKeepsThePlace() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);

        final Decision again = lines.join(7, Shop.ROOM, Shop.OFFER, 2);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(said(again)).isEqualTo("7 100 WAITING 2, 0 of 2");
    }

    @Test
    void whoJoinsAgainForAnotherNumberOfUnitsKeepsThePlaceToo() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 2).waiting(8, Shop.OFFER, 1);

        final Decision again = lines.join(7, Shop.ROOM, Shop.OFFER, 5);

        assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(said(again)).isEqualTo("7 100 WAITING 5, 0 of 2");
    }

    @Test
    void whoHasATurnKeepsItWhateverIsAskedAgain() {
        final long held = lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().cancel(LineShop.HOLDER, held);
        lines.call(Shop.OFFER);

        final Decision again = lines.join(7, Shop.ROOM, Shop.OFFER, 5);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(said(again)).isEqualTo("7 100 CALLED 2, 0 of 0");
    }

    @Test
    void thoseWhoLeftFromBetweenAreCountedStillWhileOthersWait() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1).waiting(8, Shop.OFFER, 1).waiting(9, Shop.OFFER, 1);
        lines.waiting(10, Shop.OFFER, 1);

        lines.leave(8, Shop.OFFER);
        assertThat(lines.placesOf(9)).containsExactly("100 WAITING 1, 2 of 3");
        assertThat(lines.placesOf(10)).containsExactly("100 WAITING 1, 2 of 3");

        lines.leave(9, Shop.OFFER);
        assertThat(lines.placesOf(10)).containsExactly("100 WAITING 1, 1 of 2");
        lines.leave(7, Shop.OFFER);
        assertThat(lines.placesOf(10)).containsExactly("100 WAITING 1, 0 of 1");
    }

    @Test
    void aLineThatIsUsedAgainIsTheNewest() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, OTHER_OFFER, 1).waiting(7, Shop.OFFER, 1);
        lines.leave(7, OTHER_OFFER);

        lines.waiting(7, OTHER_OFFER, 1);

        assertThat(lines.placesOf(7)).containsExactly("100 WAITING 1, 0 of 1", "200 WAITING 1, 0 of 1");
    }

    @Test
    void whoLeavesAndComesBackIsLast() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1).waiting(8, Shop.OFFER, 1);

        assertThat(said(lines.leave(7, Shop.OFFER))).isEqualTo("7 100 LEFT 1, 0 of 1");

        assertThat(lines.placesOf(7)).isEmpty();
        assertThat(said(lines.join(7, Shop.ROOM, Shop.OFFER, 1))).isEqualTo("7 100 WAITING 1, 1 of 2");
    }

    @Test
    void whoeverStandsAnywhereInTheLineMayLeaveIt() {
        lines.soldOut(Shop.OFFER);
        for (long viewer = 1; viewer <= 5; viewer++) {
            lines.waiting(viewer, Shop.OFFER, 1);
        }
        lines.leave(3, Shop.OFFER);
        lines.leave(5, Shop.OFFER);
        lines.leave(1, Shop.OFFER);
        lines.waiting(6, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 9);

        assertThat(lines.calledNext()).isEqualTo("2 100 CALLED 1, 0 of 2");
        assertThat(lines.calledNext()).isEqualTo("4 100 CALLED 1, 0 of 1");
        assertThat(lines.calledNext()).isEqualTo("6 100 CALLED 1, 0 of 0");
        assertThat(lines.calledNext()).isEqualTo("nobody");
    }

    @Test
    void onlyWhoWaitsCanLeave() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1);

        for (final Decision decision : new Decision[] {
            lines.leave(8, Shop.OFFER), lines.leave(7, SECOND_OFFER), lines.leave(7, UNKNOWN), lines.leave(0, 0)
        }) {
            assertThat(decision.outcome()).isEqualTo(Outcome.NOT_WAITING);
        }
    }

    /** Each of them is wrong in all that comes behind it as well. */
    @Test
    void theRefusalsComeInTheirOrder() {
        final long opensAtMs = lines.shop().nowMs() + 1_000;
        lines.shop().putRoom(3);
        lines.shop().putOffer(offer(300).in(3).limitedTo(1).opening(opensAtMs).closing(opensAtMs + 1));
        final int tooMany = ProtocolLimits.MAX_QUANTITY + 1;

        assertJoin(Outcome.COMMAND_INVALID, 0, UNKNOWN, UNKNOWN, 2);
        assertJoin(Outcome.COMMAND_INVALID, ProtocolLimits.MAX_ID + 1, UNKNOWN, UNKNOWN, 2);
        assertJoin(Outcome.COMMAND_INVALID, 7, UNKNOWN, UNKNOWN, 0);
        assertJoin(Outcome.COMMAND_INVALID, 7, UNKNOWN, UNKNOWN, tooMany);
        assertJoin(Outcome.ROOM_UNKNOWN, 7, UNKNOWN, UNKNOWN, 2);
        assertJoin(Outcome.ROOM_NOT_OPEN, 7, 3, UNKNOWN, 2);
        lines.shop().changeRoomState(3, RoomState.LIVE);
        assertJoin(Outcome.OFFER_UNKNOWN, 7, 3, UNKNOWN, 2);
        assertJoin(Outcome.OFFER_UNKNOWN, 7, 3, Shop.OFFER, 2);
        assertJoin(Outcome.SALE_NOT_OPEN, opensAtMs, 300);
        lines.shop().pass(1_001);
        assertJoin(Outcome.SALE_CLOSED, opensAtMs + 1, 300);
        lines.shop().putOffer(offer(300).in(3).limitedTo(1));
        assertJoin(Outcome.NO_LINE, 0, 300);
        lines.shop().putOffer(offer(300).in(3).limitedTo(1).turning(TURN_SECONDS));
        assertJoin(Outcome.LIMIT_REACHED, 1, 300);
        lines.shop().putOffer(offer(300).in(3).limitedTo(2).turning(TURN_SECONDS));
        assertJoin(Outcome.STOCK_LEFT, 100, 300);
        lines.soldOut(Shop.OFFER);
        assertJoin(Outcome.ACCEPTED, 0, 300);
    }

    @Test
    void whatTheViewerHasCountsForTheLimitAlsoWhenMoreUnitsAreWantedLater() {
        lines.shop().putOffer(offer(Shop.OFFER).limitedTo(3).turning(TURN_SECONDS));
        lines.reserve(7, Shop.OFFER, 2);
        lines.soldOut(SECOND_OFFER);

        final Decision tooMany = lines.join(7, Shop.ROOM, Shop.OFFER, 2);
        assertThat(tooMany.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(tooMany.detail()).isEqualTo(1);
        lines.waiting(7, Shop.OFFER, 1);
        final Decision stillTooMany = lines.join(7, Shop.ROOM, Shop.OFFER, 2);

        assertThat(stillTooMany.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(stillTooMany.detail()).isEqualTo(1);
        assertThat(lines.placesOf(7)).containsExactly("100 WAITING 1, 0 of 1");
    }

    @Test
    void fewerUnitsThanAreWantedAreNotEnoughToOrder() {
        lines.reserve(LineShop.HOLDER, Shop.OFFER, 98);

        assertThat(lines.join(7, Shop.ROOM, Shop.OFFER, 2).outcome()).isEqualTo(Outcome.STOCK_LEFT);
        assertThat(lines.join(7, Shop.ROOM, Shop.OFFER, 3).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whereSomebodyWaitsNothingIsLeftForWhoeverComes() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 2);
        lines.shop().restock(Shop.ITEM, 50);

        assertThat(said(lines.join(8, OTHER_ROOM, OTHER_OFFER, 1))).isEqualTo("8 200 WAITING 1, 0 of 1");
        final Decision order = lines.place(9, SECOND_OFFER, 1);
        assertThat(order.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(order.detail()).isZero();
    }

    @Test
    void whoWaitsForAnAllotmentKeepsNobodyFromTheOtherStocks() {
        lines.allotting(StockKind.ROOM, Shop.ROOM, 1);
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1);

        assertThat(lines.place(8, OTHER_OFFER, 1).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(lines.join(8, OTHER_ROOM, OTHER_OFFER, 1).outcome()).isEqualTo(Outcome.STOCK_LEFT);
    }

    @Test
    void aPackHasNoLineAndWhoWaitedForItIsSentHome() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1);
        final FlashCore core = lines.shop().core();
        final CampaignTerms vouchers = campaign().to(Audience.BUYERS).build();
        lines.shop().decide(decision -> core.coupons().putCampaign(CAMPAIGN, vouchers, new byte[] {'v'}, decision));

        lines.shop().decide(decision -> core.packs().put(Shop.OFFER, CAMPAIGN, 2, decision));

        assertJoin(Outcome.NO_LINE, 8, Shop.ROOM, Shop.OFFER, 2);
        assertThat(lines.calledNext()).isEqualTo("7 100 CLOSED 1, 0 of 0");
    }

    @Test
    void whoWaitsGoesWithTheOfferToAnotherStock() {
        lines.soldOut(Shop.OFFER);
        lines.waiting(7, Shop.OFFER, 1);
        lines.shop().restock(Shop.ITEM, 10);

        lines.allotting(StockKind.ROOM, Shop.ROOM, 4);

        assertThat(lines.place(8, OTHER_OFFER, 1).outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(lines.place(8, SECOND_OFFER, 1).outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(lines.calledNext()).isEqualTo("7 100 CALLED 1, 0 of 0");
        assertThat(lines.soldFrom(Shop.OFFER)).isEqualTo("ROOM 1: 3");
    }

    private void assertJoin(
            final Outcome expected, final long viewer, final long room, final long offer, final int units) {
        assertThat(lines.join(viewer, room, offer, units).outcome()).isEqualTo(expected);
    }

    /** Two units of an offer of the third room. */
    private void assertJoin(final Outcome expected, final long detail, final long offer) {
        final Decision decision = lines.join(7, 3, offer, 2);
        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(decision.detail()).isEqualTo(detail);
    }
}
