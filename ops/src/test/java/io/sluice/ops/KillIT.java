package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while buyers order and pay, again and again on one directory. After how many answers it comes is made of
 * chance: {@code -Dsluice.kills=N} for more of them, {@code -Dsluice.seed=S} for the same ones.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("sluice.kills", 3);
    private static final long SEED = Long.getLong("sluice.seed", System.nanoTime());

    private static final int BUYERS = 30;
    /** No more than the rate limit gives a viewer at once. */
    private static final int PRESSES = 10;

    private static final int UNITS_A_ROUND = 150;
    private static final int LAST_MOMENT = BUYERS * PRESSES - 2 * BUYERS;
    private static final int PAY_EVERY = 3;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final OrderLedger ledger = new OrderLedger();

    @TempDir
    private Path data;

    @Test
    void whatWasAcknowledgedOutlivesAKillAtAnyMoment() {
        System.out.println("KillIT: " + KILLS + " kills, seed " + SEED);
        DemoProcess demo = DemoProcess.start(data);
        try {
            SaleRoom.open(demo.shop(), 0);
            for (int round = 1; round <= KILLS; round++) {
                SaleRoom.of(demo.shop()).restock(UNITS_A_ROUND);
                rushAndKill(demo, round);
                demo = demo.startAgain();
                assertNothingIsLost(demo, round);
            }
        } finally {
            demo.close();
        }
    }

    private void rushAndKill(final DemoProcess demo, final int round) {
        final int moment = random.nextInt(1, LAST_MOMENT);
        final CompletableFuture<Void> isTime = new CompletableFuture<>();
        final AtomicInteger answers = new AtomicInteger();
        final Runnable onAnswer = () -> {
            if (answers.incrementAndGet() == moment) {
                isTime.complete(null);
            }
        };
        final List<CompletableFuture<Void>> rushes = new ArrayList<>();
        for (final Buyer buyer : buyers(demo, round)) {
            rushes.add(rush(demo.shop(), buyer, 0, onAnswer));
        }
        isTime.orTimeout(60, TimeUnit.SECONDS).join();
        demo.process().kill();
        // Those that were cut off fail, which is what a kill does to them.
        CompletableFuture.allOf(rushes.toArray(CompletableFuture[]::new))
                .exceptionally(cutOff -> null)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        System.out.println("KillIT: round " + round + " killed after " + moment + " answers; " + ledger.answered()
                + " answered in all");
    }

    private static List<Buyer> buyers(final DemoProcess demo, final int round) {
        final List<Buyer> buyers = new ArrayList<>();
        final long first = 100_000L * round;
        for (long viewer = first; viewer < first + BUYERS; viewer++) {
            buyers.add(
                    viewer % 2 == 0 ? Buyer.overHttp(demo.shop(), viewer) : Buyer.overWebSocket(demo.shop(), viewer));
        }
        return buyers;
    }

    /** One press after the other, until the last or until the connection ends. */
    private CompletableFuture<Void> rush(
            final ShopClient shop, final Buyer buyer, final int number, final Runnable onAnswer) {
        if (number == PRESSES) {
            return CompletableFuture.completedFuture(null);
        }
        final Press press = ledger.add(new Press(buyer, "press-" + buyer.viewer() + "-" + number, 1 + number % 2));
        return press.send()
                .thenCompose(answer -> {
                    onAnswer.run();
                    return press.isOrder() && number % PAY_EVERY == 0
                            ? press.pay(shop)
                            : CompletableFuture.completedFuture(answer);
                })
                .thenCompose(answer -> rush(shop, buyer, number + 1, onAnswer));
    }

    private void assertNothingIsLost(final DemoProcess demo, final int round) {
        final int repeated = ledger.repeatUnanswered(demo.shop());
        final long units = ledger.holdAgainst(demo.shop());
        final long stocked = (long) UNITS_A_ROUND * round;
        System.out.println(
                "KillIT: round " + round + ": " + repeated + " repeated, " + units + " of " + stocked + " units sold");
        assertThat(units).isLessThanOrEqualTo(stocked);
        SaleRoom.of(demo.shop()).awaitAvailable(stocked - units);
        Verdict.of(demo.data());
    }
}
