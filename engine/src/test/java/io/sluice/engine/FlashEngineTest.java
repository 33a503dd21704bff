package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Item;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.EngineCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashEngineTest {
    private static final long START_MS = 1_700_000_000_000L;

    @TempDir
    private Path data;

    private final AtomicReference<Throwable> haltReason = new AtomicReference<>();
    private final AtomicLong replyTo = new AtomicLong();
    private Answers answers = new Answers();
    private long wallMs = START_MS;
    private FlashEngine engine;

    @AfterEach
    void closeTheEngine() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void answersEveryCommandWithItsRecord() {
        openTheRoomWith(10);

        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        final Answer paid = ask(Commands.payOrder(placed.order(), 3 * 9_900, "p1"));
        final Answer found = ask(Commands.findOrder(42, placed.order()));

        assertThat(placed.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(found.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(answers.all().stream().map(Answer::sequence).filter(sequence -> sequence > 0))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(engine.durableSequence()).isEqualTo(7);
    }

    @Test
    void showsAnOrderToItsOwnerOnly() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 1));

        assertThat(ask(Commands.findOrder(43, placed.order())).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(ask(Commands.cancelOrder(43, placed.order())).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void pagesThroughAViewersOrders() {
        openTheRoomWith(100);
        for (int i = 0; i < 5; i++) {
            ask(Commands.placeOrder(42, "k" + i, 1));
        }

        assertThat(ask(Commands.findOrders(42, 0, 50)).orders()).isEqualTo(5);
        assertThat(ask(Commands.findOrders(42, 3, 50)).orders()).isEqualTo(2);
        assertThat(ask(Commands.findOrders(42, 0, 2)).orders()).isEqualTo(2);
        assertThat(ask(Commands.findOrders(43, 0, 50)).orders()).isZero();
    }

    @Test
    void sellsExactlyWhatThereIsToManyProducersAtOnce() throws InterruptedException {
        openTheRoomWith(1_000);
        final int producers = 4;
        final int ordersEach = 1_000;
        final List<Thread> threads = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            final int producer = p;
            threads.add(new Thread(() -> {
                for (int i = 0; i < ordersEach; i++) {
                    offerUntilTaken(Commands.placeOrder(1 + producer * ordersEach + i, "k", 1));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (final Thread thread : threads) {
            thread.join();
        }

        await().until(() -> answers.count(Outcome.RESERVED) + answers.count(Outcome.SOLD_OUT) == 4_000);
        assertThat(answers.count(Outcome.RESERVED)).isEqualTo(1_000);
        engine.close();
        final Item item = engine.closedCore().catalogue().item(Commands.ITEM);
        assertThat(item.held()).isEqualTo(1_000);
        assertThat(item.available()).isZero();
    }

    @Test
    void continuesWhereACleanStopLeftOff() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        engine.close();
        final long stateHash = engine.closedCore().stateHash();

        launch();
        final Answer again = ask(Commands.placeOrder(42, "k1", 3));

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.order()).isEqualTo(placed.order());
        assertThat(again.sequence()).isEqualTo(placed.sequence() + 1);
        assertThat(replayOf(placed.sequence()).core().stateHash()).isEqualTo(stateHash);
    }

    @Test
    void replaysTheJournalWhenTheSnapshotIsDamaged() throws IOException {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        engine.close();
        damageSnapshots();

        launch();

        assertThat(ask(Commands.placeOrder(42, "k1", 3)).order()).isEqualTo(placed.order());
        assertThat(engine.board().item(Commands.ITEM).available()).isEqualTo(7);
    }

    @Test
    void refusesASnapshotOfAnotherJournalAndReplays(@TempDir final Path other) throws IOException {
        openTheRoomWith(10);
        ask(Commands.placeOrder(42, "k1", 3));
        engine.close();
        final Path foreign = newestSnapshot(data);
        launch(engineContext().dataDirectory(other));
        openTheRoom(20);
        ask(Commands.placeOrder(42, "k1", 1));
        engine.close();
        Files.copy(foreign, newestSnapshot(other), StandardCopyOption.REPLACE_EXISTING);

        launch(engineContext().dataDirectory(other));

        assertThat(engine.board().item(Commands.ITEM).available()).isEqualTo(19);
        assertThat(haltReason.get()).isNull();
    }

    @Test
    void tellsNobodyOfARecordBeforeItIsDurable() {
        final List<Long> toldEarly = new CopyOnWriteArrayList<>();
        answers = new Answers() {
            @Override
            public void onRecord(final RecordFlyweight record, final long address) {
                if (engine.durableSequence() < record.sequence()) {
                    toldEarly.add(record.sequence());
                }
                super.onRecord(record, address);
            }
        };
        openTheRoomWith(10);
        ask(Commands.placeOrder(42, "k1", 3));

        assertThat(toldEarly).isEmpty();
    }

    @Test
    void passesOverTheHoldOfAnOrderThatWasPaid() {
        openTheRoomWith(10);
        final Answer paid = ask(Commands.placeOrder(42, "k1", 1));
        ask(Commands.payOrder(paid.order(), 9_900, "p1"));
        ask(Commands.placeOrder(42, "k2", 1));
        engine.close();

        wallMs += Commands.HOLD_SECONDS * 1_000L + 60_000;
        launch();

        await().until(() -> answers.count(Outcome.EXPIRED) == 1);
        await().until(() -> engine.counters().get(EngineCounter.HOLDS) == 0);
        assertThat(answers.count(Outcome.HOLD_NOT_DUE)).isZero();
    }

    @Test
    void closesOnceHoweverOftenItIsTold() {
        openTheRoomWith(10);
        engine.close();
        engine.close();

        assertThat(engine.closedCore().orders()).isZero();
        assertThat(haltReason.get()).isNull();
    }

    @Test
    void endsAHoldWhoseTimeIsOver() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        engine.close();

        wallMs += Commands.HOLD_SECONDS * 1_000L + 60_000;
        launch();

        await().until(() -> answers.count(Outcome.EXPIRED) == 1);
        final Answer late = ask(Commands.payOrder(placed.order(), 3 * 9_900, "p1"));
        assertThat(late.outcome()).isEqualTo(Outcome.PAID_LATE);
    }

    @Test
    void keepsCoreTimeWhenTheWallClockWasSetBack() {
        openTheRoomWith(10);
        final Answer before = ask(Commands.placeOrder(42, "k1", 1));
        engine.close();

        wallMs -= 3_600_000;
        launch();

        assertThat(ask(Commands.placeOrder(42, "k2", 1)).timeMs()).isGreaterThanOrEqualTo(before.timeMs());
        assertThat(haltReason.get()).isNull();
    }

    @Test
    void takesSnapshotsOfItsShadowWhileItRuns() {
        launch(engineContext().snapshotEvery(100));
        openTheRoom(1_000);
        for (int i = 0; i < 250; i++) {
            ask(Commands.placeOrder(42, "k" + i, 1));
        }

        await().until(() -> engine.counters().get(EngineCounter.SNAPSHOT_SEQUENCE) == 200);
        await().until(() -> engine.counters().get(EngineCounter.AUDITED) == engine.durableSequence());
        assertThat(haltReason.get()).isNull();
    }

    /** 500 orders make a state of more than 100 KB, and ten orders a journal of less than 10 KB. */
    @Test
    void takesFewerSnapshotsOfALargeState() {
        launch(engineContext().snapshotEvery(1));
        openTheRoom(1_000);
        final long first = newestSnapshotBehind(500);
        final long second = newestSnapshotBehind(5);
        final long third = newestSnapshotBehind(5);

        assertThat(first).isPositive();
        assertThat(first == second || second == third).isTrue();
    }

    private long newestSnapshotBehind(final int orders) {
        for (int i = 0; i < orders; i++) {
            ask(Commands.placeOrder(42, "k" + (engine.durableSequence() + 1), 1));
        }
        await().until(() -> engine.counters().get(EngineCounter.AUDITED) == engine.durableSequence());
        return engine.counters().get(EngineCounter.SNAPSHOT_SEQUENCE);
    }

    @Test
    void refusesASecondEngineOnTheSameDirectory() {
        launch();

        assertThatThrownBy(() -> FlashEngine.launch(engineContext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        openTheRoomWith(10);
        engine.close();

        assertThat(engine.offer(Commands.placeOrder(42, "k1", 1), 1)).isEqualTo(EngineLink.CLOSED);
    }

    @Test
    void refusesACommandThatDoesNotFitASlotAndGoesOn() {
        openTheRoomWith(10);

        assertThat(engine.offer((buffer, offset) -> 4_000, 99)).isEqualTo(EngineLink.TOO_LONG);
        assertThat(engine.offer(
                        (buffer, offset) -> {
                            buffer.putLong(5_000, 1);
                            return 8;
                        },
                        99))
                .isEqualTo(EngineLink.TOO_LONG);
        assertThat(ask(Commands.placeOrder(42, "k1", 1)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void takesOnlyQueriesWhileTheDiskIsBelowItsWatermark() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 1));
        engine.close();
        launch(engineContext().lowSpaceBytes(Long.MAX_VALUE / 2));

        assertThat(engine.offer(Commands.placeOrder(42, "k2", 1), 99)).isEqualTo(EngineLink.STORAGE_LOW);
        assertThat(ask(Commands.findOrder(42, placed.order())).outcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    void haltsWithTheReasonWhenTheListenerFails() {
        launch();
        final RuntimeException bug = new IllegalStateException("a bug");
        engine.close();
        answers = new Answers() {
            @Override
            public void onBatchEnd() {
                if (!all().isEmpty()) {
                    throw bug;
                }
            }
        };
        launch();

        engine.offer(Commands.putRoom(), 1);

        await().until(() -> haltReason.get() == bug);
        assertThat(engine.offer(Commands.putItem(), 2)).isEqualTo(EngineLink.CLOSED);
        assertThat(engine.haltReason()).isSameAs(bug);
    }

    private void openTheRoomWith(final long units) {
        launch();
        openTheRoom(units);
    }

    private void openTheRoom(final long units) {
        for (final CommandWriter command : List.of(
                Commands.putRoom(),
                Commands.goLive(),
                Commands.putItem(),
                Commands.restock(units),
                Commands.putOffer())) {
            assertThat(ask(command).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    private void launch() {
        launch(engineContext());
    }

    private void launch(final EngineContext context) {
        engine = FlashEngine.launch(context);
    }

    private EngineContext engineContext() {
        return new EngineContext()
                .dataDirectory(data)
                .listener(answers)
                .wallClock(() -> wallMs)
                .onHalt(haltReason::set)
                .blockBytes(1 << 20)
                .lowSpaceBytes(1 << 20);
    }

    private Answer ask(final CommandWriter command) {
        final long address = offerUntilTaken(command);
        await().pollInterval(Duration.ofMillis(1)).until(() -> answers.to(address) != null);
        return answers.to(address);
    }

    private long offerUntilTaken(final CommandWriter command) {
        final long address = replyTo.incrementAndGet();
        while (engine.offer(command, address) == EngineLink.FULL) {
            Thread.onSpinWait();
        }
        engine.wake();
        return address;
    }

    private Replay replayOf(final long sequence) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(engineContext().directory())) {
            return Replay.fromSnapshot(snapshots(), CoreReserves.NONE, journal, sequence);
        }
    }

    private SnapshotStore snapshots() {
        return new SnapshotStore(engineContext().directory());
    }

    private static Path newestSnapshot(final Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("snapshots"))) {
            return files.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private void damageSnapshots() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("snapshots"))) {
            for (final Path file : files.toList()) {
                final byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 1] ^= 1;
                Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
    }
}
