package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Makes a WebSocket of a request (RFC 6455, section 4.2.2) and leaves nothing of Vert.x at its channel but TLS: neither the
 * connection with its queues, nor the request with its headers. What the decoder has read already are frames: it goes last, when
 * the viewer is there to be heard.
 */
// What becomes of the answer is seen by the channel's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class Handshake {
    private static final String KEY = "sec-websocket-key";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final HttpServerRequest request;
    private final ChannelPipeline pipeline;

    /** Of a request whose headers ask for it. On its channel's event loop. */
    Handshake(final HttpServerRequest request) {
        this.request = request;
        pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    }

    /** Answers, and gives the channel to the socket: what is written to it is sent. */
    void accept(final ViewerSocket socket) {
        final Channel channel = pipeline.channel();
        final ByteBuf answer = channel.alloc().directBuffer();
        answer.writeCharSequence(
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: "
                        + acceptOf(request.getHeader(KEY)) + "\r\n\r\n",
                StandardCharsets.US_ASCII);
        pipeline.addLast(socket);
        for (final ChannelHandler each : pipeline.toMap().values()) {
            if (each != socket && !(each instanceof HttpRequestDecoder) && !(each instanceof SslHandler)) {
                pipeline.remove(each);
            }
        }
        channel.writeAndFlush(answer);
    }

    /** Lets the socket hear what comes, beginning with what came with the request. */
    void listen() {
        pipeline.remove(HttpRequestDecoder.class);
    }

    private static String acceptOf(final String key) {
        try {
            final MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
        } catch (final NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JDK without SHA-1", impossible);
        }
    }
}
