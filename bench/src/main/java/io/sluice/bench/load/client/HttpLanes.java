package io.sluice.bench.load.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Kept connections to one gateway that all viewers share for their requests, as they share a gateway's front. A request with
 * no free connection waits for one, the listener hears how long, and the wait is the viewer's. Every request is answered: one
 * that has had no answer in time is {@link HttpAnswer#LATE}, and its connection closed. A connection that has had nothing to do for long is
 * replaced well before a gateway would close it, as it may do just when a request is on its way. On the loop's thread.
 */
public final class HttpLanes {
    /** So many requests wait for a connection at most; past them a request is {@link HttpAnswer#BROKEN} at once. */
    static final int MOST_WAITING = 20_000;

    /** A gateway closes a connection that has been idle for a minute, by default. */
    private static final long KEEP_MS = 20_000;

    private static final long RECONNECT_MS = 200;
    private static final long SWEEP_MS = 50;
    private static final long GONE_NS = TimeUnit.SECONDS.toNanos(10);

    private final Loop loop;
    private final Bootstrap bootstrap;
    private final ServerAddress server;
    private final long timeoutNs;
    private final long keepNs;
    private final LaneListener listener;
    private final Set<HttpLane> open = new LinkedHashSet<>();
    private final ArrayDeque<HttpLane> free = new ArrayDeque<>();
    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private long noneSinceNs = System.nanoTime();
    private boolean closed;

    /** A request, and when it was to be sent, ns of {@link System#nanoTime}. */
    record Request(ByteBuf bytes, HttpAnswer answer, long wantedNs) {}

    /**
     * Opens connections.
     *
     * @param loop       on whose thread all is heard and called from now on.
     * @param server     the gateway.
     * @param lanes      how many there are.
     * @param timeoutMs  how long a request waits for its answer, its wait for a connection included.
     * @param listener   hears how they do.
     */
    public HttpLanes(
            final Loop loop,
            final ServerAddress server,
            final int lanes,
            final long timeoutMs,
            final LaneListener listener) {
        this(loop, server, lanes, timeoutMs, KEEP_MS, listener);
    }

    HttpLanes(
            final Loop loop,
            final ServerAddress server,
            final int lanes,
            final long timeoutMs,
            final long keepMs,
            final LaneListener listener) {
        this.loop = loop;
        this.server = server;
        this.timeoutNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        this.keepNs = TimeUnit.MILLISECONDS.toNanos(keepMs);
        this.listener = listener;
        bootstrap = loop.bootstrap(server);
        for (int i = 0; i < lanes; i++) {
            connect();
        }
        sweepLater();
    }

    /**
     * Sends a request.
     *
     * @param method   of HTTP.
     * @param path     with its query.
     * @param headers  lines that each end with CRLF: the token, the key.
     * @param body     empty for none.
     * @param answer   hears of it; during the call when too many wait already, or after {@link #close}.
     */
    public void send(
            final String method, final String path, final String headers, final String body, final HttpAnswer answer) {
        if (closed || requests.size() >= MOST_WAITING) {
            answer.onAnswer(HttpAnswer.BROKEN, Unpooled.EMPTY_BUFFER, 0, 0);
            return;
        }
        final String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.hostAndPort() + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        final ByteBuf bytes = ByteBufAllocator.DEFAULT.buffer(head.length() + body.length() * 3);
        bytes.writeCharSequence(head, StandardCharsets.US_ASCII);
        bytes.writeCharSequence(body, StandardCharsets.UTF_8);
        requests.add(new Request(bytes, answer, System.nanoTime()));
        final HttpLane lane = free.poll();
        if (lane != null) {
            isFree(lane);
        }
    }

    /** How many requests wait for a connection. */
    public int waiting() {
        return requests.size();
    }

    /** Whether a request has no answer yet. */
    public boolean isBusy() {
        return !requests.isEmpty() || free.size() < open.size();
    }

    /** Whether there has been no connection for ten seconds, and none could be opened. */
    public boolean isTargetGone() {
        return open.isEmpty() && System.nanoTime() - noneSinceNs > GONE_NS;
    }

    /** Closes all connections; what waits for one is answered, and what is sent from now on. */
    public void close() {
        closed = true;
        giveUpWaiting(HttpAnswer.BROKEN, System.nanoTime());
        List.copyOf(open).forEach(HttpLane::close);
    }

    void isOpen(final HttpLane lane) {
        open.add(lane);
        isFree(lane);
    }

    void isFree(final HttpLane lane) {
        final Request request = requests.poll();
        if (closed) {
            lane.close();
        } else if (request == null) {
            free.add(lane);
        } else {
            listener.onWaited(System.nanoTime() - request.wantedNs());
            lane.send(request);
        }
    }

    void isLost(final HttpLane lane) {
        free.remove(lane);
        open.remove(lane);
        noneSinceNs = System.nanoTime();
        reconnect();
    }

    void heardUnasked() {
        listener.onFailure();
    }

    void heardOfBug(final Throwable bug) {
        listener.onBug(bug);
    }

    private void connect() {
        bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(final Channel channel) {
                        server.secure(channel);
                        channel.pipeline().addLast(new HttpLane(HttpLanes.this));
                    }
                })
                .connect()
                .addListener((final Future<? super Void> connected) -> {
                    if (!connected.isSuccess() && !closed) {
                        listener.onFailure();
                        reconnect();
                    }
                });
    }

    // A loop that is shut down connects no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void reconnect() {
        if (!closed) {
            loop.thread().schedule(this::connect, RECONNECT_MS, TimeUnit.MILLISECONDS);
        }
    }

    // A loop that is shut down sweeps no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void sweepLater() {
        loop.thread().schedule(this::sweep, SWEEP_MS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (closed) {
            return;
        }
        try {
            final long wantedNs = System.nanoTime() - timeoutNs;
            giveUpWaiting(HttpAnswer.LATE, wantedNs);
            List.copyOf(open).forEach(lane -> lane.giveUp(wantedNs));
            replaceIdle();
        } catch (final RuntimeException bug) {
            listener.onBug(bug);
        }
        sweepLater();
    }

    /** One a sweep, the one that has been idle for longest: so there is always one to send by. */
    private void replaceIdle() {
        final HttpLane idlest = free.peek();
        if (idlest != null && idlest.isIdleSince(System.nanoTime() - keepNs)) {
            free.remove();
            open.remove(idlest);
            idlest.close();
        }
    }

    /** Answers what waits for a connection since this moment or longer. */
    private void giveUpWaiting(final int status, final long wantedNs) {
        while (!requests.isEmpty() && requests.peek().wantedNs() - wantedNs <= 0) {
            final Request request = requests.poll();
            request.bytes().release();
            listener.onWaited(System.nanoTime() - request.wantedNs());
            request.answer().onAnswer(status, Unpooled.EMPTY_BUFFER, 0, 0);
        }
    }
}
