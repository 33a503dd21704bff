package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/** A short code of visible ASCII that is filled anew for each command: a key, a reference, a coupon or a share code. */
public final class Ascii {
    private static final long SECOND_SEED = 0x2545F4914F6CDD1DL;

    /** Of the largest id. */
    private static final int MAX_DIGITS = 16;

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = EACH << 7;

    private final byte[] bytes;
    private final UnsafeBuffer view;
    private int length;
    /** Whether the hashes were taken, for which several tables ask. */
    private boolean hashed;

    private boolean hashedTwice;
    private long hash;
    private long secondHash;

    /** An empty code of at most {@code maxBytes}. */
    public Ascii(final int maxBytes) {
        bytes = new byte[maxBytes];
        view = new UnsafeBuffer(bytes);
    }

    /** Copies {@code newLength} bytes at {@code offset}; more than fit are only counted, and make the request invalid. */
    public void set(final DirectBuffer source, final int offset, final int newLength) {
        change(newLength);
        source.getBytes(offset, bytes, 0, Math.min(newLength, bytes.length));
    }

    /** Copies a text; for tests and tools. */
    public void set(final String text) {
        change(text.length());
        view.putStringWithoutLengthAscii(0, text, 0, Math.min(length, bytes.length));
    }

    /** Copies bytes from an address in memory. */
    void copyFrom(final long address, final int newLength) {
        Objects.checkFromIndexSize(0, newLength, bytes.length);
        change(newLength);
        for (int i = 0; i < newLength; i++) {
            bytes[i] = UnsafeApi.getByte(address + i);
        }
    }

    /** Copies its bytes, which have been found valid, to an address in memory. */
    void copyTo(final long address) {
        for (int i = 0; i < length; i++) {
            UnsafeApi.putByte(address + i, bytes[i]);
        }
    }

    /** Its bytes, from 0. */
    public DirectBuffer bytes() {
        return view;
    }

    /** Number of its bytes. */
    public int length() {
        return length;
    }

    /** The number that it is in decimal, without zeros before it; 0 when it is none above 0 that an id may have. */
    public long number() {
        if (length == 0 || length > MAX_DIGITS || bytes[0] == '0') {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return 0;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    void clear() {
        change(0);
    }

    boolean isValid() {
        if (length > bytes.length) {
            return false;
        }
        int checked = 0;
        for (; checked + Long.BYTES <= length; checked += Long.BYTES) {
            if (!areVisible(view.getLong(checked))) {
                return false;
            }
        }
        for (; checked < length; checked++) {
            final byte character = bytes[checked];
            if (character <= ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether each of eight bytes is from 0x21 to 0x7E. Below 0x80, adding 0x5F carries into the top bit from 0x21 on, and
     * adding 1 does for 0x7F; from no byte below 0x80 does a carry reach the next.
     */
    private static boolean areVisible(final long eight) {
        return (eight & TOP_BITS) == 0 && ((eight + EACH * 0x5F) & ~(eight + EACH) & TOP_BITS) == TOP_BITS;
    }

    /** The hash of a code that lies elsewhere. */
    public static long hashOf(final DirectBuffer source, final int offset, final int bytesLength) {
        return RecordHash.of(source, offset, bytesLength);
    }

    long hash() {
        if (!hashed) {
            hash = RecordHash.of(view, 0, length);
            hashed = true;
        }
        return hash;
    }

    /** A second hash, so that both together are 128 bits. */
    long secondHash() {
        if (!hashedTwice) {
            secondHash = RecordHash.of(view, 0, length, SECOND_SEED);
            hashedTwice = true;
        }
        return secondHash;
    }

    private void change(final int newLength) {
        length = newLength;
        hashed = false;
        hashedTwice = false;
    }
}
