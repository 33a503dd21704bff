package io.sluice.engine;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.view.SalesTally;
import java.util.function.LongConsumer;
import org.agrona.collections.MutableLong;

/**
 * Reads a whole journal: checks the chain, decides every command again, and adds the sales up from the records. Where older
 * records were pruned, it decides and adds up those behind the oldest snapshot that verifies. The directory may belong to a
 * running engine; what it appends meanwhile is not looked at.
 *
 * @param firstSequence  oldest record, 0 for none.
 * @param snapshot       record behind which all is decided again: 0, or that of the snapshot it began with.
 * @param lastSequence   last record that was found sound, 0 for none.
 * @param fault          the first fault, null for none.
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
        final long first = journal.firstSequence();
        final long forced = journal.forcedSequence();
        final long last = journal.lastSequence();
        final Replay replay = Replay.fromOldest(CoreReserves.NONE, journal);
        final long snapshot = replay.chain().sequence();
        final SalesTally tally = new SalesTally();
        replay.core().catalogue().forEachItem(item -> tally.begin(item.id(), item.available()));
        final MutableLong sound = new MutableLong();
        JournalFaultException fault = null;
        try (JournalReader reader = journal.reader(Math.max(1, first))) {
            for (RecordFlyweight record = next(reader, sound, snapshot);
                    record != null;
                    record = next(reader, sound, snapshot)) {
                sound.set(record.sequence());
                progress.accept(record.sequence());
            }
            replay.catchUp(reader, last, record -> {
                tally.add(record);
                sound.set(record.sequence());
                progress.accept(record.sequence());
            });
            refuseMissing(sound.get(), forced, last);
        } catch (final JournalFaultException found) {
            fault = found;
        }
        return new JournalAudit(
                first, snapshot, sound.get(), fault, replay.core().stateHash(), tally);
    }

    /** The journal ends for its readers where a record is lost, though there be others behind it. */
    private static void refuseMissing(final long sound, final long forced, final long last) {
        if (sound < forced) {
            throw new JournalFaultException(sound + 1, "records up to " + forced + " were forced and are missing");
        }
        if (sound < last) {
            throw new JournalFaultException(sound + 1, "cannot be found, although " + last + " stands behind it");
        }
    }

    /** The next record that the snapshot includes, of which only the chain is checked; null when there is none left. */
    private static RecordFlyweight next(final JournalReader reader, final MutableLong sound, final long snapshot) {
        return sound.get() < snapshot ? reader.next() : null;
    }
}
