package io.sluice.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Ends connections whose request does not arrive in time, whether its headers drip in or its body. The idle timeout does
 * not see these, for a byte now and then is no silence. One event loop's.
 */
final class RequestDeadlines {
    /** Sweeps that a request may live through. */
    static final int SWEEPS = 4;

    private static final String VERTX_HANDLER = "handler";

    private final Set<Watch> watches = new HashSet<>();
    private final ByteBuf answer;
    private int sweep = 1;

    RequestDeadlines() {
        final byte[] problem = new Problem(ProblemCode.REQUEST_TIMEOUT, "Send the whole request at once.")
                .toBuffer(new JsonWriter())
                .getBytes();
        final String head = "HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n"
                + "content-type: application/problem+json\r\ncontent-length: " + problem.length + "\r\n\r\n";
        answer = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), problem)
                .asReadOnly());
    }

    /** Watches a new connection until it closes or becomes a WebSocket. */
    void watch(final HttpConnection connection) {
        final Channel channel = ((ConnectionBase) connection).channel();
        final Watch watch = new Watch(channel);
        watches.add(watch);
        channel.pipeline().addFirst(watch.onBytes).addBefore(VERTX_HANDLER, null, watch.onMessages);
        connection.closeHandler(closed -> watches.remove(watch));
    }

    /** Ends what is overdue. To be called {@link #SWEEPS} times in the time a request may take. */
    void sweep() {
        sweep++;
        final Iterator<Watch> all = watches.iterator();
        while (all.hasNext()) {
            final Watch watch = all.next();
            if (watch.isWebSocket()) {
                watch.release();
                all.remove();
            } else if (watch.begun != 0 && sweep - watch.begun > SWEEPS) {
                watch.end();
            }
        }
    }

    /** What a connection is at: {@code begun} is the sweep before its request's first byte, 0 between two requests. */
    private final class Watch {
        private final Channel channel;
        private final OnBytes onBytes = new OnBytes();
        private final OnMessages onMessages = new OnMessages();
        private int begun;
        private boolean answering;

        Watch(final Channel channel) {
            this.channel = channel;
        }

        boolean isWebSocket() {
            return channel.pipeline().get(HttpRequestDecoder.class) == null;
        }

        void release() {
            final ChannelPipeline pipeline = channel.pipeline();
            pipeline.remove(onBytes);
            pipeline.remove(onMessages);
        }

        void end() {
            if (answering) {
                channel.newSucceededFuture().addListener(ChannelFutureListener.CLOSE);
            } else {
                pipelineHead().writeAndFlush(answer.duplicate()).addListener(ChannelFutureListener.CLOSE);
            }
        }

        private ChannelHandlerContext pipelineHead() {
            return channel.pipeline().context(onBytes);
        }

        /** Before the decoder. */
        private final class OnBytes extends ChannelInboundHandlerAdapter {
            @Override
            public void channelRead(final ChannelHandlerContext context, final Object message) {
                if (begun == 0) {
                    begun = sweep;
                    answering = false;
                }
                context.fireChannelRead(message);
            }
        }

        /** Behind the decoder. */
        private final class OnMessages extends ChannelDuplexHandler {
            @Override
            public void channelRead(final ChannelHandlerContext context, final Object message) {
                if (message instanceof LastHttpContent) {
                    begun = 0;
                }
                context.fireChannelRead(message);
            }

            @Override
            public void write(final ChannelHandlerContext context, final Object message, final ChannelPromise promise)
                    throws Exception {
                answering |= message instanceof HttpResponse;
                super.write(context, message, promise);
            }
        }
    }
}
