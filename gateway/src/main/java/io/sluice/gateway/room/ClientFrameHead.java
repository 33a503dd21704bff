package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;

/**
 * The head of a frame that a client sends, as it lies at a buffer's reader index: RFC 6455, section 5.2. Two bytes, the rest of a
 * length that does not fit them, four bytes of mask.
 */
final class ClientFrameHead {
    /** Of {@link #length}: not all of it has come. */
    static final int INCOMPLETE = -1;

    /** Of the first byte. */
    static final int FINAL = 0x80;

    static final int OPCODE = 0x0F;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int CLOSE = 0x8;
    private static final int RESERVED = 0x70;
    private static final int CONTROL = 0x8;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MOST_OF_CONTROL = 125;
    private static final int PLAIN_BYTES = 2;

    private ClientFrameHead() {}

    /** Its bytes, or {@link #INCOMPLETE}. */
    static int length(final ByteBuf bytes) {
        if (bytes.readableBytes() < PLAIN_BYTES) {
            return INCOMPLETE;
        }
        final int length = PLAIN_BYTES
                + switch (second(bytes) & LENGTH) {
                    case LENGTH_16 -> Short.BYTES;
                    case LENGTH_64 -> Long.BYTES;
                    default -> 0;
                }
                + ((second(bytes) & MASKED) == 0 ? 0 : Integer.BYTES);
        return bytes.readableBytes() < length ? INCOMPLETE : length;
    }

    /** Its first byte: {@link #FINAL} or not, and the {@link #OPCODE}. */
    static int first(final ByteBuf bytes) {
        return bytes.getUnsignedByte(bytes.readerIndex());
    }

    /** Bytes of the payload; negative when its first bit is set, which is wrong. */
    static long payload(final ByteBuf bytes) {
        final int behind = bytes.readerIndex() + PLAIN_BYTES;
        final int length = second(bytes) & LENGTH;
        return switch (length) {
            case LENGTH_16 -> bytes.getUnsignedShort(behind);
            case LENGTH_64 -> bytes.getLong(behind);
            default -> length;
        };
    }

    /** Whether no client may send such a frame, within a message or between two. */
    static boolean isWrong(final ByteBuf bytes, final boolean inMessage) {
        final int first = first(bytes);
        final long payload = payload(bytes);
        if ((first & RESERVED) != 0 || (second(bytes) & MASKED) == 0 || payload < leastOf(second(bytes) & LENGTH)) {
            return true;
        }
        final int opcode = first & OPCODE;
        if ((opcode & CONTROL) != 0) {
            return opcode > PONG
                    || (first & FINAL) == 0
                    || payload > MOST_OF_CONTROL
                    || (opcode == CLOSE && payload == 1);
        }
        return opcode > BINARY || inMessage != (opcode == CONTINUATION);
    }

    /** A length is to be sent in its shortest form. */
    private static int leastOf(final int length) {
        return switch (length) {
            case LENGTH_16 -> MOST_OF_CONTROL + 1;
            case LENGTH_64 -> 0x10000;
            default -> 0;
        };
    }

    /** Whether a close frame may have this code: section 7.4. */
    static boolean isCloseCode(final int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014 -> true;
            default -> code >= 3000 && code < 5000;
        };
    }

    /** Takes the mask off a payload that lies at {@code from}; the mask lies before it. */
    static void unmask(final ByteBuf bytes, final int from, final int length) {
        final int mask = bytes.getInt(from - Integer.BYTES);
        int at = from;
        for (; at + Integer.BYTES <= from + length; at += Integer.BYTES) {
            bytes.setInt(at, bytes.getInt(at) ^ mask);
        }
        for (int rest = 0; at < from + length; at++, rest++) {
            bytes.setByte(at, bytes.getByte(at) ^ (mask >>> (Integer.SIZE - Byte.SIZE * (rest + 1))));
        }
    }

    private static int second(final ByteBuf bytes) {
        return bytes.getUnsignedByte(bytes.readerIndex() + 1);
    }
}
