package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Makes a WebSocket of a request (RFC 6455, section 4.2.2) and leaves nothing of Vert.x at its channel: neither the
 * connection with its queues, nor the request with its headers.
 */
// What becomes of the answer is seen by the channel's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class Handshake {
    private static final String KEY = "sec-websocket-key";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** Answers a request whose headers ask for it, and gives its channel to the socket. On the channel's event loop. */
    static void accept(final HttpServerRequest request, final ViewerSocket socket) {
        final Channel channel = ((ConnectionBase) request.connection()).channel();
        final ByteBuf answer = channel.alloc().directBuffer();
        answer.writeCharSequence(
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: "
                        + acceptOf(request.getHeader(KEY)) + "\r\n\r\n",
                StandardCharsets.US_ASCII);
        final ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(socket);
        // The decoder hands on what it has read already to those behind it, when it is left.
        while (pipeline.first() != socket) {
            pipeline.removeFirst();
        }
        channel.writeAndFlush(answer);
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
