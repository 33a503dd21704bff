package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Looks for single fields in JSON as the gateway writes it: no white space between name and value. Only the first of a name
 * is found, so a name is asked for that stands before any other of the same name.
 */
public final class JsonScan {
    /** There is no such field, or no number in it. */
    public static final long NONE = Long.MIN_VALUE;

    private JsonScan() {}

    /** The bytes by which a field is found. */
    public static byte[] field(final String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** The number of a field, also where it stands in quotes; {@link #NONE} when there is none. */
    public static long number(final ByteBuf json, final int from, final int end, final byte[] field) {
        int at = behind(json, from, end, field);
        if (at < 0) {
            return NONE;
        }
        at += at < end && json.getByte(at) == '"' ? 1 : 0;
        long value = 0;
        final int first = at;
        while (at < end && json.getByte(at) >= '0' && json.getByte(at) <= '9') {
            value = value * 10 + json.getByte(at++) - '0';
        }
        return at == first ? NONE : value;
    }

    /** The text of a field, null when there is none; escapes stay as they are. */
    public static String text(final ByteBuf json, final int from, final int end, final byte[] field) {
        final int start = behind(json, from, end, field);
        if (start < 0 || start >= end || json.getByte(start) != '"') {
            return null;
        }
        int at = start + 1;
        while (at < end && json.getByte(at) != '"') {
            at += json.getByte(at) == '\\' ? 2 : 1;
        }
        return at >= end ? null : json.toString(start + 1, at - start - 1, StandardCharsets.UTF_8);
    }

    /** Whether the bytes stand at a place. */
    public static boolean isAt(final ByteBuf json, final int at, final int end, final byte[] bytes) {
        if (at + bytes.length > end) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (json.getByte(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int behind(final ByteBuf json, final int from, final int end, final byte[] field) {
        for (int at = from; at + field.length <= end; at++) {
            if (json.getByte(at) == field[0] && isAt(json, at, end, field)) {
                return at + field.length;
            }
        }
        return -1;
    }
}
