package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.RecordJson;

/** Reads a journal's records as events, in order and up to the end there is for now. One thread. */
final class EventReader implements AutoCloseable {
    private final RecordJson recordJson = new RecordJson();
    private final JsonWriter writer = new JsonWriter();
    private final JournalReader reader;
    private long sequence;

    /** Before the record {@code from}, which the journal holds or is to hold next. */
    EventReader(final ReadOnlyJournal journal, final long from) {
        reader = journal.reader(from);
        sequence = from - 1;
    }

    /** The next record up to {@code last} as an event, null when there is none for now. */
    JournalEvent next(final long last) {
        if (sequence >= last) {
            return null;
        }
        final RecordFlyweight record = reader.next();
        if (record == null) {
            return null;
        }
        sequence = record.sequence();
        return JournalEvent.of(record, recordJson, writer);
    }

    /** Number of the record read last. */
    long sequence() {
        return sequence;
    }

    @Override
    public void close() {
        reader.close();
    }
}
