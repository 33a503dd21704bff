package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.RecordJson;

/** Reads a journal's records in order, as events where that is asked for. One thread. */
final class EventReader implements AutoCloseable {
    private final RecordJson recordJson = new RecordJson();
    private final JsonWriter writer = new JsonWriter();
    private final ReadOnlyJournal journal;
    private final JournalReader reader;
    private long sequence;

    /** Before the record {@code from}, which the journal holds or is to hold next. */
    EventReader(final ReadOnlyJournal journal, final long from) {
        this.journal = journal;
        reader = journal.reader(from);
        sequence = from - 1;
    }

    /**
     * The next record up to {@code last}, which the journal holds; null when {@code last} was read.
     *
     * @return the record, valid until the next call.
     * @throws JournalFaultException when the journal ends before {@code last} or is damaged.
     */
    RecordFlyweight nextRecord(final long last) {
        if (sequence >= last) {
            return null;
        }
        final RecordFlyweight record = pollRecord();
        if (record == null) {
            throw new JournalFaultException(sequence + 1, "cannot be found");
        }
        return record;
    }

    /** The same as an event. */
    JournalEvent next(final long last) {
        return event(nextRecord(last));
    }

    /**
     * The next record as an event, null when there is none for now.
     *
     * @throws JournalFaultException when the journal is damaged, or a record that was forced cannot be found.
     */
    JournalEvent poll() {
        return event(pollRecord());
    }

    /** The same as {@link #poll}, the record itself. */
    RecordFlyweight pollRecord() {
        RecordFlyweight record = reader.next();
        if (record == null && journal.forcedSequence() > sequence) {
            // Asked once more, for it may have come meanwhile; if not, whoever waited for it would wait for ever.
            record = reader.next();
            if (record == null) {
                throw new JournalFaultException(sequence + 1, "cannot be found, although it was forced");
            }
        }
        if (record != null) {
            sequence = record.sequence();
        }
        return record;
    }

    private JournalEvent event(final RecordFlyweight record) {
        return record == null ? null : JournalEvent.of(record, recordJson, writer);
    }

    /** Number of the record read last; before that, the number before the first. */
    long sequence() {
        return sequence;
    }

    /** Hash of the record that {@link #sequence} names; where the journal begins behind it, of the journal's first. */
    long hash() {
        return reader.hash();
    }

    @Override
    public void close() {
        reader.close();
    }
}
