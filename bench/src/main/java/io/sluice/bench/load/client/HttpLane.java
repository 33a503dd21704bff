package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;

/**
 * One kept connection, with one request on its way at a time. An answer that cannot be told from what follows it ends the
 * lane. On the loop's thread.
 */
// What becomes of a write is seen by what comes back, or by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class HttpLane extends ChannelInboundHandlerAdapter {
    private final HttpLanes lanes;
    private final HttpHead head = new HttpHead();
    private Channel channel;
    private HttpLanes.Request waiting;
    private ByteBuf partial = Unpooled.EMPTY_BUFFER;
    /** When the last answer came, or the connection was opened. */
    private long idleSinceNs;

    /** What a request that waits when the lane ends is answered; one that nothing was heard of is told so. */
    private int endStatus = HttpAnswer.BROKEN;

    HttpLane(final HttpLanes lanes) {
        this.lanes = lanes;
    }

    /** Sends a request; the lane is free. */
    void send(final HttpLanes.Request request) {
        waiting = request;
        channel.writeAndFlush(request.bytes(), channel.voidPromise());
    }

    /** Ends the lane when its request was to be sent at this moment or before. */
    void giveUp(final long wantedNs) {
        if (waiting != null && waiting.wantedNs() - wantedNs <= 0) {
            endStatus = HttpAnswer.LATE;
            close();
        }
    }

    /** Whether it has had nothing to do since this moment or longer. */
    boolean isIdleSince(final long ns) {
        return waiting == null && idleSinceNs - ns <= 0;
    }

    void close() {
        channel.close();
    }

    @Override
    public void channelActive(final ChannelHandlerContext context) {
        channel = context.channel();
        idleSinceNs = System.nanoTime();
        lanes.isOpen(this);
    }

    @Override
    public void channelRead(final ChannelHandlerContext context, final Object message) {
        final ByteBuf read = (ByteBuf) message;
        if (waiting == null) {
            read.release();
            lanes.heardUnasked();
            context.close();
            return;
        }
        if (partial.isReadable()) {
            partial.writeBytes(read);
            read.release();
        } else {
            partial = read;
        }
        final int body = head.read(partial);
        if (body != HttpHead.PARTIAL && head.isChunked()) {
            context.close();
        } else if (body != HttpHead.PARTIAL && partial.writerIndex() >= body + head.bodyLength()) {
            answered(body, body + head.bodyLength());
        } else {
            keepPartial(read);
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        lanes.isLost(this);
        final boolean isUnheard = endStatus == HttpAnswer.BROKEN && !partial.isReadable();
        answer(isUnheard ? HttpAnswer.UNHEARD : endStatus, 0, 0);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        if (!(cause instanceof IOException)) {
            lanes.heardOfBug(cause);
        }
        context.close();
    }

    private void answered(final int from, final int end) {
        final boolean isMore = partial.writerIndex() > end;
        idleSinceNs = System.nanoTime();
        answer(head.status(), from, end);
        if (isMore) {
            lanes.heardUnasked();
            close();
        } else {
            lanes.isFree(this);
        }
    }

    private void answer(final int status, final int from, final int end) {
        final HttpLanes.Request answered = waiting;
        final ByteBuf body = partial;
        waiting = null;
        partial = Unpooled.EMPTY_BUFFER;
        try {
            if (answered != null) {
                answered.answer().onAnswer(status, body, from, end);
            }
        } finally {
            body.release();
        }
    }

    /** What was read into the loop's own buffer is moved to one that can grow. */
    private void keepPartial(final ByteBuf read) {
        if (partial == read) {
            partial = read.alloc().buffer(read.readableBytes() * 2).writeBytes(read);
            read.release();
        }
    }
}
