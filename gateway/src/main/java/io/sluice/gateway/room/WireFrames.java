package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.sluice.gateway.http.JsonWriter;
import java.nio.charset.StandardCharsets;

/**
 * Server frames as they go over the wire (RFC 6455, section 5.2): one unfragmented, unmasked text frame each. A frame is
 * laid out once; every further viewer costs a reference, not a copy.
 */
final class WireFrames {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;
    private static final int FINAL_PING = 0x89;
    private static final int FINAL_PONG = 0x8A;
    private static final int SHORT_LENGTH = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_HEADER = 10;

    private static final ByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    private WireFrames() {}

    /** What was written, as a text frame with one reference, which is the caller's. */
    static ByteBuf text(final JsonWriter json) {
        final int length = json.length();
        final ByteBuf frame = ALLOCATOR.directBuffer(length + MAX_HEADER);
        frame.writeByte(FINAL_TEXT);
        if (length <= SHORT_LENGTH) {
            frame.writeByte(length);
        } else if (length <= 0xFFFF) {
            frame.writeByte(LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(LENGTH_64).writeLong(length);
        }
        frame.writeBytes(json.toBytes());
        return frame;
    }

    /** A close frame with one reference, which is the caller's; the reason is ASCII and short. */
    static ByteBuf close(final short code, final String reason) {
        final ByteBuf frame = ALLOCATOR.directBuffer(Short.BYTES * 2 + reason.length());
        frame.writeByte(FINAL_CLOSE).writeByte(Short.BYTES + reason.length()).writeShort(code);
        frame.writeCharSequence(reason, StandardCharsets.US_ASCII);
        return frame;
    }

    /** The answer to a close frame of this code, 0 for none, with one reference, which is the caller's. */
    static ByteBuf closed(final int code) {
        final ByteBuf frame = ALLOCATOR.directBuffer(Short.BYTES * 2).writeByte(FINAL_CLOSE);
        return code == 0 ? frame.writeByte(0) : frame.writeByte(Short.BYTES).writeShort(code);
    }

    /** The answer to a ping of this payload with one reference, which is the caller's. */
    static ByteBuf pong(final ByteBuf payload) {
        return ALLOCATOR
                .directBuffer(Short.BYTES + payload.readableBytes())
                .writeByte(FINAL_PONG)
                .writeByte(payload.readableBytes())
                .writeBytes(payload, payload.readerIndex(), payload.readableBytes());
    }

    /** An empty ping with one reference, which is the caller's. */
    static ByteBuf ping() {
        return ALLOCATOR.directBuffer(2).writeByte(FINAL_PING).writeByte(0);
    }
}
