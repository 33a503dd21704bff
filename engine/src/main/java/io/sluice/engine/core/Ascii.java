package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A short code of visible ASCII that is filled anew for each command: a key, a reference, a coupon or a share code. */
public final class Ascii {
    private static final long SECOND_SEED = 0x2545F4914F6CDD1DL;

    private final UnsafeBuffer bytes;
    private int length;

    /** An empty code of at most {@code maxBytes}. */
    public Ascii(final int maxBytes) {
        bytes = new UnsafeBuffer(new byte[maxBytes]);
    }

    /** Copies {@code newLength} bytes at {@code offset}; more than fit are only counted, and make the request invalid. */
    public void set(final DirectBuffer source, final int offset, final int newLength) {
        length = newLength;
        bytes.putBytes(0, source, offset, Math.min(newLength, bytes.capacity()));
    }

    /** Copies a text; for tests and tools. */
    public void set(final String text) {
        length = text.length();
        bytes.putStringWithoutLengthAscii(0, text, 0, Math.min(length, bytes.capacity()));
    }

    /** Its bytes, from 0. */
    public DirectBuffer bytes() {
        return bytes;
    }

    /** Number of its bytes. */
    public int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    boolean isValid() {
        if (length > bytes.capacity()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            final byte character = bytes.getByte(i);
            if (character <= ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    long hash() {
        return RecordHash.of(bytes, 0, length);
    }

    /** A second hash, so that both together are 128 bits. */
    long secondHash() {
        return RecordHash.of(bytes, 0, length, SECOND_SEED);
    }
}
