package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.StockKind;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * In the steady state waiting lines leave nothing for the garbage collector: viewers join, are called, order, let their turn
 * go by and leave, and look where they are. Batches are measured, and among them there has to be one without: the compiler
 * leaves a little of its own when it takes over a loop.
 */
class LineAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int BATCHES = 5;
    private static final int BATCH_ROUNDS = 2_000;
    private static final int ALL_ROUNDS = WARM_UP_ROUNDS + BATCHES * BATCH_ROUNDS;
    private static final int MOST = 2 * ALL_ROUNDS;
    private static final int MAX_KEYS = 2_000;
    private static final int VIEWERS = 500;
    private static final int KEY_DIGITS = 8;
    private static final int TURN_SECONDS = 60;
    private static final long ROUND_MS = 1_000 * TURN_SECONDS;

    private final Shop shop = Shop.open(
            LimitsBuilder.limits().orders(MOST).reserved(MOST).keys(MAX_KEYS).viewerOffers(VIEWERS + 3));
    private final FlashCore core = shop.core();
    private final WaitingLines lines = core.waitingLines();
    private final Decision decision = new Decision();
    private final OrderRequest order = new OrderRequest();
    private final PlacePage page = PlacePage.ofAnswer();
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[KEY_DIGITS]);
    private long sequence = 1_000;
    private long nowMs = shop.nowMs();
    private int keys;

    @Test
    void waitingTurnsAndOrdersAllocateNothing() {
        shop.putOffer(OfferBuilder.offer(Shop.OFFER).turning(TURN_SECONDS));
        core.catalogue().allotments().move(Shop.ITEM, StockKind.SHARED, 0, StockKind.ROOM, Shop.ROOM, 2, next());
        saw(Outcome.ACCEPTED);
        play(0, WARM_UP_ROUNDS);
        long least = Long.MAX_VALUE;
        for (int first = WARM_UP_ROUNDS; first < ALL_ROUNDS; first += BATCH_ROUNDS) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            play(first, first + BATCH_ROUNDS);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
        assertThat(core.catalogue().offer(Shop.OFFER).waiting()).isZero();
    }

    /** Of four who wait while two units are held, one orders in the turn, one lets it go by and two leave. */
    private void play(final int from, final int to) {
        for (int round = from; round < to; round++) {
            nowMs += ROUND_MS;
            final long held = place(viewer(round), 2);
            for (int i = 1; i <= 4; i++) {
                lines.join(viewer(round + i), Shop.ROOM, Shop.OFFER, 1, next());
                saw(Outcome.ACCEPTED);
            }
            core.cancelOrder(viewer(round), held, 0, next());
            saw(Outcome.CANCELLED);
            call();
            call();
            final long ordered = place(viewer(round + 1), 1);
            nowMs += ROUND_MS;
            lines.endTurn(viewer(round + 2), Shop.OFFER, next());
            saw(Outcome.ACCEPTED);
            call();
            lines.show(viewer(round + 4), page);
            lines.leave(viewer(round + 3), Shop.OFFER, next());
            saw(Outcome.ACCEPTED);
            lines.leave(viewer(round + 4), Shop.OFFER, next());
            saw(Outcome.ACCEPTED);
            core.cancelOrder(viewer(round + 1), ordered, 0, next());
            saw(Outcome.CANCELLED);
        }
    }

    private void call() {
        lines.callNext(lines.nextToCall(nowMs), next());
        saw(Outcome.ACCEPTED);
    }

    private long place(final long viewer, final int units) {
        order.set(viewer, Shop.ROOM, OrderRequest.NO_EXPECTED_TOTAL);
        order.lines().add(Shop.OFFER, units);
        key.putNaturalPaddedIntAscii(0, KEY_DIGITS, ++keys);
        order.key().set(key, 0, key.capacity());
        core.placeOrder(order, next());
        saw(Outcome.RESERVED);
        return decision.order();
    }

    private void saw(final Outcome expected) {
        if (decision.outcome() != expected) {
            throw new AssertionError(decision.outcome() + " in place of " + expected);
        }
    }

    private Decision next() {
        return decision.begin(++sequence, nowMs);
    }

    private static long viewer(final int number) {
        return 1L + number % VIEWERS;
    }
}
