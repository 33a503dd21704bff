package io.sluice.gateway.http;

/**
 * How far behind the journal one feed is, at one moment.
 *
 * @param consumer  the name its reader gave itself; null when it gave none.
 * @param sequence  the last record written to its connection or left out by its filter; 0 before the first.
 * @param lagMs     core time since the oldest record that was read for it and is not written yet; 0 for none.
 */
record FeedLag(String consumer, long sequence, long lagMs) {
    /** Writes it as the contract's schema FeedLag. */
    void write(final long durableSequence, final JsonWriter json) {
        json.beginObject();
        if (consumer != null) {
            json.name("consumer").value(consumer);
        }
        json.name("sequence").value(sequence);
        json.name("lagRecords").value(Math.max(0, durableSequence - sequence));
        json.name("lagMs").value(lagMs);
        json.endObject();
    }
}
