package io.sluice.engine.journal;

/**
 * A file and the records of the journal in it.
 *
 * @param segment        the file.
 * @param firstSequence  its first record.
 * @param lastSequence   its last that is the journal's; what may stand behind it was torn.
 */
record SegmentRange(Segment segment, long firstSequence, long lastSequence) {}
