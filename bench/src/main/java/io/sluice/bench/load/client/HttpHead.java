package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * The head of an HTTP/1.1 answer, read where it lies: its status, and how long the body is. Of an answer in chunks it says
 * that it is one, and no more: the gateway answers the rig's requests whole. One thread.
 */
final class HttpHead {
    /** The head is not whole yet. */
    static final int PARTIAL = -1;

    private static final int STATUS_AT = 9;
    private static final int LEAST_BYTES = 13;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODING = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

    private int status;
    private int bodyLength;
    private boolean chunked;

    /** Reads it; answers where the body begins, {@link #PARTIAL} when that is not known yet. */
    int read(final ByteBuf buffer) {
        final int from = buffer.readerIndex();
        final int end = endOf(buffer, from);
        if (end < 0) {
            return PARTIAL;
        }
        status = digits(buffer, from + STATUS_AT, end);
        bodyLength = 0;
        chunked = false;
        for (int at = from; at < end; at = nextLine(buffer, at, end)) {
            if (isNamed(buffer, at, end, LENGTH)) {
                bodyLength = digits(buffer, at + LENGTH.length, end);
            }
            chunked |= isNamed(buffer, at, end, CODING);
        }
        return end;
    }

    int status() {
        return status;
    }

    int bodyLength() {
        return bodyLength;
    }

    /** Whether the body comes in chunks, so that nobody knows how long it is. */
    boolean isChunked() {
        return chunked;
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

    private static boolean isNamed(final ByteBuf buffer, final int from, final int end, final byte[] name) {
        if (from + name.length > end) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            final int letter = buffer.getByte(from + i);
            // Letters of either case differ in this bit; no other byte of a header's name becomes one of these by it.
            if ((letter | 0x20) != name[i] && letter != name[i]) {
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
