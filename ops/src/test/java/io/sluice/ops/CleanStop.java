package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.JournalAudit;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.Snapshot;
import io.sluice.engine.journal.SnapshotStore;
import java.nio.file.Path;

/** What an engine that was asked to stop leaves: the hash of its own state, in its last snapshot, beside the journal. */
final class CleanStop {
    private CleanStop() {}

    /**
     * Stops it, and fails unless the journal is without fault, nothing is oversold, and replaying the journal from its
     * first record gives the state that the engine had.
     */
    static JournalAudit of(final SluiceProcess process, final Path data) {
        process.terminate();
        assertThat(process.exitCode()).as(process.err()).isZero();
        final JournalDirectory directory = new JournalDirectory(data);
        final JournalAudit audit = JournalAudit.of(directory);
        assertThat(audit.fault()).isNull();
        assertThat(audit.tally().oversoldUnits()).isZero();
        final Snapshot last =
                new SnapshotStore(directory).newest(Long.MAX_VALUE).orElseThrow();
        assertThat(last.sequence()).isEqualTo(audit.lastSequence());
        assertThat(last.stateHash()).isEqualTo(audit.stateHash());
        return audit;
    }
}
