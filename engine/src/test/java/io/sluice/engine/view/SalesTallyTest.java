package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.ApproveProposalEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MoveStockEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a journal's records add up to, also when no sound core could have written them. */
class SalesTallyTest {
    private static final long ROOM = 7;
    private static final long ITEM = 500;
    private static final long OFFER = 1_001;

    private final RecordBuilder records = new RecordBuilder();
    private final SalesTally tally = new SalesTally();

    @Test
    void anEveningThatWentWellHasNothingOversold() {
        stock(5);
        order(Outcome.RESERVED, 3);
        order(Outcome.PAID, 3);
        order(Outcome.RESERVED, 2);
        order(Outcome.EXPIRED, 2);
        stock(-2);

        assertThat(tally.oversoldUnits()).isZero();
        assertThat(tally.soldUnits()).isEqualTo(3);
        assertThat(tally.orders()).isEqualTo(2);
        assertThat(tally.commands()).isEqualTo(6);
    }

    @Test
    void moreTakenThanThereWasIsOversoldAlsoWhenItIsGivenBack() {
        stock(5);
        order(Outcome.RESERVED, 7);
        order(Outcome.CANCELLED, 7);

        assertThat(tally.oversoldUnits()).isEqualTo(2);
    }

    @Test
    void moreWrittenOffThanWasLeftIsOversoldAlsoWhenItIsRestocked() {
        stock(5);
        order(Outcome.RESERVED, 4);
        stock(-4);
        stock(4);

        assertThat(tally.oversoldUnits()).isEqualTo(3);
    }

    @Test
    void aWriteOffCountsOnceASecondPersonAgreedToIt() {
        stock(5);
        tally.add(records.changeStock(ITEM, -4).decided(Outcome.PROPOSED, ITEM, 5));
        order(Outcome.RESERVED, 1);
        assertThat(tally.oversoldUnits()).isZero();

        approved(5);

        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void theLastUnitRefundedAndWrittenOffIsNotOversold() {
        stock(1);
        order(Outcome.RESERVED, 1);
        order(Outcome.PAID, 1);
        tally.add(records.placeOrder(ROOM, OFFER, 1).refunded(ReturnedStock.WRITE_OFF, ROOM, OFFER, 1, ITEM));

        assertThat(tally.oversoldUnits()).isZero();
        assertThat(tally.soldUnits()).isZero();
    }

    @Test
    void moreTakenFromAnAllotmentThanItHasIsOversoldThoughTheSharedStockHasSome() {
        stock(5);
        setAside(2);
        orderOfRoom(Outcome.RESERVED, 3);

        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void moreTakenFromTheSharedStockThanWasNotSetAsideIsOversold() {
        stock(5);
        setAside(2);
        order(Outcome.RESERVED, 4);

        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void whatARoomDidNotSellIsEverybodysOnceItHasEnded() {
        stock(5);
        setAside(2);
        orderOfRoom(Outcome.RESERVED, 1);
        tally.add(records.changeRoomState(ROOM, RoomState.ENDED).accepted());
        order(Outcome.RESERVED, 4);
        order(Outcome.CANCELLED, 1);
        order(Outcome.RESERVED, 1);

        assertThat(tally.oversoldUnits()).isZero();
        order(Outcome.RESERVED, 1);
        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void whatATurnKeepsIsForItsViewersOrderOnly() {
        tally.begin(ITEM, StockKind.SHARED, 0, 0);
        tally.beginTurn(RecordBuilder.VIEWER, OFFER, ITEM, StockKind.SHARED, 0, true, 2);

        order(Outcome.RESERVED, 2);
        assertThat(tally.oversoldUnits()).isZero();
        order(Outcome.RESERVED, 1);
        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void whatIsPaidLateIsTakenAgain() {
        stock(2);
        order(Outcome.RESERVED, 2);
        order(Outcome.EXPIRED, 2);
        order(Outcome.PAID_LATE, 2);
        assertThat(tally.oversoldUnits()).isZero();
        order(Outcome.RESERVED, 1);

        assertThat(tally.oversoldUnits()).isEqualTo(1);
        assertThat(tally.soldUnits()).isEqualTo(2);
    }

    @Test
    void whatIsRefundedAndComesBackMayBeSoldAgain() {
        stock(1);
        order(Outcome.RESERVED, 1);
        order(Outcome.PAID, 1);
        tally.add(records.placeOrder(ROOM, OFFER, 1).refunded(ReturnedStock.RETURN, ROOM, OFFER, 1, ITEM));
        order(Outcome.RESERVED, 1);

        assertThat(tally.oversoldUnits()).isZero();
        assertThat(tally.soldUnits()).isZero();
    }

    @Test
    void eachLineTakesFromTheStockThatItsRecordNames() {
        stock(10);
        tally.add(records.changeStock(ITEM + 1, 4).accepted());
        setAside(3);
        final List<RecordBuilder.Line> lines = List.of(
                new RecordBuilder.Line(OFFER, ITEM, 2),
                new RecordBuilder.Line(OFFER + 1, ITEM + 1, 4),
                new RecordBuilder.Line(OFFER + 2, ITEM, 1));
        ordered(Outcome.RESERVED, lines, new RecordBuilder.Named(ITEM, 0, StockKind.ROOM, ROOM));
        assertThat(tally.oversoldUnits()).isZero();

        // All of the allotment is gone, and nothing of what others share of that item, of which no record speaks again.
        ordered(Outcome.RESERVED, List.of(new RecordBuilder.Line(OFFER, ITEM, 7)));
        assertThat(tally.oversoldUnits()).isZero();
        ordered(Outcome.CANCELLED, lines, new RecordBuilder.Named(ITEM, 0, StockKind.ROOM, ROOM));
        orderOfRoom(Outcome.RESERVED, 3);
        assertThat(tally.oversoldUnits()).isZero();
        ordered(Outcome.RESERVED, List.of(new RecordBuilder.Line(OFFER, ITEM, 1)));
        assertThat(tally.oversoldUnits()).isEqualTo(1);
    }

    @Test
    void moneyIsWhatRecordsSay() {
        final List<RecordBuilder.Line> lines =
                List.of(new RecordBuilder.Line(OFFER, ITEM, 2), new RecordBuilder.Line(OFFER, ITEM, 3));
        tally.add(records.placeOrder(ROOM, OFFER, 5).ordered(Outcome.PAID, ROOM, 900, lines, List.of()));
        tally.add(records.placeOrder(ROOM, OFFER, 5).ordered(Outcome.PAID_LATE, ROOM, 80, lines, List.of()));
        tally.add(records.placeOrder(ROOM, OFFER, 5).ordered(Outcome.REFUNDED, ROOM, 7, lines, List.of()));

        assertThat(tally.paidFen()).isEqualTo(980);
        assertThat(tally.refundedFen()).isEqualTo(7);
        assertThat(tally.soldUnits()).isEqualTo(5);
    }

    private void ordered(
            final Outcome outcome, final List<RecordBuilder.Line> lines, final RecordBuilder.Named... stocks) {
        tally.add(records.placeOrder(ROOM, OFFER, 1).ordered(outcome, ROOM, 0, lines, List.of(stocks)));
    }

    private void setAside(final long units) {
        tally.add(records.command((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new MoveStockEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .item(ITEM)
                                .fromKind(StockKind.SHARED.code())
                                .from(0)
                                .toKind(StockKind.ROOM.code())
                                .to(ROOM)
                                .units(units)
                                .encodedLength())
                .accepted());
    }

    private void orderOfRoom(final Outcome outcome, final int units) {
        tally.add(records.placeOrder(ROOM, OFFER, units)
                .ordered(outcome, ROOM, OFFER, units, ITEM, 0, StockKind.ROOM, ROOM));
    }

    private void approved(final long units) {
        tally.add(records.command((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new ApproveProposalEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(2)
                                .proposal(1)
                                .encodedLength())
                .decided(Outcome.ACCEPTED, ITEM, 0, units));
    }

    private void stock(final long change) {
        tally.add(records.changeStock(ITEM, change).accepted());
    }

    private void order(final Outcome outcome, final int units) {
        final RecordFlyweight record =
                records.placeOrder(ROOM, OFFER, units).ordered(outcome, ROOM, OFFER, units, ITEM, 0);
        tally.add(record);
    }
}
