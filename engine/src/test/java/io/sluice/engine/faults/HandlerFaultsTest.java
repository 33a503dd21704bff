package io.sluice.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers;
import io.sluice.engine.Answers.Answer;
import io.sluice.engine.Commands;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something is thrown at each point at which the core's or the sealer's thread calls anything: the engine halts with that
 * as its reason, tells nobody anything more, and a start from what it left is exact.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HandlerFaultsTest {
    private static final int COMMANDS = 120;
    private static final int COMMANDS_A_QUERY = 10;
    /** Less than the record of an order of one line with a short key. */
    private static final int RECORD_BYTES = 330;

    private static final List<Integer> TURNS = List.of(1, 2, 7, 60);

    private final List<CommandWriter> script = scriptWithQueries();
    private Tripwire tripwire;
    private Answers told;
    private List<Answer> toldBefore;
    private RiggedEngine rigged;

    @TempDir
    private Path data;

    /** Where something is thrown, in the order of an order's way. */
    enum Point {
        CLOCK,
        BEFORE_APPEND,
        AFTER_APPEND,
        BEFORE_FORCE,
        AFTER_FORCE,
        BEFORE_RECORD_IS_TOLD,
        AFTER_RECORD_IS_TOLD,
        BEFORE_ANSWER_IS_TOLD,
        AFTER_ANSWER_IS_TOLD,
        BATCH_END
    }

    static Stream<Arguments> points() {
        return Stream.of(Point.values()).flatMap(point -> TURNS.stream()
                .filter(turn -> turn <= COMMANDS / COMMANDS_A_QUERY || !isOfFewTurns(point))
                .flatMap(turn -> Stream.of(
                        Arguments.of(point, turn, new IllegalStateException("a bug")),
                        Arguments.of(point, turn, new StackOverflowError("a bug")))));
    }

    /** A batch may hold half of the ring, and there are few queries. */
    private static boolean isOfFewTurns(final Point point) {
        return point == Point.BEFORE_FORCE
                || point == Point.AFTER_FORCE
                || point == Point.BATCH_END
                || point == Point.BEFORE_ANSWER_IS_TOLD
                || point == Point.AFTER_ANSWER_IS_TOLD;
    }

    @ParameterizedTest
    @MethodSource("points")
    void haltsWithTheReasonAndStartsAgainExactly(final Point point, final int turn, final Throwable thrown) {
        tripwire = new Tripwire(point, turn, thrown);
        told = new TrippingAnswers();
        try (RiggedEngine engine =
                new RiggedEngine(data, RiggedEngine.SETTINGS.opener(), TrippingJournal::new, this::nowMs, told)) {
            rigged = engine;
            offerOneByOne(engine);
            await().until(() -> engine.haltReason() != null);

            assertThat(engine.haltReason()).isSameAs(thrown);
            assertThat(engine.offer(Commands.putRoom(), 0)).isFalse();
        }
        // Only now: what was in the ring behind the fault has gone through both threads, and they have ended.
        assertThat(told.all()).isEqualTo(toldBefore);
        Aftermath.assertRestartIsExact(data, told, script);
    }

    static IntStream slotEnds() {
        return IntStream.iterate(0, end -> end < RECORD_BYTES, end -> end + 12);
    }

    /** The slot ends before what the core reads or writes there, behind some of which it has already changed its state. */
    @ParameterizedTest
    @MethodSource("slotEnds")
    void haltsWhenTheCoreFailsWithinADecision(final int slotEnd) {
        told = new Answers();
        try (RiggedEngine engine = new RiggedEngine(
                data, RiggedEngine.SETTINGS.opener(), journal -> journal, System::currentTimeMillis, told)) {
            SaleScript.opening().forEach(command -> engine.offer(command, 0));
            engine.offer(Commands.placeOrder(1, "before", 1), 1);
            engine.offer(cutOff(Commands.placeOrder(2, "fails", 1), slotEnd), 2);
            await().until(() -> engine.haltReason() != null);

            assertThat(engine.haltReason()).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(told.to(2)).isNull();
        Aftermath.assertRestartIsExact(data, told, List.of(Commands.placeOrder(1, "before", 1)));
    }

    private static CommandWriter cutOff(final CommandWriter command, final int slotEnd) {
        return (buffer, offset) -> {
            final int length = command.write(buffer, offset);
            final UnsafeBuffer slot = (UnsafeBuffer) buffer;
            slot.wrap(slot.byteBuffer(), slot.wrapAdjustment(), slotEnd);
            return length;
        };
    }

    private void offerOneByOne(final RiggedEngine engine) {
        for (int i = 0; i < script.size() && engine.offer(script.get(i), i + 1); i++) {
            // So that there are many batches, and every point has its turns.
            await().pollDelay(0, TimeUnit.MILLISECONDS)
                    .pollInterval(100, TimeUnit.MICROSECONDS)
                    .until(() -> engine.occupancy() == 0 || engine.haltReason() != null);
        }
    }

    private static List<CommandWriter> scriptWithQueries() {
        final List<CommandWriter> script = new ArrayList<>();
        for (final CommandWriter command : SaleScript.of(1, COMMANDS)) {
            script.add(command);
            if (script.size() % COMMANDS_A_QUERY == 0) {
                script.add(Commands.findOrder(0, 1));
            }
        }
        return script;
    }

    /** On the thread that is about to fail, while the other has nothing to do. */
    private void beforeTheFault() {
        toldBefore = List.copyOf(told.all());
        rigged.offer(Commands.placeOrder(1, "behind the fault", 1), 0);
    }

    private long nowMs() {
        tripwire.at(Point.CLOCK);
        return System.currentTimeMillis();
    }

    /** Throws when a point is passed for the n-th time, with a command in the ring that is still to be taken. */
    private final class Tripwire {
        private final Point point;
        private final Throwable thrown;
        private int turns;

        Tripwire(final Point point, final int turns, final Throwable thrown) {
            this.point = point;
            this.turns = turns;
            this.thrown = thrown;
        }

        void at(final Point passed) {
            if (passed == point && --turns == 0) {
                beforeTheFault();
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
        }
    }

    private final class TrippingJournal extends ForwardingJournal {
        TrippingJournal(final Journal journal) {
            super(journal);
        }

        @Override
        public void append(final DirectBuffer buffer, final int offset, final int length) {
            tripwire.at(Point.BEFORE_APPEND);
            super.append(buffer, offset, length);
            tripwire.at(Point.AFTER_APPEND);
        }

        @Override
        public void force() {
            tripwire.at(Point.BEFORE_FORCE);
            super.force();
            tripwire.at(Point.AFTER_FORCE);
        }
    }

    private final class TrippingAnswers extends Answers {
        @Override
        public void onRecord(final RecordFlyweight record, final long replyTo) {
            tripwire.at(Point.BEFORE_RECORD_IS_TOLD);
            super.onRecord(record, replyTo);
            tripwire.at(Point.AFTER_RECORD_IS_TOLD);
        }

        @Override
        public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
            tripwire.at(Point.BEFORE_ANSWER_IS_TOLD);
            super.onAnswer(buffer, offset, length, replyTo);
            tripwire.at(Point.AFTER_ANSWER_IS_TOLD);
        }

        @Override
        public void onBatchEnd() {
            tripwire.at(Point.BATCH_END);
        }
    }
}
