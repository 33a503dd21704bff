package io.sluice.engine;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.view.SalesTally;
import java.util.function.LongConsumer;

/**
 * Reads a whole journal: checks the chain, decides every command again, and adds the sales up from the records. The
 * directory may belong to a running engine; what it appends meanwhile is not looked at.
 *
 * @param firstSequence  oldest record, 0 for none.
 * @param lastSequence   last record that was found sound, 0 for none.
 * @param fault          the first fault, null for none.
 * @param stateHash      hash of the core's state behind the last sound record; with a fault of no use.
 * @param tally          sums over the sound records.
 */
public record JournalAudit(
        long firstSequence, long lastSequence, JournalFaultException fault, long stateHash, SalesTally tally) {

    /** Audits the journal of a data directory. */
    public static JournalAudit of(final JournalDirectory directory) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            return of(journal, sequence -> {});
        }
    }

    /**
     * Audits a journal.
     *
     * @param progress  is told the number of each record found sound, on this thread.
     */
    public static JournalAudit of(final ReadOnlyJournal journal, final LongConsumer progress) {
        final long first = journal.firstSequence();
        final long forced = journal.forcedSequence();
        final long last = Math.max(journal.lastSequence(), forced);
        final Replay replay = Replay.fromNothing(CoreReserves.NONE);
        final SalesTally tally = new SalesTally();
        final long before = replay.chain().sequence();
        JournalFaultException fault = null;
        try (JournalReader reader = replay.readerOf(journal)) {
            replay.catchUp(reader, last, record -> {
                tally.add(record);
                progress.accept(record.sequence());
            });
            if (replay.chain().sequence() < forced) {
                fault = new JournalFaultException(
                        replay.chain().sequence() + 1, "records up to " + forced + " were forced and are missing");
            }
        } catch (final JournalFaultException found) {
            fault = found;
        }
        return new JournalAudit(
                first, before + tally.commands(), fault, replay.core().stateHash(), tally);
    }
}
