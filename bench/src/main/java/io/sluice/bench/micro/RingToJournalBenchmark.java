package io.sluice.bench.micro;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.WaitMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * The way of an order inside the process: one producer encodes new orders into the ring as fast as it takes them, and the
 * time runs until the last of them is decided, journaled and as durable as the level promises. The data
 * directory is a temporary one, so the disk is the one that {@code java.io.tmpdir} lies on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = RingToJournalBenchmark.WARM_UP)
@Measurement(iterations = RingToJournalBenchmark.MEASURED)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class RingToJournalBenchmark {
    private static final int ORDERS = 300_000;
    /** The compiler is at work until about then. */
    static final int WARM_UP = 12;

    static final int MEASURED = 7;
    private static final int ITERATIONS = WARM_UP + MEASURED;

    @Param({"DISK", "PROCESS"})
    private Durability durability;

    @Param({"BLOCKING", "BACKOFF"})
    private WaitMode waitMode;

    private final OrderStream orders = new OrderStream();
    private Path data;
    private FlashEngine engine;

    /** Batches that were forced, beside the orders. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Batches {
        /** Batches forced. */
        public long batches;
    }

    /** Opens an engine with memory for all orders, and the room. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        data = TemporaryData.create();
        final int all = ORDERS * ITERATIONS;
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .durability(durability)
                .waitMode(waitMode)
                .snapshotEvery(0)
                .orders(all, all)
                .keys(all, all, 24)
                .viewerOffers(all, all)
                .listener(new SilentListener()));
        OrderStream.openRoom().forEach(command -> offer(command));
    }

    /** Offers all orders and waits for the last. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long offerAndForce(final Batches counted) {
        final long batchesBefore = engine.counters().get(EngineCounter.BATCHES);
        for (int i = 0; i < ORDERS; i++) {
            orders.advance();
            offer(orders);
        }
        // The engine's first record is of its limits.
        final long last = 1 + OrderStream.ROOM_COMMANDS + orders.count();
        while (engine.durableSequence() < last) {
            LockSupport.parkNanos(10_000);
        }
        counted.batches += engine.counters().get(EngineCounter.BATCHES) - batchesBefore;
        return last;
    }

    /** Closes the engine, sees that every order was decided, and removes its directory. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        engine.close();
        final long reserved = engine.closedCore().orders();
        if (reserved != orders.count()) {
            throw new IllegalStateException("reserved=" + reserved + " offered=" + orders.count());
        }
        TemporaryData.delete(data);
    }

    private void offer(final CommandWriter command) {
        while (engine.offer(command, EngineLink.NO_REPLY) == EngineLink.FULL) {
            LockSupport.parkNanos(1_000);
        }
        engine.wake();
    }
}
