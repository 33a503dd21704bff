package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * SIGSTOP while buyers order, SIGCONT some seconds later: what a hypervisor, a debugger or a starved machine does to a
 * process. {@code -Dsluice.stops=N} for more often, {@code -Dsluice.stopSeconds=30} for up to so long.
 */
@Isolated
class PauseIT {
    private static final int STOPS = Integer.getInteger("sluice.stops", 3);
    private static final int STOP_SECONDS = Integer.getInteger("sluice.stopSeconds", 3);
    private static final long SEED = Long.getLong("sluice.seed", System.nanoTime());

    private static final int HOLD_SECONDS = 5;
    private static final int BUYERS = 16;
    private static final long UNITS = 10_000_000;
    private static final int FAILED = 1;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final OrderLedger ledger = new OrderLedger();
    private final AtomicLong answers = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void aProcessThatStoodStillHasLostNothingAndEndedNoHoldTooEarly() {
        System.out.println("PauseIT: " + STOPS + " stops, seed " + SEED);
        final ServeConfig config =
                new ServeConfig(folder).set("sluice.gateway.rate.address", 0).set("sluice.gateway.rate.order", 0);
        final ShopClient shop = new ShopClient(config.port());
        final JournalBook book = new JournalBook(config.data());
        try (SluiceProcess process = config.start()) {
            process.awaitErr("serving");
            SaleRoom.open(shop, UNITS, HOLD_SECONDS);
            for (int stop = 1; stop <= STOPS; stop++) {
                final Rush rush = Rush.begin(
                        shop, ledger, buyers(shop, stop), Integer.MAX_VALUE, answer -> answers.incrementAndGet());
                awaitAnswers(random.nextInt(1, 400));
                // The first one long enough for every hold to come due meanwhile.
                final long stopMs =
                        stop == 1 ? 1_000L * (HOLD_SECONDS + 1) : random.nextLong(1_000, 1_000L * STOP_SECONDS + 1);
                standStill(process, stopMs);
                awaitAnswers(200);
                rush.stop();
                System.out.printf(
                        "PauseIT: stood still for %d ms, %d answers, %d connections cut%n",
                        stopMs, answers.get(), rush.cutOff());
                assertNothingIsLost(shop, book);
            }
            CleanStop.of(process, config.data());
            book.readAgain();
            assertThat(book.expired()).isPositive();
            System.out.printf(
                    "PauseIT: %d orders, %d holds ended, sequence %d%n",
                    book.orders(), book.expired(), book.position());
        }
    }

    @Test
    void aSecondEngineIsRefusedWhileTheFirstStandsStill() {
        final ServeConfig config = new ServeConfig(folder);
        try (SluiceProcess holder = config.start()) {
            holder.awaitErr("serving");
            holder.pause();
            final String inUse = "data directory " + config.data() + " is in use by process " + holder.pid();

            final SluiceProcess serve = new ServeConfig(folder).run();
            assertThat(serve.exitCode()).as(serve.err()).isEqualTo(FAILED);
            assertThat(serve.err()).contains(inUse);
            final SluiceProcess demo = SluiceProcess.run(
                    "demo",
                    "--port",
                    Integer.toString(FreePort.next()),
                    "--management-port",
                    Integer.toString(FreePort.next()),
                    "--data",
                    config.data().toString());
            assertThat(demo.exitCode()).as(demo.err()).isEqualTo(FAILED);
            assertThat(demo.err()).contains(inUse);

            holder.resume();
            SaleRoom.open(new ShopClient(config.port()), 1);
            CleanStop.of(holder, config.data());
        }
    }

    private static void standStill(final SluiceProcess process, final long stopMs) {
        process.pause();
        CompletableFuture.runAsync(process::resume, CompletableFuture.delayedExecutor(stopMs, TimeUnit.MILLISECONDS))
                .join();
    }

    private void awaitAnswers(final int more) {
        final long enough = answers.get() + more;
        await().atMost(60, TimeUnit.SECONDS).until(() -> answers.get() >= enough);
    }

    private static List<Buyer> buyers(final ShopClient shop, final int stop) {
        final List<Buyer> buyers = new ArrayList<>();
        final long first = 100_000L * stop;
        for (long viewer = first; viewer < first + BUYERS; viewer++) {
            buyers.add(viewer % 2 == 0 ? Buyer.overHttp(shop, viewer) : Buyer.overWebSocket(shop, viewer));
        }
        return buyers;
    }

    /** A key says the same for ever, whatever has become of its order meanwhile. */
    private void assertNothingIsLost(final ShopClient shop, final JournalBook book) {
        ledger.repeatUnanswered(shop);
        book.readOn().hold(ledger);
        ledger.repeatAnswered(shop);
        assertThat(book.units()).isLessThanOrEqualTo(UNITS);
    }
}
