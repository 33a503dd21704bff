package io.sluice.gateway.http;

/**
 * What a reader of the journal asked for. Any thread.
 *
 * @param position          what part of the journal.
 * @param filter            which of its records.
 * @param consumer          the name the reader gave itself; null when it gave none.
 * @param heartbeatSeconds  the longest silence: after it a position is sent.
 */
record FeedRequest(JournalPosition position, RecordFilter filter, String consumer, int heartbeatSeconds) {
    /** The same, from a record on that has been looked up. */
    FeedRequest beginningWith(final long first) {
        final JournalPosition from = new JournalPosition(first, position.atMs(), position.last(), position.follow());
        return new FeedRequest(from, filter, consumer, heartbeatSeconds);
    }
}
