package io.sluice.bench.micro;

import io.sluice.engine.FlashEngine;
import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a journal takes to verify, and an engine to start on it: with the snapshot of the clean stop that
 * ended it, and without any. The files are in the page cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx12g")
public class ReplayBenchmark {
    /** What the journal is made of: an {@link EveningStream} or nothing but {@link OrderStream orders}, the dearest records. */
    @Param({"evening", "orders"})
    private String stream;

    @Param("1000000")
    private int records;

    private Path data;
    private FlashEngine engine;

    /** Writes the journal. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        data = TemporaryData.create();
        BenchJournal.write(data, BenchJournal.stream(stream), records);
    }

    /** The chain checked and every command decided again, as {@code sluice journal verify} does. */
    @Benchmark
    public JournalAudit verify() {
        final JournalAudit audit = JournalAudit.of(new JournalDirectory(data));
        if (audit.fault() != null || audit.lastSequence() < records) {
            throw new IllegalStateException("last=" + audit.lastSequence(), audit.fault());
        }
        return audit;
    }

    /** A start from the newest snapshot. */
    @Benchmark
    public FlashEngine startFromSnapshot() {
        engine = FlashEngine.launch(BenchJournal.context(data, records));
        return engine;
    }

    /** A start that replays the whole journal. */
    @Benchmark
    public FlashEngine startFromNothing() throws IOException {
        try (Stream<Path> snapshots = Files.list(data.resolve("snapshots"))) {
            final List<Path> all = snapshots.toList();
            for (final Path snapshot : all) {
                Files.delete(snapshot);
            }
        }
        engine = FlashEngine.launch(BenchJournal.context(data, records));
        return engine;
    }

    /** Stops the engine that was started, outside the time. */
    @TearDown(Level.Invocation)
    public void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    /** Removes the journal. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        TemporaryData.delete(data);
    }
}
