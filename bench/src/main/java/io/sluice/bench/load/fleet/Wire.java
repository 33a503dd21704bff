package io.sluice.bench.load.fleet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageCodec;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Messages as frames: four bytes of length, then, sealed once both sides have proven the secret, a byte that says which
 * message it is and the message as JSON. What is longer than its bound ends the connection; the bound is small until then.
 */
final class Wire extends ByteToMessageCodec<Message> {
    /** Of the whole protocol. What is counted and measured is part of it: two builds that differ there cannot be added up. */
    static final String VERSION =
            "1-" + Integer.toHexString(Arrays.toString(Count.values()).hashCode())
                    + Integer.toHexString(Arrays.toString(Measure.values()).hashCode());

    /** Before the secret is proven. */
    static final int MOST_BYTES_OF_A_STRANGER = 1 << 10;
    /** The largest are a long scenario and the answers of a second. */
    static final int MOST_BYTES = 1 << 24;

    private static final ObjectMapper JSON = new ObjectMapper();

    private int mostBytes = MOST_BYTES_OF_A_STRANGER;
    private Seal outgoing;
    private Seal incoming;

    /** From the next frame on all is sealed, in both directions. */
    void seal(final Seal ours, final Seal theirs) {
        outgoing = ours;
        incoming = theirs;
        mostBytes = MOST_BYTES;
    }

    @Override
    protected void encode(final ChannelHandlerContext context, final Message message, final ByteBuf out)
            throws IOException {
        final byte[] json = JSON.writeValueAsBytes(message);
        final byte[] plain = new byte[1 + json.length];
        plain[0] = (byte) Message.TYPES.indexOf(message.getClass());
        System.arraycopy(json, 0, plain, 1, json.length);
        final byte[] frame = outgoing == null ? plain : outgoing.close(plain);
        out.writeInt(frame.length).writeBytes(frame);
    }

    @Override
    protected void decode(final ChannelHandlerContext context, final ByteBuf in, final List<Object> out)
            throws IOException {
        if (in.readableBytes() < Integer.BYTES) {
            return;
        }
        final int length = in.getInt(in.readerIndex());
        if (length < 1 || length > mostBytes) {
            throw new IOException("a frame of " + length + " bytes, where " + mostBytes + " are the most");
        }
        if (in.readableBytes() < Integer.BYTES + length) {
            return;
        }
        final byte[] frame = new byte[length];
        in.skipBytes(Integer.BYTES).readBytes(frame);
        out.add(message(incoming == null ? frame : incoming.open(frame)));
    }

    private static Message message(final byte[] plain) throws IOException {
        if (plain.length == 0 || plain[0] < 0 || plain[0] >= Message.TYPES.size()) {
            throw new IOException("a message of no known type");
        }
        return JSON.readValue(plain, 1, plain.length - 1, Message.TYPES.get(plain[0]));
    }
}
