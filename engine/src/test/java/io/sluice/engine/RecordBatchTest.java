package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records that are read ahead, from a reader that uses one buffer for all of them. */
class RecordBatchTest {
    private static final int LONG_COMMAND = 20_000;

    private final RecordBatch batch = new RecordBatch();
    private final List<Long> seen = new ArrayList<>();

    @Test
    void keepsRecordsThatTheirReaderHasLeft() {
        read(new OneBufferReader(3, 100), Long.MAX_VALUE);

        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.record(0).sequence()).isEqualTo(1);
        assertThat(batch.record(2).sequence()).isEqualTo(3);
        assertThat(batch.fault()).isNull();
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesNoMoreThanItIsToldTo() {
        final OneBufferReader reader = new OneBufferReader(10, 100);

        read(reader, 4);
        read(reader, 1);

        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.record(0).sequence()).isEqualTo(5);
    }

    @Test
    void goesOnInTheNextBatchWithRecordsThatDoNotFit() {
        final OneBufferReader reader = new OneBufferReader(9, LONG_COMMAND);

        do {
            read(reader, Long.MAX_VALUE);
        } while (batch.size() > 0);

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void tellsOfAFaultBesideTheRecordsBeforeIt() {
        final OneBufferReader reader = new OneBufferReader(2, 100);
        reader.endWith(new JournalFaultException(3, "bad"));

        read(reader, Long.MAX_VALUE);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.fault()).hasMessageContaining("bad");
    }

    private void read(final JournalReader reader, final long most) {
        batch.read(reader, most);
        for (int i = 0; i < batch.size(); i++) {
            final RecordFlyweight record = batch.record(i);
            seen.add(record.sequence());
            assertThat(batch.hash(i)).isEqualTo(RecordHash.of(record.buffer(), record.offset(), record.length()));
        }
    }
}
