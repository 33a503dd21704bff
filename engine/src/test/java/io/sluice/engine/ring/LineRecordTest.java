package io.sluice.engine.ring;

import static io.sluice.engine.ring.SampleStockCommands.ITEM;
import static io.sluice.engine.ring.SampleStockCommands.OFFER;
import static io.sluice.engine.ring.SampleStockCommands.ROOM;
import static io.sluice.engine.ring.SampleStockCommands.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PlacePageDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the records of allotments and waiting lines say, and that replay decides it again. */
class LineRecordTest {
    private static final int START = RecordFlyweight.HEADER_LENGTH;
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final long TIME_MS = 5_000;
    private static final int LONGEST_PAGE = HEADER
            + PlacePageDecoder.BLOCK_LENGTH
            + PlacePageDecoder.PlacesDecoder.HEADER_SIZE
            + ProtocolLimits.MAX_PLACE_PAGE * PlacePageDecoder.PlacesDecoder.sbeBlockLength();

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[CommandRing.MIN_SLOT_BYTES]);
    private final CommandDecider decider = new CommandDecider(core);
    private final QueryAnswerer answerer = new QueryAnswerer(core);
    private final RecordChain chain = new RecordChain();
    private final FlashCore replayedCore = new FlashCore(CoreReserves.NONE);
    private final RecordReplayer replayer = new RecordReplayer(replayedCore);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void openTheShop() {
        SampleCommands.shop().values().forEach(this::decide);
        SampleBrandCommands.brand().values().forEach(this::decide);
        SampleStockCommands.opening().forEach(this::decide);
    }

    @Test
    void aDecisionIsFollowedByThePlaceThatItMoves() {
        decide(SampleStockCommands.order(42, "k", UNITS));

        tell(decide(SampleStockCommands.join(43, ROOM, OFFER, 2)));
        tell(decide(SampleCommands.cancelOrder(42, 1)));
        tell(decide(SampleStockCommands.callNext(OFFER)));

        assertThat(told)
                .containsExactly(
                        "43 joins: ACCEPTED",
                        "43 in room 8 WAITING for 2 of 1002 until 0, 0 before of 1",
                        "43 in room 8 CALLED for 2 of 1002 until " + (TIME_MS + 60_000) + ", 0 before of 0");
    }

    @Test
    void aRefusalMovesNoPlaceAndEndsWithItsDecision() {
        final RecordFlyweight refused = decide(SampleStockCommands.join(43, ROOM, OFFER, 2));

        assertThat(refused.outcome()).isEqualTo(Outcome.STOCK_LEFT);
        assertThat(refused.decisionLength()).isEqualTo(HEADER + DecisionDecoder.BLOCK_LENGTH);
        tell(refused);
        assertThat(told).containsExactly("43 joins: STOCK_LEFT");
    }

    @Test
    void decisionsSayWhichStockTheirUnitsAreOf() {
        tell(decide(SampleStockCommands.move(ITEM, StockKind.ROOM, ROOM, StockKind.REPLAY, ROOM, 1)));
        tell(decide(SampleStockCommands.order(42, "k", 1)));

        assertThat(told).containsExactly("REPLAY 8 has 2", "ROOM 8 has 1");
    }

    @Test
    void everyByteOfAPlaceCountsForReplay() {
        decide(SampleStockCommands.order(42, "k", UNITS));
        final RecordFlyweight joined = decide(SampleStockCommands.join(43, ROOM, OFFER, 2));
        final int length = joined.decisionLength();
        final UnsafeBuffer derived = new UnsafeBuffer(new byte[length]);
        derived.putBytes(0, slot, joined.decisionOffset(), length);
        final int place = HEADER + DecisionDecoder.BLOCK_LENGTH;
        for (int i = place; i < length; i++) {
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
            final int version = place + MessageHeaderDecoder.versionEncodingOffset();
            final boolean isVersion = i == version || i == version + 1;
            assertThat(new DecisionComparison().firstDifference(joined, derived, 0, length) == DecisionComparison.SAME)
                    .as("byte " + i)
                    .isEqualTo(isVersion);
            derived.putByte(i, (byte) (derived.getByte(i) ^ 0x10));
        }
        assertThat(new DecisionComparison().firstDifference(joined, derived, 0, place))
                .isEqualTo(place);
    }

    @Test
    void aViewerIsShownTheOwnPlaces() {
        decide(SampleStockCommands.order(42, "k", UNITS));
        decide(SampleStockCommands.join(43, ROOM, OFFER, 1));
        decide(SampleStockCommands.join(44, ROOM, OFFER, 2));

        final PlacePageDecoder page = asked(44);

        assertThat(page.places().count()).isEqualTo(1);
        final PlacePageDecoder.PlacesDecoder place = page.sbeRewind().places().next();
        assertThat(new long[] {place.room(), place.offer(), place.state(), place.units(), place.untilMs()})
                .containsExactly(ROOM, OFFER, PlaceState.WAITING.code(), 2, 0);
        assertThat(place.ahead()).isEqualTo(1);
        assertThat(place.waiting()).isEqualTo(2);
        assertThat(asked(45).places().count()).isZero();
        assertThat(asked(0).places().count()).isZero();
    }

    @Test
    void aQueryThatLeavesNoRoomForItsAnswerIsNotAnswered() {
        SampleStockCommands.findPlaces(43).write(slot, START);
        assertThat(answerer.answer(slot, START, slot.capacity() - LONGEST_PAGE, TIME_MS))
                .isPositive();

        SampleStockCommands.findPlaces(43).write(slot, START);
        assertThat(answerer.answer(slot, START, slot.capacity() - LONGEST_PAGE + 1, TIME_MS))
                .isZero();
    }

    @Test
    void theSmallestSlotTakesTheLongestPageAndEveryCommandWithItsDecision() {
        final int query = SampleStockCommands.findPlaces(43).write(slot, START);
        assertThat(START + query + LONGEST_PAGE).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
        SampleStockCommands.all().values().forEach(command -> {
            final int length = command.write(slot, START);
            assertThat(START + length + DecisionWriter.PLAIN_LENGTH).isLessThanOrEqualTo(CommandRing.MIN_SLOT_BYTES);
        });
    }

    private PlacePageDecoder asked(final long viewer) {
        final int length = SampleStockCommands.findPlaces(viewer).write(slot, START);
        final int answered = answerer.answer(slot, START, START + length, TIME_MS);
        final PlacePageDecoder page =
                new PlacePageDecoder().wrapAndApplyHeader(slot, START + length, new MessageHeaderDecoder());
        assertThat(answered).isEqualTo(HEADER + page.sbeDecodedLength());
        return page.sbeRewind();
    }

    /** Decides a command, and has replay decide it again. */
    private RecordFlyweight decide(final CommandWriter command) {
        final int commandLength = command.write(slot, START);
        final int decisionLength = decider.decide(slot, START, commandLength, chain.sequence() + 1, TIME_MS);
        chain.seal(slot, 0, commandLength, decisionLength, TIME_MS);
        final RecordFlyweight record = new RecordFlyweight().wrap(slot, 0);
        replayer.apply(record);
        assertThat(replayedCore.stateHash()).isEqualTo(core.stateHash());
        return record;
    }

    private void tell(final RecordFlyweight record) {
        new RecordDispatcher(new Listener()).onRecord(record);
    }

    /** Tells what it hears of in one line each. */
    private final class Listener implements RecordVisitor {
        @Override
        public void onJoinLine(
                final RecordFlyweight record, final JoinLineDecoder command, final DecisionDecoder decision) {
            told.add(command.viewer() + " joins: " + Outcome.ofCode(decision.outcome()));
        }

        @Override
        public void onMoveStock(
                final RecordFlyweight record, final MoveStockDecoder command, final DecisionDecoder decision) {
            final StockKind kind = StockKind.ofCode(decision.stockKind());
            told.add(kind + " " + decision.stockOf() + " has " + decision.available());
        }

        @Override
        public void onPlaceOrder(
                final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
            decision.lines().forEach(line -> {});
            decision.stock()
                    .forEach(stock -> told.add(
                            StockKind.ofCode(stock.stockKind()) + " " + stock.stockOf() + " has " + stock.available()));
        }

        @Override
        public void onLineMoves(final RecordFlyweight record, final LineMovesDecoder moves) {
            moves.places()
                    .forEach(place -> told.add(place.viewer() + " in room " + place.room() + " "
                            + PlaceState.ofCode(place.state()) + " for " + place.units() + " of " + place.offer()
                            + " until " + place.untilMs() + ", " + place.ahead() + " before of " + place.waiting()));
        }
    }
}
