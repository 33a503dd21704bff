package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Records that are read ahead, from a reader that uses one buffer for all of them. */
class RecordBatchTest {
    private static final int LONG_COMMAND = 20_000;

    private final RecordBatch batch = new RecordBatch();
    private final List<Long> seen = new ArrayList<>();

    @Test
    void keepsRecordsThatTheirReaderHasLeft() {
        read(new OneBuffer(3, 100), Long.MAX_VALUE);

        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.record(0).sequence()).isEqualTo(1);
        assertThat(batch.record(2).sequence()).isEqualTo(3);
        assertThat(batch.hash(2)).isEqualTo(-3);
        assertThat(batch.fault()).isNull();
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesNoMoreThanItIsToldTo() {
        final OneBuffer reader = new OneBuffer(10, 100);

        read(reader, 4);
        read(reader, 1);

        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.record(0).sequence()).isEqualTo(5);
    }

    @Test
    void goesOnInTheNextBatchWithRecordsThatDoNotFit() {
        final OneBuffer reader = new OneBuffer(9, LONG_COMMAND);

        do {
            read(reader, Long.MAX_VALUE);
        } while (batch.size() > 0);

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void tellsOfAFaultBesideTheRecordsBeforeIt() {
        final OneBuffer reader = new OneBuffer(2, 100);
        reader.fault = new JournalFaultException(3, "bad");

        read(reader, Long.MAX_VALUE);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.fault()).isSameAs(reader.fault);
    }

    private void read(final JournalReader reader, final long most) {
        batch.read(reader, most, record -> seen.add(record.sequence()));
    }

    /** Gives out some records, and then nothing or a fault. */
    private static final class OneBuffer implements JournalReader {
        private final RecordChain chain = new RecordChain();
        private final RecordFlyweight record = new RecordFlyweight();
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 15]);
        private final int records;
        private final int commandLength;
        private JournalFaultException fault;

        OneBuffer(final int records, final int commandLength) {
            this.records = records;
            this.commandLength = commandLength;
        }

        @Override
        public RecordFlyweight next() {
            if (chain.sequence() == records) {
                if (fault != null) {
                    throw fault;
                }
                return null;
            }
            chain.seal(buffer, 0, commandLength, 100, 1);
            return record.wrap(buffer, 0);
        }

        @Override
        public long hash() {
            return -chain.sequence();
        }

        @Override
        public void close() {}
    }
}
