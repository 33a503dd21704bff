package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.file.Path;

/**
 * Reads a journal's files, of which it changes nothing, and checks each record against the one before. Records appear as
 * soon as they are appended, before they are forced. One thread.
 */
final class ChronicleJournalReader implements JournalReader {
    private final RecordChain chain = new RecordChain();
    private final RecordFlyweight record = new RecordFlyweight();
    private final RecordCursor cursor;

    /** The first record was read while the reader was positioned, and is still to be given out. */
    private boolean firstHeld;

    /**
     * Opens the files.
     *
     * @throws IllegalArgumentException when {@code fromSequence} is neither that of a record nor the next one.
     */
    ChronicleJournalReader(final Path journal, final long fromSequence) {
        cursor = new RecordCursor(journal);
        boolean positioned = false;
        try {
            position(new JournalIndex(new CycleFiles(journal), cursor), fromSequence);
            positioned = true;
        } finally {
            if (!positioned) {
                cursor.close();
            }
        }
    }

    private void position(final JournalIndex index, final long fromSequence) {
        final long firstSequence = Math.max(1, index.firstSequence());
        if (fromSequence < firstSequence) {
            throw outOfRange(fromSequence);
        }
        if (fromSequence == 1) {
            cursor.toStart();
            return;
        }
        // The predecessor is read first, so that the first record can be checked against it.
        final long anchor = Math.max(firstSequence, fromSequence - 1);
        if (!index.read(anchor)) {
            throw notFound(index, anchor, fromSequence);
        }
        check(cursor.beginChain(chain), anchor);
        firstHeld = anchor == fromSequence;
    }

    /** A record that should be there is another thing than one that nobody has appended. */
    private static RuntimeException notFound(final JournalIndex index, final long anchor, final long fromSequence) {
        return anchor <= index.lastSequence()
                ? new JournalFaultException(anchor, "cannot be found")
                : outOfRange(fromSequence);
    }

    private static IllegalArgumentException outOfRange(final long fromSequence) {
        return new IllegalArgumentException("fromSequence=" + fromSequence + " is not in the journal");
    }

    @Override
    public RecordFlyweight next() {
        if (firstHeld) {
            firstHeld = false;
            return record.wrap(cursor.buffer(), 0);
        }
        final long sequence = chain.sequence() + 1;
        if (!read(sequence)) {
            return null;
        }
        check(chain.follow(cursor.buffer(), 0, cursor.length()), sequence);
        return record.wrap(cursor.buffer(), 0);
    }

    /** Damage that lies in Chronicle's own bytes shows as whatever Chronicle trips over. */
    private boolean read(final long sequence) {
        try {
            return cursor.read();
        } catch (final RuntimeException | AssertionError | InternalError e) {
            final JournalFaultException fault = new JournalFaultException(sequence, "unreadable: " + e);
            fault.initCause(e);
            throw fault;
        }
    }

    private static void check(final RecordFault fault, final long sequence) {
        if (fault != RecordFault.NONE) {
            throw new JournalFaultException(sequence, fault.sentence());
        }
    }

    @Override
    public long hash() {
        return chain.hash();
    }

    /** The chain up to the last sound record that was read. */
    RecordChain chain() {
        return chain;
    }

    /** Where the last record was read. */
    RecordCursor cursor() {
        return cursor;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
