package io.sluice.bench.micro;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.gateway.http.OrderRequest;
import io.sluice.gateway.http.OrderRequestParser;
import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An order's body as the gateway takes it: JSON read and checked into a request, and the request encoded as a command. The
 * bodies and keys are a thousand different ones, in turn; HTTP, the headers and the token are left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class OrderRequestBenchmark {
    private static final int ORDERS = 1_024;
    private static final int COMMAND_BYTES = 1_024;
    private static final byte[] SECRET =
            "a-secret-for-a-measurement-and-nothing-else".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] bodies = new byte[ORDERS][];
    private final byte[][] sharedBodies = new byte[ORDERS][];
    private final String[] keys = new String[ORDERS];
    private final OrderRequest[] requests = new OrderRequest[ORDERS];
    private final ShareCodec shares = new ShareCodec(SECRET);
    private final UnsafeBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(COMMAND_BYTES));
    private final OrderRequest request = new OrderRequest();
    private int next;

    /** Writes the bodies. */
    @Setup
    public void write() {
        for (int i = 0; i < ORDERS; i++) {
            final String line = "{\"lines\":[{\"offer\":" + (1_001 + i % 500) + ",\"quantity\":" + (1 + i % 3)
                    + "}],\"expectedTotalFen\":" + (1 + i % 3) * 9_900;
            final String share = shares.encode(new ShareCode(1, 1_001, 1 + i % 300, 1 + i, 1 + i % 500, 3, 70_000 + i));
            bodies[i] = (line + "}").getBytes(StandardCharsets.UTF_8);
            sharedBodies[i] = (line + ",\"coupon\":\"" + (100_000 + i) + "\",\"share\":\"" + share + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            keys[i] = "8c1d5f0a-77e3-4b52-9c07-" + (100_000_000_000L + i);
            requests[i] = parse(bodies[i], new OrderRequest());
        }
    }

    /** Reads an order of one line with the price that was seen. */
    @Benchmark
    public OrderRequest parse() {
        return parse(bodies[step()], request);
    }

    /** Reads the same with a coupon and a share code, whose signature is checked. */
    @Benchmark
    public OrderRequest parseShared() {
        return parse(sharedBodies[step()], request);
    }

    /** Encodes an order of one line behind the space for a record's header, as in a slot of the ring. */
    @Benchmark
    public int encode() {
        return requests[step()].write(slot, RecordFlyweight.HEADER_LENGTH);
    }

    private OrderRequest parse(final byte[] body, final OrderRequest order) {
        order.reset().room(1).key(keys[next]).viewer(1 + next);
        OrderRequestParser.parse(body, body.length, order, shares);
        return order;
    }

    private int step() {
        next = BitUtil.next(next, ORDERS);
        return next;
    }
}
