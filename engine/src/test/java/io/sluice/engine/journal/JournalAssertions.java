package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.RecordFlyweight;

/** What a journal written by {@link RecordWriter} has to hold. */
final class JournalAssertions {
    private JournalAssertions() {}

    /** The journal holds exactly the records up to {@code lastSequence}, from whichever number it is read. */
    static void assertHolds(final ReadableJournal journal, final long fromSequence, final long lastSequence) {
        try (JournalReader reader = journal.reader(fromSequence)) {
            for (long sequence = fromSequence; sequence <= lastSequence; sequence++) {
                assertRecord(reader.next(), sequence);
            }
            assertThat(reader.next()).isNull();
        }
    }

    static void assertRecord(final RecordFlyweight record, final long sequence) {
        assertThat(record).as("record %d", sequence).isNotNull();
        assertThat(record.sequence()).isEqualTo(sequence);
        assertThat(record.commandLength()).isEqualTo(RecordWriter.commandBytes(sequence));
        assertThat(record.buffer().getByte(record.commandOffset())).isEqualTo(RecordWriter.fill(sequence));
        assertThat(record.buffer().getByte(record.offset() + record.length() - 1))
                .isEqualTo(RecordWriter.fill(sequence));
    }
}
