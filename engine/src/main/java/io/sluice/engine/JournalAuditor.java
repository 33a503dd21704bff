package io.sluice.engine;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.Stock;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.view.SalesTally;
import java.util.function.LongConsumer;

/**
 * Reads a journal once for a {@link JournalAudit}. The records come first: their chain is checked though nothing can be
 * decided, and whatever the mark says. One thread.
 */
final class JournalAuditor {
    private final ReadOnlyJournal journal;
    private final JournalFaultException markFault;
    private final LongConsumer progress;
    private final SalesTally tally = new SalesTally();
    private long first;
    private long sound;
    /** Null when nothing can be decided. */
    private Replay replay;

    private JournalFaultException undecided;
    private long snapshot;

    JournalAuditor(final ReadOnlyJournal audited, final LongConsumer progress) {
        markFault = audited.markFault();
        journal = markFault == null ? audited : audited.withoutMark();
        this.progress = progress;
    }

    JournalAudit audit() {
        JournalFaultException fault = null;
        try {
            read();
        } catch (final JournalFaultException found) {
            fault = found;
        }
        if (fault == null) {
            fault = markFault == null ? undecided : markFault;
        }
        final long stateHash = replay == null ? 0 : replay.core().stateHash();
        return new JournalAudit(first, snapshot, sound, fault, stateHash, tally);
    }

    private void read() {
        first = journal.firstSequence();
        final long forced = journal.forcedSequence();
        final long last = journal.lastSequence();
        beginReplay();
        try (JournalReader reader = journal.reader(Math.max(1, first))) {
            checkChain(reader, replay == null ? last : snapshot);
            if (replay != null) {
                decide(reader, last);
            }
        }
        refuseMissing(forced, last);
    }

    private void beginReplay() {
        try {
            replay = Replay.fromOldest(CoreReserves.NONE, journal);
        } catch (final JournalFaultException found) {
            undecided = found;
            return;
        }
        snapshot = replay.chain().sequence();
        final FlashCore core = replay.core();
        core.catalogue().forEachItem(item -> begin(item.shared()));
        core.catalogue().allotments().forEach(this::begin);
        core.waitingLines()
                .forEachTurn((place, untilMs, viewer, offer, stock, units) -> tally.beginTurn(
                        viewer, offer.id(), stock.item().id(), stock.kind(), stock.of(), stock.isOpen(), units));
    }

    private void begin(final Stock stock) {
        tally.begin(stock.item().id(), stock.kind(), stock.of(), stock.available());
    }

    /** Reads records that are not decided again: the reader checks each against the one before. */
    private void checkChain(final JournalReader reader, final long last) {
        while (sound < last) {
            final RecordFlyweight record = reader.next();
            if (record == null) {
                return;
            }
            note(record);
        }
    }

    private void decide(final JournalReader reader, final long last) {
        replay.catchUp(reader, last, record -> {
            tally.add(record);
            note(record);
        });
    }

    private void note(final RecordFlyweight record) {
        sound = record.sequence();
        progress.accept(sound);
    }

    /** The journal ends for its readers where a record is lost, though there be others behind it. */
    private void refuseMissing(final long forced, final long last) {
        if (sound < forced) {
            throw new JournalFaultException(sound + 1, "records up to " + forced + " were forced and are missing");
        }
        if (sound < last) {
            throw new JournalFaultException(sound + 1, "cannot be found, although " + last + " stands behind it");
        }
    }
}
