package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalPruner;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.ring.EngineCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, at a clean stop and of the shadow while the engine runs, and starts with them or without. */
class EngineSnapshotsTest extends FlashEngineFixture {
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
    void startsFromTheOlderSnapshotWhenTheNewestIsDamaged() throws IOException {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        stopAndSellThreeTimes();
        damage(newestSnapshot(data));

        final Replay replay = replayOf(Long.MAX_VALUE);

        assertThat(replay.loadedBytes()).isPositive();
        assertThat(replay.chain().sequence()).isBetween(placed.sequence(), lastSequence() - 1);
    }

    private long lastSequence() {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(engineContext().directory())) {
            return journal.lastSequence();
        }
    }

    @Test
    void startsFromASnapshotWhereOlderRecordsWerePruned() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        stopAndSellThreeTimes();
        prune(placed.sequence() + 1);

        launch();

        assertThat(engine.firstSequence()).isEqualTo(placed.sequence() + 1);
        assertThat(ask(Commands.placeOrder(42, "k1", 3)).order()).isEqualTo(placed.order());
        assertThat(engine.board().item(Commands.ITEM).available()).isEqualTo(4);
    }

    @Test
    void refusesToStartWhereRecordsWerePrunedAndNoSnapshotVerifies() throws IOException {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        stopAndSellThreeTimes();
        prune(placed.sequence() + 1);
        damageSnapshots();

        assertThatThrownBy(this::launch)
                .isInstanceOf(JournalFaultException.class)
                .hasMessageContaining("sequence=" + (placed.sequence() + 1))
                .hasMessageContaining("no snapshot");
    }

    private void stopAndSellThreeTimes() {
        for (int start = 2; start <= 4; start++) {
            engine.close();
            launch();
            ask(Commands.placeOrder(42, "k" + start, 1));
        }
        engine.close();
    }

    private void prune(final long below) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(engineContext().directory())) {
            final JournalPruner pruner = new JournalPruner(engineContext().directory(), snapshot -> Replay.behind(
                            snapshot, snapshots(), CoreReserves.NONE, journal)
                    .isPresent());
            pruner.prune(below, pruned -> {});
        }
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
                damage(file);
            }
        }
    }

    private static void damage(final Path file) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
