package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Appending allocates nothing but for what Chronicle needs when it maps the next block or begins an index: so batches are
 * measured, and among them there has to be one without either.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AppendAllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int BATCHES = 20;
    private static final int BATCH = 2_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(4096));
    private final RecordChain chain = new RecordChain();

    @TempDir
    private Path data;

    @Test
    void appendingAllocatesNothingInTheSteadyState() {
        try (ChronicleJournal journal = ChronicleJournal.open(
                new JournalDirectory(data), new JournalSettings().withDurability(Durability.PROCESS))) {
            appendTo(journal, WARM_UP);

            long least = Long.MAX_VALUE;
            for (int batch = 0; batch < BATCHES; batch++) {
                final long before = threads.getCurrentThreadAllocatedBytes();
                appendTo(journal, BATCH);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }

            assertThat(least).isZero();
        }
    }

    private void appendTo(final ChronicleJournal journal, final int records) {
        for (int i = 0; i < records; i++) {
            final int length = chain.seal(
                    buffer,
                    0,
                    200,
                    300 - 200 - RecordFlyweight.HEADER_LENGTH,
                    RecordWriter.START_MS + chain.sequence());
            journal.append(buffer, 0, length);
        }
    }
}
