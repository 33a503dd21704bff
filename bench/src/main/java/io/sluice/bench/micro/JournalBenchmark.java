package io.sluice.bench.micro;

import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the journal costs: the record of an order sealed (header, CRC-32C, hash of the record before) and appended, and
 * batches of them forced to the disk that {@code java.io.tmpdir} lies on. Command and decision are those of a real order and
 * stay the same; the header, and so all sums, are each record's own. One thread does what in the engine two do.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class JournalBenchmark {
    private static final int RECORDS = 200_000;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(ChronicleJournal.MAX_RECORD_BYTES));
    private final RecordFlyweight order = new RecordFlyweight();
    private final RecordChain chain = new RecordChain();
    private Path data;
    private ChronicleJournal journal;
    private int commandLength;
    private int decisionLength;
    private long timeMs;

    /** How many records are forced at once. */
    @State(Scope.Thread)
    public static class Batch {
        @Param({"1", "32"})
        private int records;
    }

    /** Takes an order's record from an engine, and opens an empty journal. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        data = TemporaryData.create();
        BenchJournal.write(data, new OrderStream(), OrderStream.ROOM_COMMANDS + 1);
        try (ReadOnlyJournal written = ReadOnlyJournal.open(new JournalDirectory(data));
                JournalReader reader = written.reader(written.lastSequence())) {
            final RecordFlyweight read = reader.next();
            buffer.putBytes(0, read.buffer(), read.offset(), read.length());
        }
        TemporaryData.delete(data);
        order.wrap(buffer, 0);
        commandLength = order.commandLength();
        decisionLength = order.decisionLength();
        timeMs = order.timeMs();
        data = TemporaryData.create();
        journal = ChronicleJournal.open(new JournalDirectory(data), new JournalSettings());
    }

    /** Appends records and forces none. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OperationsPerInvocation(RECORDS)
    @Warmup(iterations = 5)
    @Measurement(iterations = 10)
    public long append() {
        return append(RECORDS);
    }

    /** Appends a batch and forces it: one operation is the batch. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 7, time = 2)
    public long appendAndForce(final Batch batch) {
        final long last = append(batch.records);
        journal.force();
        return last;
    }

    /** Closes the journal and removes its directory. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        journal.close();
        if (journal.lastSequence() != chain.sequence()) {
            throw new IllegalStateException("last=" + journal.lastSequence() + " appended=" + chain.sequence());
        }
        TemporaryData.delete(data);
    }

    private long append(final int records) {
        for (int i = 0; i < records; i++) {
            journal.append(buffer, 0, chain.seal(buffer, 0, commandLength, decisionLength, timeMs));
        }
        return chain.hash();
    }
}
