package io.sluice.bench.peer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.sluice.bench.load.client.JsonScan;
import io.sluice.bench.load.client.LiveSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Publishes at a rate and counts what arrives. A delivery is a tick that brings a message; its delay is from the sending
 * of that message. A picture that Sluice sends a viewer who fell behind is none, only its bytes count. A server that does not answer what is published is not sent more: so it sets the
 * pace itself where the rate is more than it can do. On the loop's thread, but for {@link #run}.
 */
final class Fanout implements FrameListener {
    private static final byte[] TEXT = JsonScan.field("text");
    private static final byte[] TICK = "{\"t\":\"tick\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = "{\"t\":\"comment\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSED = "{\"t\":\"refused\"".getBytes(StandardCharsets.US_ASCII);
    private static final long BEAT_US = 1_000;
    private static final int MOST_UNANSWERED = 8;
    private static final long WARM_UP_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop thread;
    private final double rate;
    private final long seconds;
    private final CompletableFuture<Void> end;
    private final Histogram delays = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    private Audience audience;
    private Publisher publisher;
    private long countFromNs = Long.MAX_VALUE;
    private long nextNs;
    private int unanswered;
    private long published;
    private long refused;
    private long bytes;

    /**
     * Nothing yet.
     *
     * @param rate  messages a second.
     * @param end   is completed when the seconds are over, if nothing failed before.
     */
    Fanout(final EventLoop thread, final double rate, final int seconds, final CompletableFuture<Void> end) {
        this.thread = thread;
        this.rate = rate;
        this.seconds = seconds;
        this.end = end;
    }

    /** Publishes to an audience that is there; from any thread, once. */
    void run(final Audience toWhom, final Publisher by) {
        thread.execute(() -> {
            audience = toWhom;
            publisher = by;
            nextNs = System.nanoTime();
            countFromNs = nextNs + WARM_UP_NS;
            beat();
        });
    }

    /** A request by which something was published is answered: taken below 300. */
    void answered(final int status) {
        unanswered--;
        if (status <= 0 || status >= 300) {
            refused();
        }
    }

    /** Deliveries a second, p50 and p99 of their delay in ms, messages taken a second and refused, bytes a delivery. */
    String figures() {
        final double deliveries = delays.getTotalCount();
        return String.format(
                Locale.ROOT,
                "%.0f %.2f %.2f %.1f %d %.0f",
                deliveries / seconds,
                delays.getValueAtPercentile(50) / 1e3,
                delays.getValueAtPercentile(99) / 1e3,
                (double) (published - refused) / seconds,
                refused,
                deliveries == 0 ? 0 : bytes / deliveries);
    }

    @Override
    public void onFrame(final LiveSocket socket, final ByteBuf buffer, final int from, final int to) {
        if (JsonScan.isAt(buffer, from, to, COMMENT)) {
            unanswered--;
        } else if (JsonScan.isAt(buffer, from, to, REFUSED)) {
            unanswered--;
            refused();
        } else {
            final long nowNs = System.nanoTime();
            if (nowNs >= countFromNs && nowNs - countFromNs < seconds * SECOND_NS) {
                arrived(buffer, from, to, nowNs);
            }
        }
    }

    private void refused() {
        refused += System.nanoTime() < countFromNs ? 0 : 1;
    }

    private void arrived(final ByteBuf buffer, final int from, final int to, final long nowNs) {
        bytes += to - from;
        final long stamp =
                JsonScan.isAt(buffer, from, to, TICK) ? JsonScan.number(buffer, from, to, TEXT) : JsonScan.NONE;
        if (stamp != JsonScan.NONE) {
            delays.recordValue(TimeUnit.NANOSECONDS.toMicros(nowNs - stamp));
        }
    }

    // A loop that is shut down beats no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void beat() {
        final long nowNs = System.nanoTime();
        while (nextNs <= nowNs && unanswered < MOST_UNANSWERED) {
            publisher.publish(System.nanoTime(), audience);
            unanswered++;
            published += nowNs < countFromNs ? 0 : 1;
            nextNs += (long) (SECOND_NS / rate);
        }
        // What could not be published is not made up for.
        nextNs = Math.max(nextNs, nowNs);
        if (nowNs >= countFromNs + seconds * SECOND_NS) {
            end.complete(null);
        } else {
            thread.schedule(this::beat, BEAT_US, TimeUnit.MICROSECONDS);
        }
    }
}
