package io.sluice.engine.journal;

/** A journal as its readers see it: numbered records, oldest to newest. Any thread. */
public interface ReadableJournal extends AutoCloseable {
    /**
     * A new reader, positioned before the record {@code fromSequence}. For one thread; it outlives this journal.
     *
     * @param fromSequence  from {@link #firstSequence()} (1 when that is 0) to {@link #lastSequence()}{@code  + 1}.
     * @throws IllegalArgumentException when the number is outside of that range.
     */
    JournalReader reader(long fromSequence);

    /** Number of the oldest record that is still here, 0 when there is none. */
    long firstSequence();

    /** Number of the newest record that was appended, 0 when there is none. */
    long lastSequence();

    /**
     * Finds a moment in the journal.
     *
     * @param timeMs  core time, epoch ms.
     * @return number of the first record whose time is {@code timeMs} or later; {@link #lastSequence()}{@code  + 1}, the
     *     number of the record to come, when there is none yet.
     */
    long sequenceAtOrAfter(long timeMs);

    @Override
    void close();
}
