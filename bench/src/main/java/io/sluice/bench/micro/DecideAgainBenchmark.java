package io.sluice.bench.micro;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one order costs to decide again and to compare with what was recorded, from records that lie in memory: reading
 * them, their CRC and their hash are left out. Each time begins with an empty core that has nothing set aside.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class DecideAgainBenchmark {
    private static final int RECORDS = 1_000_000;

    private MemoryReader records;

    /** Writes a journal, takes it into memory and removes it. */
    @Setup
    public void read() throws IOException {
        final Path data = TemporaryData.create();
        BenchJournal.write(data, new OrderStream(), RECORDS);
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(data));
                JournalReader reader = journal.reader(1)) {
            records = new MemoryReader(reader);
        }
        TemporaryData.delete(data);
    }

    /** Decides all of them. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public Replay decideAgain() {
        records.toStart();
        final Replay replay = Replay.fromNothing(CoreReserves.NONE);
        if (replay.catchUp(records, RECORDS) != RECORDS) {
            throw new IllegalStateException("last=" + replay.chain().sequence());
        }
        return replay;
    }

    /** Gives out what another reader gave out once. */
    private static final class MemoryReader implements JournalReader {
        private static final int SEGMENT_BYTES = 64 << 20;

        private final List<UnsafeBuffer> segments = new ArrayList<>();
        private final int[] offsets = new int[RECORDS];
        private final long[] hashes = new long[RECORDS];
        private final RecordFlyweight record = new RecordFlyweight();
        private int next;
        private int segment;

        MemoryReader(final JournalReader source) {
            int end = SEGMENT_BYTES;
            for (int i = 0; i < RECORDS; i++) {
                final RecordFlyweight read = source.next();
                if (end + read.length() > SEGMENT_BYTES) {
                    segments.add(new UnsafeBuffer(new byte[SEGMENT_BYTES]));
                    end = 0;
                }
                segments.get(segments.size() - 1).putBytes(end, read.buffer(), read.offset(), read.length());
                offsets[i] = end;
                hashes[i] = source.hash();
                end = BitUtil.align(end + read.length(), Long.BYTES);
            }
        }

        void toStart() {
            next = 0;
            segment = -1;
        }

        @Override
        public RecordFlyweight next() {
            if (next == RECORDS) {
                return null;
            }
            // Each segment begins with a record.
            segment += offsets[next] == 0 ? 1 : 0;
            return record.wrap(segments.get(segment), offsets[next++]);
        }

        @Override
        public long hash() {
            return hashes[next - 1];
        }

        @Override
        public void close() {}
    }
}
