package io.sluice.bench.peer;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.client.JsonScan;
import io.sluice.bench.load.client.LiveSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Orders by sockets, so many in flight at each: every answer brings the next order. A new key each, one unit of offer 1, and a
 * share code. On the loop's thread, but for {@link #figures}.
 */
final class OrderFlood implements FrameListener {
    private static final byte[] ORDER = "{\"t\":\"order\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSED = "{\"t\":\"refused\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = JsonScan.field("key");
    private static final long WARM_UP_NS = TimeUnit.SECONDS.toNanos(3);
    /** More than can be in flight. */
    private static final int SENT_KEPT = 1 << 20;

    private final List<String> shares;
    private final long seconds;
    private final CompletableFuture<Void> end;
    private final Histogram times = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final long[] sentNs = new long[SENT_KEPT];
    private final long firstKey = System.currentTimeMillis() * 1_000_000;
    private long countFromNs = Long.MAX_VALUE;
    private long endNs = Long.MAX_VALUE;
    private long sent;
    private long refused;

    /**
     * Nothing yet.
     *
     * @param end  is completed when the seconds are over, if nothing failed before.
     */
    OrderFlood(final List<String> shares, final int seconds, final CompletableFuture<Void> end) {
        this.shares = shares;
        this.seconds = seconds;
        this.end = end;
    }

    /** Sends the first orders, so many by each socket of an audience that is there. */
    void begin(final Audience audience, final int inFlightEach) {
        countFromNs = System.nanoTime() + WARM_UP_NS;
        endNs = countFromNs + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < audience.size() * inFlightEach; i++) {
            order(audience.socket(i % audience.size()));
        }
    }

    /** Orders a second, p50 and p99 of their time in ms, and how many were refused. */
    String figures() {
        return String.format(
                Locale.ROOT,
                "%.0f %.2f %.2f %d",
                (double) times.getTotalCount() / seconds,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                refused);
    }

    @Override
    public void onFrame(final LiveSocket socket, final ByteBuf buffer, final int from, final int to) {
        final boolean isRefused = JsonScan.isAt(buffer, from, to, REFUSED);
        if (!isRefused && !JsonScan.isAt(buffer, from, to, ORDER)) {
            return;
        }
        final long key = JsonScan.number(buffer, from, to, KEY);
        if (key == JsonScan.NONE) {
            // News of an order that was answered long ago.
            return;
        }
        final long nowNs = System.nanoTime();
        if (nowNs < countFromNs || nowNs >= endNs) {
            // Warming up, or over.
        } else if (isRefused) {
            refused++;
        } else {
            times.recordValue(TimeUnit.NANOSECONDS.toMicros(nowNs - sentNs[place(key - firstKey)]));
        }
        if (nowNs < endNs) {
            order(socket);
        } else {
            end.complete(null);
        }
    }

    private void order(final LiveSocket socket) {
        final String share = shares.get((int) (sent % shares.size()));
        sentNs[place(sent)] = System.nanoTime();
        socket.send("{\"t\":\"order\",\"key\":\"" + (firstKey + sent)
                + "\",\"lines\":[{\"offer\":1,\"quantity\":1}],\"share\":\"" + share + "\"}");
        sent++;
    }

    private static int place(final long order) {
        return (int) (order & (SENT_KEPT - 1));
    }
}
