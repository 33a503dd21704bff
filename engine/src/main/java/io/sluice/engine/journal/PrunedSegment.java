package io.sluice.engine.journal;

/**
 * A file of the journal that was deleted, or would be.
 *
 * @param name           its path below the journal's directory.
 * @param firstSequence  its first record.
 * @param lastSequence   its last record.
 */
public record PrunedSegment(String name, long firstSequence, long lastSequence) {}
