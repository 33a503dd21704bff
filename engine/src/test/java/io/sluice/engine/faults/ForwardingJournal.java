package io.sluice.engine.faults;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.journal.JournalReader;
import org.agrona.DirectBuffer;

/** A journal that passes everything on to another. */
class ForwardingJournal implements Journal {
    private final Journal journal;

    ForwardingJournal(final Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int length) {
        journal.append(buffer, offset, length);
    }

    @Override
    public void force() {
        journal.force();
    }

    @Override
    public Durability durability() {
        return journal.durability();
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        return journal.reader(fromSequence);
    }

    @Override
    public long firstSequence() {
        return journal.firstSequence();
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return journal.sequenceAtOrAfter(timeMs);
    }

    @Override
    public void close() {
        journal.close();
    }
}
