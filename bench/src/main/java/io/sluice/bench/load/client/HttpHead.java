package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;

/**
 * The head of an HTTP/1.1 answer, read where it lies: its status, and how long the body is. Answers in chunks are not
 * understood; the gateway's requests are answered whole. One thread.
 */
final class HttpHead {
    /** The head is not whole yet. */
    static final int PARTIAL = -1;

    private static final int STATUS_AT = 9;
    private static final int LEAST_BYTES = 13;
    private static final byte[] LENGTH = {'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'};

    private int status;
    private int bodyLength;

    /** Reads it; answers where the body begins, {@link #PARTIAL} when that is not known yet. */
    int read(final ByteBuf buffer) {
        final int from = buffer.readerIndex();
        final int end = endOf(buffer, from);
        if (end < 0) {
            return PARTIAL;
        }
        status = digits(buffer, from + STATUS_AT, end);
        bodyLength = 0;
        for (int at = from; at < end; at = nextLine(buffer, at, end)) {
            if (isLength(buffer, at, end)) {
                bodyLength = digits(buffer, at + LENGTH.length, end);
            }
        }
        return end;
    }

    int status() {
        return status;
    }

    int bodyLength() {
        return bodyLength;
    }

    private static int endOf(final ByteBuf buffer, final int from) {
        for (int at = from + LEAST_BYTES; at < buffer.writerIndex(); at++) {
            if (buffer.getByte(at) == '\n' && buffer.getByte(at - 2) == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private static int nextLine(final ByteBuf buffer, final int from, final int end) {
        int at = from;
        while (at < end && buffer.getByte(at) != '\n') {
            at++;
        }
        return at + 1;
    }

    private static boolean isLength(final ByteBuf buffer, final int from, final int end) {
        if (from + LENGTH.length > end) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            final int letter = buffer.getByte(from + i);
            // Letters of either case differ in this bit; no other byte of a header's name becomes one of these by it.
            if ((letter | 0x20) != LENGTH[i] && letter != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static int digits(final ByteBuf buffer, final int from, final int end) {
        int at = from;
        while (at < end && buffer.getByte(at) == ' ') {
            at++;
        }
        int value = 0;
        while (at < end && buffer.getByte(at) >= '0' && buffer.getByte(at) <= '9' && value < 100_000_000) {
            value = value * 10 + buffer.getByte(at++) - '0';
        }
        return value;
    }
}
