package io.sluice.engine.ring;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is done to the files of a directory, in bytes that a fuzzer can change: a list of steps, each of them one byte of what
 * and of which file (the remainder by their number, in the order of their names), four bytes of where in it and two of how
 * long, then what the kind of step needs. Numbers are little-endian; what ends in the middle of a step ends before it.
 */
final class FileDamage {
    private static final int WRITE = 0;
    private static final int CUT = 1;
    private static final int BLANK = 2;
    private static final int COPY = 3;
    private static final int KINDS = 4;

    private final byte[] steps;

    FileDamage(final byte[] steps) {
        this.steps = steps;
    }

    /** The files as they are afterwards; those given are not changed. */
    Map<String, byte[]> doneTo(final Map<String, byte[]> files) {
        final Map<String, byte[]> damaged = new TreeMap<>(files);
        final List<String> names = new ArrayList<>(files.keySet());
        final ByteBuffer input = ByteBuffer.wrap(steps).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (input.hasRemaining()) {
                final int kind = input.get() & 0xFF;
                final String name = names.get(kind / KINDS % names.size());
                damaged.put(name, step(kind % KINDS, damaged.get(name), input));
            }
        } catch (final BufferUnderflowException end) {
            return damaged;
        }
        return damaged;
    }

    private static byte[] step(final int kind, final byte[] before, final ByteBuffer input) {
        final int from = (int) ((input.getInt() & 0xFFFFFFFFL) % (before.length + 1));
        final int length = Math.min(input.getShort() & 0xFFFF, before.length - from);
        final byte[] after = before.clone();
        switch (kind) {
            case CUT -> {
                return Arrays.copyOf(before, from);
            }
            case WRITE -> input.get(after, from, Math.min(length, input.remaining()));
            case BLANK -> Arrays.fill(after, from, from + length, (byte) 0);
            case COPY -> {
                final int to = (int) ((input.getInt() & 0xFFFFFFFFL) % (before.length - length + 1));
                System.arraycopy(before, from, after, to, length);
            }
            default -> throw new IllegalArgumentException("kind=" + kind);
        }
        return after;
    }

    /** Writes steps down. */
    static final class Script {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Puts bytes over those at a place. */
        Script write(final int file, final int at, final byte... written) {
            begin(WRITE, file, at, written.length);
            bytes.writeBytes(written);
            return this;
        }

        /** Ends a file at a place. */
        Script cut(final int file, final int at) {
            begin(CUT, file, at, 0);
            return this;
        }

        /** Puts zeros at a place, as where a page was never written. */
        Script blank(final int file, final int at, final int length) {
            begin(BLANK, file, at, length);
            return this;
        }

        /** Puts over one place what stands at another, as a disk does that writes to the wrong place. */
        Script copy(final int file, final int at, final int length, final int to) {
            begin(COPY, file, at, length);
            bytes.writeBytes(littleEndian(Integer.BYTES).putInt(to).array());
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private void begin(final int kind, final int file, final int at, final int length) {
            bytes.writeBytes(littleEndian(1 + Integer.BYTES + Short.BYTES)
                    .put((byte) (file * KINDS + kind))
                    .putInt(at)
                    .putShort((short) length)
                    .array());
        }

        private static ByteBuffer littleEndian(final int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
