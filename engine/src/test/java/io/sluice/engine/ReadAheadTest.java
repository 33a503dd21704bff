package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that another thread reads. */
class ReadAheadTest {
    private static final int MANY = 5_000;
    private static final int COMMAND_LENGTH = 100;
    private static final int BATCH = 256;
    private static final int BATCHES = 16;

    private final List<Long> seen = new ArrayList<>();

    @Test
    void givesAllRecordsInTheirOrder() {
        assertThat(read(new OneBufferReader(MANY, COMMAND_LENGTH), Long.MAX_VALUE))
                .isNull();

        assertThat(seen).containsExactlyElementsOf(numbersTo(MANY));
    }

    @Test
    void readsNoMoreThanItIsToldTo() {
        final OneBufferReader reader = new OneBufferReader(MANY, COMMAND_LENGTH);

        read(reader, MANY - 7);

        assertThat(seen).containsExactlyElementsOf(numbersTo(MANY - 7));
        assertThat(reader.sequence()).isEqualTo(MANY - 7);
    }

    @Test
    void tellsOfAFaultBehindTheRecordsBeforeIt() {
        final Throwable fault = new IllegalStateException("bad");

        assertThat(read(new OneBufferReader(MANY, COMMAND_LENGTH).endWith(fault), Long.MAX_VALUE))
                .isSameAs(fault);

        assertThat(seen).containsExactlyElementsOf(numbersTo(MANY));
    }

    @Test
    void tellsOfAnErrorInsteadOfLeavingItsUserWaiting() {
        final Throwable error = new OutOfMemoryError("none left");

        assertThat(read(new OneBufferReader(1, COMMAND_LENGTH).endWith(error), Long.MAX_VALUE))
                .isSameAs(error);
    }

    @Test
    @Timeout(60)
    void stopsWhenItIsClosedAlsoWhereItWaitsForAnEmptyBatch() {
        final OneBufferReader endless = new OneBufferReader(Integer.MAX_VALUE, COMMAND_LENGTH);
        final ReadAhead ahead = new ReadAhead(endless, Long.MAX_VALUE);
        for (int i = 0; i < BATCHES / 2; i++) {
            assertThat(ahead.next().size()).isEqualTo(BATCH);
        }
        // With half of the batches not given back it fills the others, and can go no further.
        await().until(() -> endless.sequence() == BATCHES * BATCH);

        ahead.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("sluice-read-ahead");
    }

    /** Reads to the end; answers the fault there. */
    private Throwable read(final OneBufferReader reader, final long most) {
        try (ReadAhead ahead = new ReadAhead(reader, most)) {
            RecordBatch batch = ahead.next();
            while (batch.size() > 0 && batch.fault() == null) {
                take(batch);
                batch = ahead.next();
            }
            take(batch);
            return batch.fault();
        }
    }

    private void take(final RecordBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            seen.add(batch.record(i).sequence());
        }
    }

    private static List<Long> numbersTo(final int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
