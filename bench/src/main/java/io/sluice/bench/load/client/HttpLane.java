package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** One kept connection, with one request on its way at a time. On the loop's thread. */
// What becomes of a write is seen by what comes back, or by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class HttpLane extends ChannelInboundHandlerAdapter {
    private final HttpLanes lanes;
    private final HttpHead head = new HttpHead();
    private Channel channel;
    private HttpAnswer waiting;
    private ByteBuf partial = Unpooled.EMPTY_BUFFER;

    HttpLane(final HttpLanes lanes) {
        this.lanes = lanes;
    }

    /** Sends a request; the lane is free. */
    void send(final ByteBuf request, final HttpAnswer answer) {
        waiting = answer;
        channel.writeAndFlush(request, channel.voidPromise());
    }

    @Override
    public void channelActive(final ChannelHandlerContext context) {
        channel = context.channel();
        lanes.isFree(this);
    }

    @Override
    public void channelRead(final ChannelHandlerContext context, final Object message) {
        final ByteBuf read = (ByteBuf) message;
        if (partial.isReadable()) {
            partial.writeBytes(read);
            read.release();
        } else {
            partial = read;
        }
        final int body = head.read(partial);
        if (body != HttpHead.PARTIAL && partial.writerIndex() >= body + head.bodyLength()) {
            answer(head.status(), body, body + head.bodyLength());
        } else {
            keepPartial(read);
        }
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        channel = null;
        if (waiting != null) {
            answer(HttpAnswer.BROKEN, 0, 0);
        }
        lanes.isLost(this);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close();
    }

    private void answer(final int status, final int from, final int end) {
        final HttpAnswer answered = waiting;
        final ByteBuf body = partial;
        waiting = null;
        partial = Unpooled.EMPTY_BUFFER;
        try {
            if (answered != null) {
                answered.onAnswer(status, body, from, end);
            }
        } finally {
            body.release();
        }
        if (channel != null) {
            lanes.isFree(this);
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
