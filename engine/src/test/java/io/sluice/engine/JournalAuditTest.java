package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.journal.SegmentEditor;
import org.agrona.IoUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an audit finds in a journal that is damaged; more than half a megabyte of it, so that places in it are searched. */
class JournalAuditTest extends FlashEngineFixture {
    private static final int ORDERS = 2_500;
    private static final long LOST = 500;

    private JournalDirectory directory;
    private SegmentEditor editor;
    private long last;

    @BeforeEach
    void sell() {
        openTheRoomWith(ORDERS);
        for (int order = 1; order <= ORDERS; order++) {
            offerUntilTaken(Commands.placeOrder(order, "key " + order, 1));
        }
        engine.close();
        last = engine.durableSequence();
        directory = engineContext().directory();
        editor = new SegmentEditor(directory);
    }

    @Test
    void aLostRecordIsMissedThoughTheMarkVouchesForNothing() {
        final SegmentEditor.Place place = editor.placeOf(LOST);
        editor.forcedOnlyTo(0);
        editor.blank(LOST);

        final JournalAudit audit = JournalAudit.of(directory);

        assertThat(audit.lastSequence()).isEqualTo(LOST - 1);
        assertThat(audit.fault()).isNotNull();
        assertThat(audit.fault().reason()).isEqualTo("cannot be found, although " + last + " stands behind it");
        assertIsPlaced(audit.fault(), place);
    }

    @Test
    void aLostRecordIsMissedThatTheMarkVouchesFor() {
        final SegmentEditor.Place place = editor.placeOf(LOST);
        editor.blank(LOST);

        final JournalAudit audit = JournalAudit.of(directory);

        assertThat(audit.lastSequence()).isEqualTo(LOST - 1);
        assertThat(audit.fault()).isNotNull();
        assertThat(audit.fault().reason()).isEqualTo("records up to " + last + " were forced and are missing");
        assertIsPlaced(audit.fault(), place);
    }

    private void assertIsPlaced(final JournalFaultException fault, final SegmentEditor.Place place) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final JournalFaultException located = journal.located(fault);
            assertThat(located.sequence()).isEqualTo(LOST);
            assertThat(directory.journal().resolve(located.file())).isEqualTo(place.file());
            assertThat(located.position()).isEqualTo(place.documentPosition());
        }
    }

    /** What stands behind the place where a start has cut the journal is no part of it any more. */
    @Test
    void whatAStartHasCutIsNotMissed() {
        IoUtil.delete(directory.snapshots().toFile(), false);
        editor.forcedOnlyTo(0);
        editor.blank(LOST);
        launch(engineContext().snapshotEvery(0));
        engine.close();

        final JournalAudit audit = JournalAudit.of(directory);

        assertThat(audit.fault()).isNull();
        assertThat(audit.lastSequence()).isEqualTo(LOST - 1);
    }
}
