package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.agrona.AsciiEncoding;
import org.agrona.DirectBuffer;

/**
 * Writes one JSON text after the other into bytes it keeps. It trusts its caller to nest properly and to give field names
 * that need no escape. One thread; allocates nothing once its bytes have grown.
 */
public final class JsonWriter {
    private static final int MAX_LONG_LENGTH = 20;
    private static final int MAX_CHAR_LENGTH = 6;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[1024];
    private int length;
    private boolean separate;

    /** Forgets what was written. */
    public JsonWriter reset() {
        length = 0;
        separate = false;
        return this;
    }

    /** Opens an object. */
    public JsonWriter beginObject() {
        return open('{');
    }

    /** Closes an object. */
    public JsonWriter endObject() {
        return close('}');
    }

    /** Opens an array. */
    public JsonWriter beginArray() {
        return open('[');
    }

    /** Closes an array. */
    public JsonWriter endArray() {
        return close(']');
    }

    /** Names the value that is written next. */
    public JsonWriter name(final String name) {
        final int count = name.length();
        reserve(count + 4);
        separate();
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) name.charAt(i);
        }
        bytes[length++] = '"';
        bytes[length++] = ':';
        separate = false;
        return this;
    }

    /** An integer. */
    public JsonWriter value(final long value) {
        reserve(MAX_LONG_LENGTH + 1);
        separate();
        length += digits(value);
        separate = true;
        return this;
    }

    /** An integer as a string of digits. */
    public JsonWriter digitString(final long value) {
        reserve(MAX_LONG_LENGTH + 3);
        separate();
        bytes[length++] = '"';
        length += digits(value);
        bytes[length++] = '"';
        separate = true;
        return this;
    }

    /** A number as a string of 16 hex digits. */
    public JsonWriter hex(final long value) {
        reserve(Long.BYTES * 2 + 3);
        separate();
        bytes[length++] = '"';
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 0xF];
        }
        bytes[length++] = '"';
        separate = true;
        return this;
    }

    /** True or false. */
    public JsonWriter value(final boolean value) {
        return literal(value ? "true" : "false");
    }

    /** Null. */
    public JsonWriter nullValue() {
        return literal("null");
    }

    /** A string; half a surrogate pair becomes U+FFFD. */
    public JsonWriter value(final String value) {
        final int count = value.length();
        reserve(count * MAX_CHAR_LENGTH + 3);
        separate();
        bytes[length++] = '"';
        int i = 0;
        while (i < count) {
            final int codePoint = value.codePointAt(i);
            put(codePoint);
            i += Character.charCount(codePoint);
        }
        bytes[length++] = '"';
        separate = true;
        return this;
    }

    /** A string that lies in a buffer as visible ASCII. */
    public JsonWriter ascii(final DirectBuffer source, final int offset, final int count) {
        reserve(count * 2 + 3);
        separate();
        bytes[length++] = '"';
        for (int i = offset; i < offset + count; i++) {
            put(source.getByte(i));
        }
        bytes[length++] = '"';
        separate = true;
        return this;
    }

    /** A time, RFC 3339. */
    public JsonWriter time(final long epochMs) {
        reserve(Rfc3339.LENGTH + 3);
        separate();
        bytes[length++] = '"';
        Rfc3339.write(bytes, length, epochMs);
        length += Rfc3339.LENGTH;
        bytes[length++] = '"';
        separate = true;
        return this;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** A copy of what was written. */
    public Buffer toBuffer() {
        return Buffer.buffer(length).appendBytes(bytes, 0, length);
    }

    /** Copies what was written into a stream. */
    public void writeTo(final OutputStream target) throws IOException {
        target.write(bytes, 0, length);
    }

    /** Ends a line of newline-delimited JSON; the next text begins behind it. */
    public JsonWriter endLine() {
        reserve(1);
        bytes[length++] = '\n';
        separate = false;
        return this;
    }

    /** Bytes written. */
    public int length() {
        return length;
    }

    private JsonWriter open(final char bracket) {
        reserve(2);
        separate();
        bytes[length++] = (byte) bracket;
        separate = false;
        return this;
    }

    private JsonWriter close(final char bracket) {
        reserve(1);
        bytes[length++] = (byte) bracket;
        separate = true;
        return this;
    }

    private JsonWriter literal(final String text) {
        reserve(text.length() + 1);
        separate();
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        separate = true;
        return this;
    }

    private void separate() {
        if (separate) {
            bytes[length++] = ',';
        }
    }

    private int digits(final long value) {
        // Below zero, where the least number has its like; it has as many digits as the one above it.
        long rest = -Math.abs(value);
        final int sign = value < 0 ? 1 : 0;
        final int count = AsciiEncoding.digitCount(-Math.max(rest, -Long.MAX_VALUE)) + sign;
        for (int i = length + count - 1; i >= length + sign; i--) {
            bytes[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        if (sign == 1) {
            bytes[length] = '-';
        }
        return count;
    }

    private void put(final int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) codePoint;
        } else if (codePoint < ' ') {
            putControl(codePoint);
        } else if (codePoint < 0x80) {
            bytes[length++] = (byte) codePoint;
        } else {
            putMultibyte(Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint);
        }
    }

    private void putControl(final int codePoint) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[codePoint >> 4];
        bytes[length++] = HEX[codePoint & 0xF];
    }

    private void putMultibyte(final int codePoint) {
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void reserve(final int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
