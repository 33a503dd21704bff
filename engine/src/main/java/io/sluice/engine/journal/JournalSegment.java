package io.sluice.engine.journal;

/**
 * One file of a journal, as {@link ReadOnlyJournal#segments()} finds it.
 *
 * @param name           its path below the journal's directory.
 * @param bytes          its length; it is sparse, so it may take less of the disk.
 * @param firstSequence  its first record.
 * @param lastSequence   its last record; less than the first when there is none.
 * @param firstTimeMs    core time of the first record, epoch ms; 0 when there is none.
 * @param lastTimeMs     core time of the last record, epoch ms; 0 when there is none.
 * @param formatVersion  of the first record's header; 0 when there is none.
 */
public record JournalSegment(
        String name,
        long bytes,
        long firstSequence,
        long lastSequence,
        long firstTimeMs,
        long lastTimeMs,
        int formatVersion) {
    /** Whether there are records in it. */
    public boolean holdsRecords() {
        return lastSequence >= firstSequence;
    }
}
