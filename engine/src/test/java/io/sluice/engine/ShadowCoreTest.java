package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.Snapshot;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.HaltSignal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.IoUtil;
import org.junit.jupiter.api.Test;

/** A shadow over the files of an engine that has stopped. */
class ShadowCoreTest extends FlashEngineFixture {
    private final EngineCounters counters = new EngineCounters();
    private final List<Optional<Snapshot>> snapshotsWhenForced = new CopyOnWriteArrayList<>();

    @Test
    void aDurableRecordThatCannotBeFoundHaltsTheEngine() throws IOException {
        openTheRoomWith(10);
        final long lost = ask(Commands.placeOrder(42, "k1", 1)).sequence();
        final long last = ask(Commands.placeOrder(42, "k2", 1)).sequence();
        engine.close();
        IoUtil.delete(engineContext().directory().snapshots().toFile(), false);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(engineContext().directory())) {
            blank(lost, journal);
            try (ShadowCore shadow = shadowOf(journal, last)) {
                shadow.start();
                await().until(() -> haltReason.get() != null);
            }
        }

        assertThat(haltReason.get())
                .isInstanceOf(JournalFaultException.class)
                .hasMessage("sequence=" + lost + ": cannot be found, although it is durable");
        assertThat(counters.get(EngineCounter.AUDITED)).isEqualTo(lost - 1);
    }

    @Test
    void forcesTheJournalBeforeASnapshotIsThere() {
        openTheRoomWith(10);
        final long last = ask(Commands.placeOrder(42, "k1", 1)).sequence();
        engine.close();
        IoUtil.delete(engineContext().directory().snapshots().toFile(), false);

        try (ReadOnlyJournal journal = ReadOnlyJournal.open(engineContext().directory());
                ShadowCore shadow = shadowOf(journal, last)) {
            shadow.start();
            await().until(() -> counters.get(EngineCounter.SNAPSHOT_SEQUENCE) > 0);
        }

        assertThat(snapshotsWhenForced).first().isEqualTo(Optional.empty());
    }

    private void noteForce() {
        snapshotsWhenForced.add(new SnapshotStore(engineContext().directory()).newest(Long.MAX_VALUE));
    }

    private ShadowCore shadowOf(final ReadOnlyJournal journal, final long durable) {
        final int blockBytes = 1 << 20;
        final StorageWatch storage = new StorageWatch(() -> Long.MAX_VALUE, blockBytes, blockBytes, System.nanoTime());
        final SnapshotStore snapshots = new SnapshotStore(engineContext().directory());
        return new ShadowCore(
                engineContext().snapshotEvery(2),
                journal,
                snapshots,
                new SnapshotTaker(this::noteForce, snapshots, storage, counters),
                () -> durable,
                counters,
                new HaltSignal(haltReason::set));
    }

    /** The length of the record's document becomes 0: nothing stands there yet, says Chronicle. */
    private void blank(final long sequence, final ReadOnlyJournal journal) throws IOException {
        final JournalFaultException place = journal.located(new JournalFaultException(sequence, "is to be lost"));
        try (FileChannel file = FileChannel.open(
                engineContext().directory().journal().resolve(place.file()), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(Integer.BYTES), place.position());
        }
    }
}
