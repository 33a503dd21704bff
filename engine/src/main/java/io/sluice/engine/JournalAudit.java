package io.sluice.engine;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.view.SalesTally;
import java.util.function.LongConsumer;

/**
 * Reads a whole journal: checks the chain, decides every command again, and adds the sales up from the records. Where older
 * records were pruned, it decides and adds up those behind the oldest snapshot that verifies; where there is none, it checks
 * the chain alone, and that is a fault. The directory may belong to a running engine; what it appends meanwhile is not looked
 * at.
 *
 * @param firstSequence  oldest record, 0 for none.
 * @param snapshot       record behind which all is decided again: 0, or that of the snapshot it began with.
 * @param lastSequence   last record that was found sound, 0 for none.
 * @param fault          the first fault of the records; if they have none, that of the forced mark, or why nothing could be
 *                       decided; null for none.
 * @param stateHash      hash of the core's state behind the last sound record; with a fault of no use.
 * @param tally          sums over the sound records that were decided again.
 */
public record JournalAudit(
        long firstSequence,
        long snapshot,
        long lastSequence,
        JournalFaultException fault,
        long stateHash,
        SalesTally tally) {

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
        return new JournalAuditor(journal, progress).audit();
    }
}
