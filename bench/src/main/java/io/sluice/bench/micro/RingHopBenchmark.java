package io.sluice.bench.micro;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
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
 * From thread to thread through the ring, one query at a time on an idle engine: encoded, published, the core woken, which
 * asks for the time first of all; and the whole way back, through core and sealer to the listener. Queries are not
 * journaled, so no storage is in these figures.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class RingHopBenchmark {
    private static final long FIRST_ORDER = 1;

    @Param({"BLOCKING", "BACKOFF"})
    private WaitMode waitMode;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FindOrderEncoder findOrder = new FindOrderEncoder();
    private final CommandWriter query = (buffer, offset) -> {
        findOrder
                .wrapAndApplyHeader(buffer, offset, header)
                .viewer(OrderStream.viewerOf(FIRST_ORDER))
                .order(FIRST_ORDER);
        return MessageHeaderEncoder.ENCODED_LENGTH + findOrder.encodedLength();
    };
    private OneCaller caller;

    /** Opens an engine in which there is an order to ask for. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        caller = new OneCaller(Durability.PROCESS, waitMode);
        caller.offerOrder();
    }

    /** Waits, outside of the time that is measured, until nothing is under way. */
    @Setup(Level.Invocation)
    public void settle() {
        caller.awaitAnswer();
    }

    /** From the offer until the core thread has come to the query. */
    @Benchmark
    public long toCore() {
        caller.offer(query);
        return caller.awaitTurn();
    }

    /** From the offer until the listener has the query's answer. */
    @Benchmark
    public long toAnswer() {
        caller.offer(query);
        return caller.awaitAnswer();
    }

    /** Closes the engine. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        caller.awaitAnswer();
        caller.close();
    }
}
