package io.sluice.ops.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.ops.journal.SaleJournal;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReaderTest {
    private static final long NO_ROOM = 999;
    private static final long NO_OFFER = (1L << 53) - 1;
    private static final String BASE = "target: {offers: [{offer: 1}]}\nstages: [{lasts: 1s}]";

    private static final AtomicLong NOW_NS = new AtomicLong();

    @TempDir
    private static Path sold;

    /** A session whose two orders expire, one of three orders with the two units and eight more, and a hundred behind it. */
    @BeforeAll
    static void sellTwice() {
        try (SaleJournal sale = new SaleJournal(sold, Durability.PROCESS, NOW_NS::get)) {
            sale.sell();
            final long sent = sale.lastSequence();
            pass(40);
            await().until(() -> sale.lastSequence() == sent + 2);
            sale.restock(8);
            pass(1);
            sale.order(51, SaleJournal.ROOM, SaleJournal.OFFER);
            sale.order(51, SaleJournal.ROOM, SaleJournal.OFFER);
            sale.order(52, SaleJournal.ROOM, SaleJournal.OFFER);
            sale.order(53, SaleJournal.ROOM, NO_OFFER);
            sale.pay(3);
            sale.cancel(52, 4);
            sale.like(7);
            for (int bot = 0; bot < 10; bot++) {
                sale.order(60 + bot, NO_ROOM, SaleJournal.OFFER);
            }
            pass(60);
            sale.restock(100);
            sale.order(53, SaleJournal.ROOM, NO_OFFER);
        }
    }

    @Test
    void theLastSessionIsPlayedWithTheStockItBeganWithAndTheMixItHad() throws Exception {
        final Scenario scenario = ScenarioReader.parse(replayed());

        assertThat(scenario.target().offers()).containsExactly(new SaleOffer(SaleJournal.OFFER, 9_900, 10, 0, 2));
        assertThat(scenario.crowd().viewers()).isEqualTo(3);
        assertThat(scenario.crowd().twiceShare()).isCloseTo(1 / 3.0, within(1e-6));
        assertThat(scenario.crowd().payShare()).isEqualTo(0.5);
        assertThat(scenario.crowd().cancelShare()).isEqualTo(0.5);
        assertThat(scenario.stages().get(1).most(Flow.ORDERS)).isEqualTo(3);
        assertThat(scenario.stages().get(1).most(Flow.LIKES)).isEqualTo(3);
        assertThat(scenario.stages().get(1).most(Flow.COMMENTS)).isZero();
    }

    @Test
    void aRoomThatThereIsNotIsNotTheBusiest() throws Exception {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(sold))) {
            assertThat(SessionReader.busiestRoom(journal)).isEqualTo(SaleJournal.ROOM);
        }
    }

    private static String replayed() throws Exception {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(new JournalDirectory(sold))) {
            final SessionReader reader = new SessionReader(SaleJournal.ROOM);
            return new ReplayScenario(reader, reader.lastSession(journal), 1).of(BASE);
        }
    }

    private static void pass(final int minutes) {
        NOW_NS.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
    }
}
