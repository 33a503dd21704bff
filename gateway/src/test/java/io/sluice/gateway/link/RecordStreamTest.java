package io.sluice.gateway.link;

import static io.sluice.gateway.link.EngineClientTest.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordStreamTest {
    private static final int SMALL_BUFFER = 1_024;

    private final LinkListener listener = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(listener);
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final RecordStream stream = listener.stream(engine, loop::add, SMALL_BUFFER);
    private final Heard heard = new Heard();

    @Test
    void everyRecordComesInOrderWithTheEndOfItsBatch() {
        stream.subscribe(1, heard);
        turn();
        engine.append(likes(1));
        engine.append(likes(1));
        engine.endBatch();

        turn();

        assertThat(heard.sequences).containsExactly(1L, 2L);
        assertThat(heard.batches).isEqualTo(1);
        assertThat(engine.readersOpened()).isZero();
    }

    @Test
    void whatWasDurableBeforeComesFirst() {
        engine.append(likes(1));
        engine.append(likes(1));
        engine.append(likes(1));
        engine.endBatch();

        stream.subscribe(2, heard);
        turn();

        assertThat(heard.sequences).containsExactly(2L, 3L);
    }

    @Test
    void whatTheBufferHadNoRoomForIsReadFromTheJournal() {
        stream.subscribe(1, heard);
        turn();
        for (int i = 0; i < 100; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();

        turn();

        assertThat(heard.sequences).containsExactlyElementsOf(upTo(100));
        assertThat(engine.readersOpened()).isEqualTo(1);
    }

    @Test
    void aGapInFrontOfNewerRecordsIsClosedBeforeThese() {
        stream.subscribe(1, heard);
        turn();
        for (int i = 0; i < 20; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();
        final Runnable drain = loop.remove();
        drain.run();
        engine.append(likes(1));
        engine.endBatch();

        turn();

        assertThat(heard.sequences).containsExactlyElementsOf(upTo(21));
    }

    @Test
    void aLongCatchUpLetsOthersOfTheLoopHaveTheirTurn() {
        for (int i = 0; i < RecordStream.TURN_RECORDS + 1; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();
        stream.subscribe(1, heard);

        loop.remove().run();
        assertThat(heard.sequences).hasSize(RecordStream.TURN_RECORDS);
        turn();

        assertThat(heard.sequences).containsExactlyElementsOf(upTo(RecordStream.TURN_RECORDS + 1));
    }

    @Test
    void aReaderThatTheBufferOvertookIsClosed() {
        final int durable = RecordStream.TURN_RECORDS;
        for (int i = 0; i < durable; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();
        stream.subscribe(1, heard);
        engine.append(likes(1));
        engine.endBatch();
        // A whole turn of the journal, one record short of what is durable; that one lies in the buffer.
        loop.remove().run();
        assertThat(engine.readersOpen()).isEqualTo(1);

        turn();

        assertThat(heard.sequences).containsExactlyElementsOf(upTo(durable + 1));
        assertThat(engine.readersOpen()).isZero();
    }

    @Test
    void aDurableRecordThatCannotBeFoundIsAFaultAndKeepsTheLoopFree() {
        for (int i = 0; i < 3; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();
        engine.willLose(2);
        stream.subscribe(1, heard);

        assertThatThrownBy(loop.remove()::run)
                .isInstanceOf(JournalFaultException.class)
                .hasMessage("sequence=2: cannot be found, although it is durable");
        assertThat(loop).isEmpty();
        assertThat(heard.sequences).containsExactly(1L);
    }

    @Test
    void thereIsOneListener() {
        stream.subscribe(1, heard);

        assertThatThrownBy(() -> stream.subscribe(1, heard)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecondStreamHearsEveryRecordAsWell() {
        final Heard alsoHeard = new Heard();
        stream.subscribe(1, heard);
        listener.stream(engine, loop::add, SMALL_BUFFER).subscribe(1, alsoHeard);
        engine.append(likes(1));
        engine.endBatch();

        turn();

        assertThat(heard.sequences).containsExactly(1L);
        assertThat(alsoHeard.sequences).containsExactly(1L);
    }

    @Test
    void aClosedStreamDeliversNothingMoreAndLeavesNoReaderOpen() {
        for (int i = 0; i < RecordStream.TURN_RECORDS + 1; i++) {
            engine.append(likes(1));
        }
        engine.endBatch();
        stream.subscribe(1, heard);
        loop.remove().run();

        stream.close();
        engine.append(likes(1));
        engine.endBatch();
        turn();

        assertThat(heard.sequences).hasSize(RecordStream.TURN_RECORDS);
        assertThat(engine.readersOpen()).isZero();
    }

    private static List<Long> upTo(final long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void turn() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    private static final class Heard implements RecordListener {
        private final List<Long> sequences = new ArrayList<>();
        private int batches;

        @Override
        public void onRecord(final RecordFlyweight record) {
            sequences.add(record.sequence());
        }

        @Override
        public void onBatchEnd() {
            batches++;
        }
    }
}
