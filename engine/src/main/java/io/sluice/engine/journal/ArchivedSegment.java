package io.sluice.engine.journal;

/**
 * A file of the journal that was archived.
 *
 * @param name           path of the archive below the journal's directory.
 * @param firstSequence  its first record.
 * @param lastSequence   its last record.
 * @param recordBytes    bytes of its records.
 * @param bytes          bytes of the archive.
 */
public record ArchivedSegment(String name, long firstSequence, long lastSequence, long recordBytes, long bytes) {}
