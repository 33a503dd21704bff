package io.sluice.engine.ring;

import static io.sluice.engine.ring.SampleStockCommands.OFFER;
import static io.sluice.engine.ring.SampleStockCommands.ROOM;
import static io.sluice.engine.ring.SampleStockCommands.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.StateBytes;
import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines move by themselves: on a ring without threads, whose turns the test takes. */
class LineKeeperTest implements EngineListener, RecordVisitor {
    private static final int SLOTS = 8;
    private static final long START_MS = 1_795_262_400_000L;
    private static final long TURN_MS = SampleStockCommands.TURN_SECONDS * 1_000L;
    private static final long HOLD_MS = SampleCommands.HOLD_SECONDS * 1_000L;
    private static final long HOLDER = 99;

    private final RecordDispatcher dispatcher = new RecordDispatcher(this);
    private final List<String> moved = new ArrayList<>();
    private final List<Outcome> calls = new ArrayList<>();
    private FlashCore core = new FlashCore(CoreReserves.NONE);
    private RecordChain chain = new RecordChain();
    private long nowMs = START_MS;
    private SimulatedRing ring = ringOf(SLOTS);

    /** Somebody holds all there is. */
    @BeforeEach
    void sellOut() {
        SampleCommands.shop().values().forEach(this::decide);
        SampleBrandCommands.brand().values().forEach(this::decide);
        SampleStockCommands.opening().forEach(this::decide);
        decide(SampleStockCommands.order(HOLDER, "all", UNITS));
        assertThat(core.catalogue().offer(OFFER).stock().available()).isZero();
    }

    @Test
    void unitsOfAHoldThatEndsGoFromOneWhoWaitsToTheNextUntilOneOrders() {
        join(43, UNITS);
        join(44, 1);

        pass(HOLD_MS);
        assertThat(moved).containsExactly("43 CALLED 3");
        pass(TURN_MS);
        assertThat(moved).containsExactly("43 CALLED 3", "43 LAPSED 3", "44 CALLED 1");
        decide(SampleStockCommands.order(44, "turn", 1));
        pass(TURN_MS);

        assertThat(moved).hasSize(3);
        assertThat(core.catalogue().offer(OFFER).stock().available()).isEqualTo(UNITS - 1);
    }

    @Test
    void severalAreCalledOneAfterTheOtherWhileThereAreUnits() {
        join(43, 1);
        join(44, 1);
        join(45, 2);
        join(46, 1);

        cancelAll();

        assertThat(moved).containsExactly("43 CALLED 1", "44 CALLED 1", "45 CALLED 1");
        assertThat(calls).containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void oneCallIsOnItsWayAtATime() {
        join(43, 1);
        join(44, 1);
        offer(SampleCommands.cancelOrder(HOLDER, 1));
        for (int i = 0; i < 4; i++) {
            ring.pulse();
        }

        settle();

        assertThat(calls).containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED);
    }

    @Test
    void aCallThatComesTooLateLeavesTheWayToTheNext() {
        join(43, 1);
        offer(SampleCommands.cancelOrder(HOLDER, 1));
        offer(SampleStockCommands.leave(43, OFFER));
        settle();
        assertThat(calls).containsExactly(Outcome.NOT_WAITING);

        decide(SampleStockCommands.order(HOLDER, "again", UNITS));
        join(44, 1);
        decide(SampleCommands.cancelOrder(HOLDER, 2));

        assertThat(moved).containsExactly("43 LEFT 1", "44 CALLED 1");
    }

    @Test
    void whatFindsNoSlotIsOfferedAgain() {
        join(43, 1);
        ring = ringOf(2);
        offer(SampleCommands.cancelOrder(HOLDER, 1));
        ring.pulse();
        ring.decide(2, () -> {});
        assertThat(ring.offer(SampleStockCommands.leave(1, 1), CommandRing.NO_REPLY))
                .isFalse();
        settle();
        assertThat(moved).isEmpty();
        ring.pulse();
        settle();
        assertThat(moved).containsExactly("43 CALLED 1");

        nowMs += TURN_MS;
        ring.pulse();
        ring.pulse();
        ring.decide(2, () -> {});
        settle();
        assertThat(moved).hasSize(1);
        ring.pulse();
        settle();

        assertThat(moved).containsExactly("43 CALLED 1", "43 LAPSED 1");
    }

    @Test
    void aRestartGoesOnWithTheTurnsAndLinesThereAre() {
        join(43, UNITS);
        join(44, 1);
        cancelAll();

        restart();
        pass(TURN_MS - 1);
        assertThat(moved).containsExactly("43 CALLED 3");
        pass(1);

        assertThat(moved).containsExactly("43 CALLED 3", "43 LAPSED 3", "44 CALLED 1");
    }

    @Test
    void aRestartBeforeACallWasDecidedMakesIt() {
        join(43, 1);
        offer(SampleCommands.cancelOrder(HOLDER, 1));
        ring.decide(1, () -> {});

        restart();
        ring.pulse();
        settle();

        assertThat(moved).containsExactly("43 CALLED 1");
    }

    /** Its place is another's by then. */
    @Test
    void aTurnThatIsOverEndsNoOther() {
        join(43, 1);
        cancelAll();
        decide(SampleStockCommands.leave(43, OFFER));
        decide(SampleStockCommands.order(HOLDER, "again", UNITS));
        nowMs += TURN_MS / 2;
        join(44, 1);
        decide(SampleCommands.cancelOrder(HOLDER, 2));

        pass(TURN_MS / 2);
        assertThat(moved).containsExactly("43 CALLED 1", "43 LEFT 1", "44 CALLED 1");
        pass(TURN_MS / 2);
        assertThat(moved).endsWith("44 LAPSED 1").hasSize(4);
    }

    @Test
    void whenTheSaleEndsThoseWhoWaitAreSentHomeOneByOne() {
        join(43, 1);
        join(44, 1);

        decide(SampleStockCommands.putOffer(nowMs + 1_000));
        assertThat(moved).isEmpty();
        pass(1_000);

        assertThat(moved).containsExactly("43 CLOSED 1", "44 CLOSED 1");
    }

    private void join(final long viewer, final int units) {
        decide(SampleStockCommands.join(viewer, ROOM, OFFER, units));
    }

    private void cancelAll() {
        decide(SampleCommands.cancelOrder(HOLDER, 1));
    }

    /** Lets time pass, which the ring hears of by a pulse. */
    private void pass(final long ms) {
        nowMs += ms;
        ring.pulse();
        settle();
    }

    private void decide(final CommandWriter command) {
        offer(command);
        settle();
    }

    private void offer(final CommandWriter command) {
        assertThat(ring.offer(command, CommandRing.NO_REPLY)).isTrue();
    }

    private void settle() {
        while (!ring.isEmpty()) {
            ring.decide(1, () -> {});
            ring.seal(SLOTS);
        }
    }

    private void restart() {
        final StateBytes state = new StateBytes();
        core.save(state);
        core = new FlashCore(CoreReserves.NONE);
        core.load(state);
        final RecordChain resumed = new RecordChain();
        resumed.resume(chain.sequence(), chain.timeMs(), chain.hash());
        chain = resumed;
        ring = ringOf(SLOTS);
    }

    private SimulatedRing ringOf(final int slots) {
        final HaltSignal halt = new HaltSignal(why -> {
            throw new AssertionError("halted", why);
        });
        return new SimulatedRing(slots, core, chain, new ForgetfulJournal(), () -> nowMs, this, halt);
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        dispatcher.onRecord(record);
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {}

    @Override
    public void onBatchEnd() {}

    @Override
    public void onCallNext(
            final RecordFlyweight record, final CallNextDecoder command, final DecisionDecoder decision) {
        calls.add(record.outcome());
    }

    @Override
    public void onEndTurn(final RecordFlyweight record, final EndTurnDecoder command, final DecisionDecoder decision) {
        assertThat(record.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Override
    public void onLineMoves(final RecordFlyweight record, final LineMovesDecoder moves) {
        for (final LineMovesDecoder.PlacesDecoder place : moves.places()) {
            final PlaceState state = PlaceState.ofCode(place.state());
            if (state != PlaceState.WAITING) {
                moved.add(place.viewer() + " " + state + " " + place.units());
            }
        }
    }
}
