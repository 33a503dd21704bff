package io.sluice.engine.core;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.lang.ref.Reference;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** First answers on their way to a saved state and back: how many, and each whole, however little of it a table keeps. */
final class SavedAnswers {
    private static final int READ_AT_ONCE = 64;

    private SavedAnswers() {}

    /** Saves the answers that {@code table} writes for the numbers from {@code first} up to {@code end}, exclusive. */
    static void save(final StateOutput output, final long first, final long end, final Writer table) {
        output.putInt((int) (end - first));
        final UnsafeBuffer pair = allocate(2);
        final Answer answer = new Answer();
        long number = first;
        for (; number + 1 < end; number += 2) {
            table.write(number, answer.wrap(pair.addressOffset()));
            table.write(number + 1, answer.wrap(pair.addressOffset() + Answer.BYTES));
            output.putBytes(pair, 0, pair, Answer.BYTES, Answer.BYTES);
        }
        if (number < end) {
            table.write(number, answer.wrap(pair.addressOffset()));
            output.putBytes(pair, 0, Answer.BYTES);
        }
    }

    /** Gives {@code count} answers to a table, in the order they were saved. */
    static void load(final StateInput input, final int count, final Reader table) {
        final UnsafeBuffer some = allocate(READ_AT_ONCE);
        final Answer answer = new Answer();
        try {
            for (int left = count; left > 0; left -= READ_AT_ONCE) {
                final int answers = Math.min(left, READ_AT_ONCE);
                input.getBytes(some, 0, answers * Answer.BYTES);
                for (int i = 0; i < answers; i++) {
                    table.take(answer.wrap(some.addressOffset() + (long) i * Answer.BYTES));
                }
            }
        } finally {
            // An address does not keep its memory: without this the last of it could be given back while it is read.
            Reference.reachabilityFence(some);
        }
    }

    private static UnsafeBuffer allocate(final int answers) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(answers * Answer.BYTES, CACHE_LINE_LENGTH));
    }

    /** Writes a table's answers one after the other. */
    @FunctionalInterface
    interface Writer {
        /** Writes all of the answer of a number. */
        void write(long number, Answer to);
    }

    /** Takes a table's answers one after the other. */
    @FunctionalInterface
    interface Reader {
        /** Takes the next answer. */
        void take(Answer from);
    }
}
