package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Hands every record of a journal to a consumer, once and in order, and goes on for as long as it is polled. The consumer
 * keeps one number, the {@link #position()}: numbers are dense, and each record is checked against the hash of the one
 * before it, so a consumer that stored it with its own work has missed nothing and repeated nothing up to there. Reads the
 * files of a data directory, of a running engine or not, and changes nothing. One thread.
 */
public final class JournalFollower implements AutoCloseable {
    private final ReadOnlyJournal journal;
    private final Horizon horizon;
    private final JournalReader reader;
    private final long fromTimeMs;
    private long position;
    /** Handed out to a handler that failed over it: it is next again. */
    private RecordFlyweight held;

    private JournalFollower(
            final ReadOnlyJournal journal, final long position, final long fromTimeMs, final Horizon horizon) {
        this.journal = journal;
        this.fromTimeMs = fromTimeMs;
        this.horizon = Objects.requireNonNull(horizon, "horizon");
        this.position = position;
        reader = journal.reader(position + 1);
    }

    /**
     * Goes on behind a record.
     *
     * @param position  number of the last record that the consumer has taken in; 0 to begin with the first.
     * @throws JournalFaultException     when the journal does not hold what lies behind: it ends before {@code position} or
     *     before what was forced, or begins behind it, or is damaged there.
     * @throws IllegalArgumentException  when {@code position} is negative.
     * @throws UncheckedIOException      when there is no journal.
     */
    public static JournalFollower behind(final JournalDirectory directory, final long position, final Horizon horizon) {
        if (position < 0) {
            throw new IllegalArgumentException("position=" + position + " is negative");
        }
        return open(ReadOnlyJournal.open(directory), position, Long.MIN_VALUE, horizon);
    }

    /**
     * Begins with the first record at or after a moment, which may be yet to come: what is appended before it is passed over.
     *
     * @param timeMs  core time, epoch ms.
     * @throws JournalFaultException  as {@link #behind} does; also when older records were pruned and the first that is left
     *     is not before the moment, for then it cannot be told whether the one before it was.
     * @throws UncheckedIOException   when there is no journal.
     */
    public static JournalFollower at(final JournalDirectory directory, final long timeMs, final Horizon horizon) {
        final ReadOnlyJournal journal = ReadOnlyJournal.open(directory);
        final long before = journal.sequenceAtOrAfter(timeMs) - 1;
        if (before < 0) {
            throw new JournalFaultException(1, "cannot be found: the oldest file's beginning is damaged");
        }
        // After the search: what is pruned between the two must not pass for the beginning that was found.
        final long first = journal.firstSequence();
        if (first > 1 && before < first) {
            throw new JournalFaultException(
                    first - 1, "the journal begins at " + first + ": what came before it from the moment on is missed");
        }
        // The search sees what was appended: behind the mark, other records may come to stand under the same numbers.
        final long position = horizon == Horizon.FORCED ? Math.min(before, journal.forcedSequence()) : before;
        return open(journal, position, timeMs, horizon);
    }

    private static JournalFollower open(
            final ReadOnlyJournal journal, final long position, final long fromTimeMs, final Horizon horizon) {
        refuseGap(journal, position);
        return new JournalFollower(journal, position, fromTimeMs, horizon);
    }

    private static void refuseGap(final ReadOnlyJournal journal, final long position) {
        // The mark first: the journal may grow meanwhile, and must not be found too short for it.
        final long needed = Math.max(position, journal.forcedSequence());
        final long last = journal.lastFound();
        if (last < needed) {
            throw new JournalFaultException(
                    last + 1, "the journal ends at " + last + " where it has to reach " + needed);
        }
        final long first = journal.firstSequence();
        if (first > position + 1) {
            throw new JournalFaultException(
                    position + 1, "the journal begins at " + first + ": what lies between is missed");
        }
    }

    /**
     * Hands over what there is, without waiting. A handler that throws has not taken its record: the position stays before
     * it, and it is the next poll's first.
     *
     * @param limit  records at most.
     * @return records taken by the handler; 0 when there is nothing new for now.
     * @throws JournalFaultException when the next bytes are not the next record of the chain.
     */
    public int poll(final RecordHandler handler, final int limit) {
        final long last = horizon == Horizon.FORCED ? journal.forcedSequence() : Long.MAX_VALUE;
        int taken = 0;
        while (taken < limit && position < last && advance()) {
            if (held.timeMs() >= fromTimeMs) {
                handler.onRecord(held);
                taken++;
            }
            held = null;
            position++;
        }
        return taken;
    }

    private boolean advance() {
        if (held == null) {
            held = reader.next();
        }
        if (held == null && horizon == Horizon.FORCED) {
            // Whoever waited for it would wait for ever.
            throw new JournalFaultException(position + 1, "cannot be found, although it was forced");
        }
        return held != null;
    }

    /** Number of the last record that a handler has taken, or that was passed over: all up to here, none behind it. */
    public long position() {
        return position;
    }

    /** Records that lie behind the position within the horizon, by a look at the files; 0 when the follower is abreast. */
    public long lag() {
        final long last = horizon == Horizon.FORCED ? journal.forcedSequence() : journal.lastSequence();
        return Math.max(0, last - position);
    }

    @Override
    public void close() {
        reader.close();
    }
}
