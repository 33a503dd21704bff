package io.sluice.engine.view;

import io.sluice.engine.protocol.RecordFlyweight;

/** How far a view has come along the journal: it takes every record once, and none before the one that precedes it. */
final class Progress {
    private final String view;
    private long sequence;

    /**
     * Nothing taken yet.
     *
     * @param view          what it is called when it is given a wrong record.
     * @param fromSequence  number of the first record it will be given.
     */
    Progress(final String view, final long fromSequence) {
        this.view = view;
        sequence = fromSequence - 1;
    }

    /**
     * Whether it is the next record's turn; not when it was taken before.
     *
     * @throws IllegalStateException when a record was left out: the view would lie from then on.
     */
    boolean isNext(final RecordFlyweight record) {
        final long given = record.sequence();
        if (given > sequence + 1) {
            throw new IllegalStateException(view + " at sequence=" + sequence + " was given sequence=" + given);
        }
        return given > sequence;
    }

    /** The record was taken. */
    void took(final RecordFlyweight record) {
        sequence = record.sequence();
    }

    /** Number of the last record taken. */
    long sequence() {
        return sequence;
    }
}
