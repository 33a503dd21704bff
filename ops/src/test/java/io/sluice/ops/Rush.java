package io.sluice.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Buyers who press at the same time, each one press after the other, until they have pressed often enough, are told to stop
 * or are cut off. A press that is refused for pressure is tried again with its key. Every third order is paid.
 */
final class Rush {
    private static final int PAY_EVERY = 3;
    private static final int PATIENCE_SECONDS = 120;
    private static final Executor LATER = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

    private final ShopClient shop;
    private final OrderLedger ledger;
    private final int presses;
    private final Consumer<ShopAnswer> onAnswer;
    private final List<CompletableFuture<Void>> buyers = new ArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean stopped;

    private Rush(
            final ShopClient shop, final OrderLedger ledger, final int presses, final Consumer<ShopAnswer> onAnswer) {
        this.shop = shop;
        this.ledger = ledger;
        this.presses = presses;
        this.onAnswer = onAnswer;
    }

    /**
     * Begins.
     *
     * @param presses   of each buyer.
     * @param onAnswer  hears every answer to an order, on any thread.
     */
    static Rush begin(
            final ShopClient shop,
            final OrderLedger ledger,
            final List<Buyer> buyers,
            final int presses,
            final Consumer<ShopAnswer> onAnswer) {
        final Rush rush = new Rush(shop, ledger, presses, onAnswer);
        for (final Buyer buyer : buyers) {
            final CompletableFuture<Void> done = new CompletableFuture<>();
            rush.buyers.add(done);
            rush.next(buyer, 0, done);
        }
        return rush;
    }

    private void next(final Buyer buyer, final int number, final CompletableFuture<Void> done) {
        if (stopped || number == presses) {
            done.complete(null);
        } else {
            final String key = "press-" + buyer.viewer() + "-" + number;
            attempt(buyer, ledger.add(new Press(buyer, key, 1 + number % 2)), number, done);
        }
    }

    private void attempt(final Buyer buyer, final Press press, final int number, final CompletableFuture<Void> done) {
        press.send()
                .thenAccept(answer -> {
                    onAnswer.accept(answer);
                    if (press.isOrder() && number % PAY_EVERY == 0) {
                        pay(buyer, press, number, done);
                    } else if (press.isAnswered() || stopped) {
                        next(buyer, number + 1, done);
                    } else {
                        LATER.execute(() -> attempt(buyer, press, number, done));
                    }
                })
                .exceptionally(cut -> end(done));
    }

    private void pay(final Buyer buyer, final Press press, final int number, final CompletableFuture<Void> done) {
        press.pay(shop).thenAccept(paid -> next(buyer, number + 1, done)).exceptionally(cut -> end(done));
    }

    private Void end(final CompletableFuture<Void> done) {
        cutOff.incrementAndGet();
        done.complete(null);
        return null;
    }

    /** Lets every buyer have the answer it waits for, and press no more. */
    void stop() {
        stopped = true;
        awaitEnd();
    }

    /** Returns when every buyer is done. */
    void awaitEnd() {
        CompletableFuture.allOf(buyers.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Buyers whose connection ended, or whose answer did not come. */
    int cutOff() {
        return cutOff.get();
    }
}
