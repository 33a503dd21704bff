package io.sluice.bench.micro;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.ring.WaitMode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
 * What one order waits for inside the process when nobody else orders: encoded and offered, decided, journaled, as durable
 * as the level promises, and delivered to the listener on the sealer thread. The way from there back to an event loop is
 * left out. At {@code DISK} this is one force an order, which only a crowd shares.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class RingToReplyBenchmark {
    @Param({"PROCESS", "DISK"})
    private Durability durability;

    private OneCaller caller;

    /** Opens an engine. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        caller = new OneCaller(durability, WaitMode.BLOCKING);
    }

    /** Offers an order and waits until the listener has its record. */
    @Benchmark
    public long order() {
        caller.offerOrder();
        return caller.awaitAnswer();
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        caller.close();
    }
}
