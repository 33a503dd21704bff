package io.sluice.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends connections whose request does not arrive in time, whether its headers drip in or its body. The idle timeout does
 * not see these, for a byte now and then is no silence. One event loop's.
 */
final class RequestDeadlines {
    /** Sweeps that a request may live through. */
    static final int SWEEPS = 4;

    private static final String VERTX_HANDLER = "handler";
    private static final AttributeKey<Watch> WATCH = AttributeKey.valueOf(RequestDeadlines.class, "watch");

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
        channel.attr(WATCH).set(watch);
        final ChannelPipeline pipeline = channel.pipeline();
        final ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(watch.onBytes);
        } else {
            // Behind it: what it is answered has to be encrypted, and what TLS says to itself is no request.
            pipeline.addAfter(tls.name(), null, watch.onBytes);
        }
        pipeline.addBefore(VERTX_HANDLER, null, watch.onMessages);
        // Not the HTTP connection's close handler: a WebSocket takes its place, and it is never called again.
        channel.closeFuture().addListener(watch);
    }

    /** Gives the connection's request its time anew: a part of a long body has come. On the connection's event loop. */
    static void prolong(final HttpConnection connection) {
        final Watch watch = ((ConnectionBase) connection).channel().attr(WATCH).get();
        if (watch != null) {
            watch.prolong();
        }
    }

    /**
     * Whether no request has come behind the one that is handled now, which all before were answered before. Whoever takes
     * the connection away from HTTP with another one waiting would never give back that one's body. On its event loop.
     */
    static boolean isLast(final HttpConnection connection) {
        final Watch watch = ((ConnectionBase) connection).channel().attr(WATCH).get();
        return watch == null || watch.unanswered <= 1;
    }

    /** Lets go of a connection that becomes a WebSocket. On its event loop. */
    static void release(final HttpConnection connection) {
        final Watch watch = ((ConnectionBase) connection).channel().attr(WATCH).getAndSet(null);
        if (watch != null) {
            watch.release();
        }
    }

    /** Lets the connection be silent for as long as its answer takes. On its event loop. */
    static void awaitAnswer(final HttpConnection connection) {
        final ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
    }

    /** Ends what is overdue. To be called {@link #SWEEPS} times in the time a request may take. */
    void sweep() {
        sweep++;
        // A list of its own: a channel that ends takes its watch out of the set at once.
        final List<Watch> overdue = watches.stream().filter(Watch::isOverdue).toList();
        overdue.forEach(Watch::end);
    }

    /** What a connection is at: {@code begun} is the sweep before its request's first byte, 0 between two requests. */
    private final class Watch implements ChannelFutureListener {
        private final Channel channel;
        private final OnBytes onBytes = new OnBytes();
        private final OnMessages onMessages = new OnMessages();
        private int begun;
        private boolean answering;
        /** Requests whose answer has not begun. */
        private int unanswered;

        Watch(final Channel channel) {
            this.channel = channel;
        }

        void release() {
            watches.remove(this);
            channel.closeFuture().removeListener(this);
            channel.pipeline().remove(onBytes);
            channel.pipeline().remove(onMessages);
        }

        @Override
        public void operationComplete(final ChannelFuture closed) {
            watches.remove(this);
        }

        void prolong() {
            begun = begun == 0 ? 0 : sweep;
        }

        boolean isOverdue() {
            return begun != 0 && sweep - begun > SWEEPS;
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
                if (message instanceof HttpRequest) {
                    unanswered++;
                }
                if (message instanceof LastHttpContent) {
                    begun = 0;
                }
                context.fireChannelRead(message);
            }

            @Override
            public void write(final ChannelHandlerContext context, final Object message, final ChannelPromise promise)
                    throws Exception {
                if (message instanceof HttpResponse response
                        && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                    answering = true;
                    unanswered--;
                }
                super.write(context, message, promise);
            }
        }
    }
}
