package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while buyers order and pay, and while the next one starts, again and again on one directory. The moments
 * are made of chance: {@code -Dsluice.kills=N} for more of them, {@code -Dsluice.seed=S} for the same ones.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("sluice.kills", 25);
    private static final long SEED = Long.getLong("sluice.seed", System.nanoTime());

    private static final int BUYERS = 20;
    private static final int PRESSES = 15;
    private static final int UNITS_A_ROUND = 150;
    private static final int LAST_MOMENT = BUYERS * PRESSES - 2 * BUYERS;
    /** One round in so many kills the next start as well, once or twice. */
    private static final int KILLED_STARTS_EVERY = 3;

    private static final int SNAPSHOT_EVERY = 500;
    private static final int KEPT_EVERY = 20;
    /** So often the whole journal is read and decided again. */
    private static final int WHOLE_EVERY = 100;

    private final SplittableRandom random = new SplittableRandom(SEED);
    /** Of some rounds, asked for once more at the end; those of all would fill the memory of a long run. */
    private final List<OrderLedger> kept = new ArrayList<>();

    private OrderLedger ledger = new OrderLedger();
    private int killedStarts;
    private long longestStartMs = 1_000;

    @TempDir
    private Path folder;

    private ServeConfig config;
    private QuickStart quickStart;
    private ShopClient shop;
    private JournalBook book;

    @BeforeEach
    void configure() {
        quickStart = new QuickStart(folder);
        config = new ServeConfig(folder)
                .set("sluice.engine.snapshotEvery", SNAPSHOT_EVERY)
                .set("sluice.gateway.rate.address", 0)
                .set("sluice.gateway.rate.order", 0);
        shop = new ShopClient(config.port());
        book = new JournalBook(config.data());
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAtAnyMoment() {
        System.out.println("KillIT: " + KILLS + " kills, seed " + SEED);
        try (SluiceProcess first = start()) {
            SaleRoom.open(shop, 0);
            CleanStop.of(first, config.data());
        }
        final long beganNs = System.nanoTime();
        for (int round = 1; round <= KILLS; round++) {
            try (SluiceProcess process = start()) {
                assertNothingIsLost(round - 1);
                rushAndKill(process, round);
            }
            killStarts(round);
        }
        final long roundMs = msSince(beganNs) / KILLS;
        try (SluiceProcess last = start()) {
            assertNothingIsLost(KILLS);
            kept.forEach(older -> older.holdAgainst(shop));
            CleanStop.of(last, config.data());
            book.readAgain();
        }
        System.out.printf(
                "KillIT: %d kills under load and %d of a start, %d records, %d orders, %d ms a round, seed %d%n",
                KILLS, killedStarts, book.position(), book.orders(), roundMs, SEED);
    }

    private SluiceProcess start() {
        final long beganNs = System.nanoTime();
        final SluiceProcess process = config.flags(quickStart.flags()).start();
        process.awaitErr("serving");
        longestStartMs = Math.max(longestStartMs, msSince(beganNs));
        return process;
    }

    private void rushAndKill(final SluiceProcess process, final int round) {
        SaleRoom.of(shop).restock(UNITS_A_ROUND);
        final int moment = random.nextInt(1, LAST_MOMENT);
        final CompletableFuture<Void> isTime = new CompletableFuture<>();
        final AtomicInteger answers = new AtomicInteger();
        ledger = new OrderLedger();
        final Rush rush = Rush.begin(shop, ledger, buyers(round), PRESSES, answer -> {
            if (answers.incrementAndGet() == moment) {
                isTime.complete(null);
            }
        });
        isTime.orTimeout(60, TimeUnit.SECONDS).join();
        process.kill();
        rush.awaitEnd();
        if (round % KEPT_EVERY == 1) {
            kept.add(ledger);
        }
    }

    private List<Buyer> buyers(final int round) {
        final List<Buyer> buyers = new ArrayList<>();
        final long first = 100_000L * round;
        for (long viewer = first; viewer < first + BUYERS; viewer++) {
            buyers.add(viewer % 2 == 0 ? Buyer.overHttp(shop, viewer) : Buyer.overWebSocket(shop, viewer));
        }
        return buyers;
    }

    /** Nobody has been served by these; what they were at is recovery. */
    private void killStarts(final int round) {
        final int starts = round % KILLED_STARTS_EVERY == 0 ? random.nextInt(1, 3) : 0;
        for (int i = 0; i < starts; i++) {
            try (SluiceProcess starting = config.flags(quickStart.flags()).start()) {
                final long moment = random.nextLong(1, longestStartMs);
                CompletableFuture.runAsync(
                                starting::kill, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS))
                        .join();
                killedStarts++;
            }
        }
    }

    /** The round's own orders by every way there is to see them; of the rounds before, the journal's reader keeps watch. */
    private void assertNothingIsLost(final int round) {
        if (round == 0) {
            return;
        }
        final long answered = ledger.answered();
        final int repeated = ledger.repeatUnanswered(shop);
        ledger.holdAgainst(shop);
        book.readOn().hold(ledger);
        final long stocked = (long) UNITS_A_ROUND * round;
        assertThat(book.units()).isLessThanOrEqualTo(stocked);
        SaleRoom.of(shop).awaitAvailable(stocked - book.units());
        System.out.printf(
                "KillIT: round %d: %d answered, %d repeated, %d of %d units sold, sequence %d%n",
                round, answered, repeated, book.units(), stocked, book.position());
        if (round % WHOLE_EVERY == 0) {
            book.readAgain();
            Verdict.of(config.data());
        }
    }

    private static long msSince(final long beganNs) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
    }
}
