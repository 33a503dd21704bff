package io.sluice.bench.micro;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.OrderRequest;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
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
 * What one decision costs the core: a new order of one line, of one of 430,000 viewers for one of 500 offers, with limit,
 * price check, touch and a key never seen before; every one of them is RESERVED. Memory for all of them is set aside first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
public class DecisionBenchmark {
    private static final int ORDERS = 400_000;
    private static final int ITERATIONS = 10;
    private static final int VIEWERS = 430_000;
    private static final int OFFERS = 500;
    private static final long ROOM = 1;
    private static final byte[] TITLE = "title".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = new byte[0];

    private final Decision decision = new Decision();
    private final OrderRequest request = new OrderRequest();
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[36]);
    private FlashCore core;
    private long sequence;
    private long nowMs = 1_000;

    /** Opens a room with its offers, with memory for all orders. */
    @Setup
    public void open() {
        final int all = ORDERS * ITERATIONS;
        core = new FlashCore(new CoreReserves(all, all, all));
        key.setMemory(0, key.capacity(), (byte) 'k');
        core.putRoom(ROOM, 0, TITLE, NOTHING, next());
        core.changeRoomState(ROOM, RoomState.LIVE, next());
        final OfferTerms terms = new OfferTerms().set(9_900, 0, Long.MAX_VALUE, 1_000_000, 900);
        for (int offer = 1; offer <= OFFERS; offer++) {
            core.putItem(offer, TITLE, NOTHING, next());
            core.stockChanges().change(1, offer, 1_000_000_000L, StockReason.RESTOCK, next());
            core.putOffer(ROOM, offer, offer, terms, next());
        }
    }

    /** Places orders, each with the next key. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long placeOrders() {
        for (int i = 0; i < ORDERS; i++) {
            placeOrder();
        }
        return decision.order();
    }

    private void placeOrder() {
        final Decision decided = next();
        final long viewer = 1 + sequence * 7_919 % VIEWERS;
        request.set(viewer, ROOM, 9_900);
        request.touch().set(1, 1 + viewer % 300, 1 + viewer % 10_000, 0);
        request.lines().add(1 + sequence % OFFERS, 1);
        key.putNaturalLongAscii(0, 1_000_000_000L + sequence);
        request.key().set(key, 0, key.capacity());
        core.placeOrder(request, decided);
        if (decided.outcome() != Outcome.RESERVED) {
            throw new IllegalStateException("sequence=" + sequence + " outcome=" + decided.outcome());
        }
    }

    private Decision next() {
        return decision.begin(++sequence, ++nowMs);
    }
}
