package io.sluice.engine.journal;

import java.util.function.ToLongFunction;

/**
 * Finds records by number and by time. Numbers are dense, so the number of a cycle's first record leads to each of them;
 * times ascend, so they are searched. One thread.
 */
final class JournalIndex {
    /** No cycle. */
    static final int NO_CYCLE = -1;

    private final CycleFiles files;
    private final RecordCursor cursor;

    JournalIndex(final CycleFiles files, final RecordCursor cursor) {
        this.files = files;
        this.cursor = cursor;
    }

    /** Asks one question, with files opened for the purpose. */
    static long search(final CycleFiles files, final ToLongFunction<JournalIndex> question) {
        try (RecordCursor cursor = new RecordCursor(files.directory())) {
            return question.applyAsLong(new JournalIndex(files, cursor));
        }
    }

    /** Number of the oldest record, 0 when there is none or it is damaged. */
    long firstSequence() {
        final int[] cycles = files.cycles();
        return cycles.length > 0 && read(cycles[0], 0) ? cursor.sequence() : 0;
    }

    /** Number of the newest record, 0 when there is none. */
    long lastSequence() {
        final int[] cycles = files.cycles();
        final int count = readable(cycles);
        if (count == 0) {
            return 0;
        }
        final int last = cycles[count - 1];
        return firstSequence(last) + cursor.documents(last) - 1;
    }

    /** The cycle a record lies in, if it is there; {@link #NO_CYCLE} when it is older than the oldest. */
    int cycleOf(final long sequence) {
        final int[] cycles = files.cycles();
        int low = 0;
        int high = readable(cycles);
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (firstSequence(cycles[middle]) <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? NO_CYCLE : cycles[low - 1];
    }

    /** Reads the record with a number into the cursor, which goes on behind it; false when it is not there. */
    boolean read(final long sequence) {
        final int cycle = cycleOf(sequence);
        return cycle != NO_CYCLE
                && cursor.readAt(cycle, sequence - firstSequence(cycle))
                && cursor.sequence() == sequence;
    }

    /** Number of the first record at or after a time; one more than the newest when there is none. */
    long sequenceAtOrAfter(final long timeMs) {
        final int[] cycles = files.cycles();
        int low = 0;
        int high = readable(cycles);
        if (high == 0) {
            return 1;
        }
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (firstTimeMs(cycles[middle]) < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? firstSequence(cycles[0]) : sequenceAtOrAfter(cycles[low - 1], timeMs);
    }

    /** The same within the cycle in which it is decided; its first record is before the time. */
    private long sequenceAtOrAfter(final int cycle, final long timeMs) {
        long low = 1;
        long high = cursor.documents(cycle);
        while (low < high) {
            final long middle = (low + high) >>> 1;
            if (read(cycle, middle) && cursor.timeMs() < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return firstSequence(cycle) + low;
    }

    /** How many of the cycles hold records: the newest may not yet, or hold nothing but a torn one. */
    private int readable(final int[] cycles) {
        int count = cycles.length;
        while (count > 0 && !read(cycles[count - 1], 0)) {
            count--;
        }
        return count;
    }

    private long firstSequence(final int cycle) {
        return read(cycle, 0) ? cursor.sequence() : Long.MAX_VALUE;
    }

    private long firstTimeMs(final int cycle) {
        return read(cycle, 0) ? cursor.timeMs() : Long.MAX_VALUE;
    }

    private boolean read(final int cycle, final long place) {
        return cursor.readAt(cycle, place) && cursor.sound();
    }
}
