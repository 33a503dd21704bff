package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A viewer's WebSocket (RFC 6455) to a room: what a handler of ours keeps of it beside Netty's channel is this object. On
 * the loop's thread.
 */
// What becomes of a write is seen by what comes back, or by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
public final class LiveSocket {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;

    private final int viewer;
    private final LiveListener listener;
    private Channel channel;
    private ByteBuf partial = Unpooled.EMPTY_BUFFER;
    private boolean upgraded;
    private boolean dropped;
    private boolean closed;
    private int status = HttpAnswer.BROKEN;

    LiveSocket(final int viewer, final LiveListener listener) {
        this.viewer = viewer;
        this.listener = listener;
    }

    /** The viewer's place in the crowd. */
    public int viewer() {
        return viewer;
    }

    /** Sends a text of ASCII; of none when the socket has ended. */
    public void send(final CharSequence text) {
        if (channel != null && upgraded) {
            final ByteBuf frame = channel.alloc().buffer(text.length() + 8);
            final int length = text.length();
            header(frame, FINAL_TEXT, length);
            final int mask = mask(frame);
            for (int i = 0; i < length; i++) {
                frame.writeByte(text.charAt(i) ^ mask >>> (24 - (i & 3) * 8));
            }
            channel.writeAndFlush(frame, channel.voidPromise());
        }
    }

    /** Whether it is over. */
    public boolean hasEnded() {
        return closed;
    }

    /** Ends it without a word, as a phone does that has lost its network; also one that is still to be opened. */
    public void drop() {
        dropped = true;
        if (channel != null) {
            channel.close();
        }
    }

    /** Reads no more until {@link #readOn}: what comes fills the buffers between here and the server. */
    public void stall() {
        if (channel != null) {
            channel.config().setAutoRead(false);
        }
    }

    /** Reads on, what has come meanwhile first. */
    public void readOn() {
        if (channel != null) {
            channel.config().setAutoRead(true);
        }
    }

    void pong(final ByteBuf payload, final int from, final int length) {
        final ByteBuf frame = channel.alloc().buffer(length + 8);
        header(frame, FINAL_PONG, length);
        final int mask = mask(frame);
        for (int i = 0; i < length; i++) {
            frame.writeByte(payload.getByte(from + i) ^ mask >>> (24 - (i & 3) * 8));
        }
        channel.writeAndFlush(frame, channel.voidPromise());
    }

    void opened(final Channel newChannel) {
        channel = newChannel;
        if (dropped) {
            channel.close();
        }
    }

    void upgraded() {
        upgraded = true;
    }

    /** Whether the server has taken it, by now or before it ended. */
    public boolean isUpgraded() {
        return upgraded;
    }

    void message(final ByteBuf buffer, final int from, final int end) {
        listener.onMessage(this, buffer, from, end);
    }

    /** The upgrade was answered by another status; the end follows. */
    void refused(final int newStatus) {
        status = newStatus;
    }

    void closed() {
        channel = null;
        partial.release();
        partial = Unpooled.EMPTY_BUFFER;
        if (!closed) {
            closed = true;
            listener.onClosed(this, status);
        }
    }

    /** What was read before and is not whole yet, with what was read now; {@link #keep} takes what is left of it. */
    ByteBuf join(final ByteBuf read) {
        if (!partial.isReadable()) {
            return read;
        }
        partial.discardSomeReadBytes().writeBytes(read);
        read.release();
        return partial;
    }

    /** Keeps what is left to be read, in as little memory as it takes. */
    void keep(final ByteBuf rest) {
        if (rest != partial && rest.isReadable()) {
            partial = rest.alloc().buffer(rest.readableBytes() * 2).writeBytes(rest);
            rest.release();
        } else if (!rest.isReadable()) {
            partial = Unpooled.EMPTY_BUFFER;
            rest.release();
        }
    }

    private static void header(final ByteBuf frame, final int opcode, final int length) {
        frame.writeByte(opcode);
        if (length < SHORT_LENGTH) {
            frame.writeByte(MASKED | length);
        } else {
            frame.writeByte(MASKED | SHORT_LENGTH).writeShort(length);
        }
    }

    private static int mask(final ByteBuf frame) {
        final int mask = ThreadLocalRandom.current().nextInt();
        frame.writeInt(mask);
        return mask;
    }
}
