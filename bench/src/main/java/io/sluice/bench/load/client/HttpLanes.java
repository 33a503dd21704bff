package io.sluice.bench.load.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Kept connections to one gateway that all viewers share for their requests, as they share a gateway's front. A request with
 * no free connection waits for one, and the wait is the viewer's: nothing is dropped here. On the loop's thread.
 */
public final class HttpLanes {
    private static final long RECONNECT_MS = 200;

    private final Loop loop;
    private final Bootstrap bootstrap;
    private final String host;
    private final ArrayDeque<HttpLane> free = new ArrayDeque<>();
    private final ArrayDeque<ByteBuf> requests = new ArrayDeque<>();
    private final ArrayDeque<HttpAnswer> answers = new ArrayDeque<>();
    private boolean closed;

    /** Opens so many connections to {@code host:port}. */
    public HttpLanes(final Loop loop, final String host, final int port, final int lanes) {
        this.loop = loop;
        this.host = host + ":" + port;
        bootstrap = loop.bootstrap(host, port);
        for (int i = 0; i < lanes; i++) {
            connect();
        }
    }

    /**
     * Sends a request.
     *
     * @param method   of HTTP.
     * @param path     with its query.
     * @param headers  lines that each end with CRLF: the token, the key.
     * @param body     empty for none.
     * @param answer   hears of it.
     */
    public void send(
            final String method, final String path, final String headers, final String body, final HttpAnswer answer) {
        final String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        final ByteBuf request = io.netty.buffer.ByteBufAllocator.DEFAULT.buffer(head.length() + body.length() * 3);
        request.writeCharSequence(head, StandardCharsets.US_ASCII);
        request.writeCharSequence(body, StandardCharsets.UTF_8);
        final HttpLane lane = free.poll();
        if (lane != null) {
            lane.send(request, answer);
        } else {
            requests.add(request);
            answers.add(answer);
        }
    }

    /** How many requests wait for a connection. */
    public int waiting() {
        return requests.size();
    }

    /** No request is sent any more, and no connection opened anew. */
    public void close() {
        closed = true;
        requests.forEach(ByteBuf::release);
        requests.clear();
        answers.clear();
    }

    void isFree(final HttpLane lane) {
        final ByteBuf request = requests.poll();
        if (request == null) {
            free.add(lane);
        } else {
            lane.send(request, answers.poll());
        }
    }

    void isLost(final HttpLane lane) {
        free.remove(lane);
        reconnect();
    }

    private void connect() {
        bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(final Channel channel) {
                        channel.pipeline().addLast(new HttpLane(HttpLanes.this));
                    }
                })
                .connect()
                .addListener((final Future<? super Void> connected) -> {
                    if (!connected.isSuccess()) {
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
}
