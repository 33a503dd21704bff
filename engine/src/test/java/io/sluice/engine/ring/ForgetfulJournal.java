package io.sluice.engine.ring;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.journal.JournalReader;
import org.agrona.DirectBuffer;

/** A journal that keeps nothing, for a ring whose records are looked at as they pass. */
public final class ForgetfulJournal implements Journal {
    @Override
    public void append(final DirectBuffer buffer, final int offset, final int length) {}

    @Override
    public void force() {}

    @Override
    public Durability durability() {
        return Durability.PROCESS;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public long firstSequence() {
        return 0;
    }

    @Override
    public long lastSequence() {
        return 0;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return 1;
    }

    @Override
    public void close() {}
}
