package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ReturnedStock;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * In the steady state the core leaves nothing for the garbage collector. An hour of core time goes by in four rounds, so
 * that keys and references are dropped as fast as they come and their tables go round.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int ROUNDS = 10_000;
    private static final int ORDERS_A_ROUND = 3;
    private static final int MAX_KEYS = 1_000;
    private static final int VIEWERS = 500;
    private static final int KEY_DIGITS = 8;

    private final Shop shop = Shop.open(LimitsBuilder.limits()
            .orders((WARM_UP_ROUNDS + ROUNDS) * ORDERS_A_ROUND)
            .reserved((WARM_UP_ROUNDS + ROUNDS) * ORDERS_A_ROUND)
            .keys(MAX_KEYS)
            .viewerOffers(VIEWERS + 1));
    private final FlashCore core = shop.core();
    private final Decision decision = new Decision();
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final Ascii reference = new Ascii(2 * KEY_DIGITS);
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[2 * KEY_DIGITS]);
    private final int[] seen = new int[Outcome.values().length];
    private long sequence = 1_000;
    private long nowMs = shop.nowMs();

    @Test
    void ordersMoneyAndTalkAllocateNothing() {
        play(0, WARM_UP_ROUNDS);
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        play(WARM_UP_ROUNDS, WARM_UP_ROUNDS + ROUNDS);
        final long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isZero();
        assertEveryRoundSaw(
                Outcome.RESERVED,
                Outcome.REPEATED,
                Outcome.KEY_REUSED,
                Outcome.SOLD_OUT,
                Outcome.PAID,
                Outcome.REFUND_DUE,
                Outcome.REFUNDED,
                Outcome.CANCELLED,
                Outcome.EXPIRED,
                Outcome.PAID_LATE,
                Outcome.FOUND,
                Outcome.ACCEPTED);
    }

    private void play(final int from, final int to) {
        for (int round = from; round < to; round++) {
            playPaid(round);
            playCancelled(round);
            playLate(round);
            playTalk(round);
        }
    }

    private void playPaid(final int round) {
        final long number = place(round, 0, 2);
        place(round, 0, 2);
        place(round, 0, 1);
        place(round, 1, (int) Shop.STOCK);
        pay(round, 0, number, 2 * Shop.PRICE_FEN);
        pay(round, 1, number, 2 * Shop.PRICE_FEN);
        giveBack(round, 0, number);
    }

    private void playCancelled(final int round) {
        core.cancelOrder(viewer(round), place(round, 2, 1), next());
        seen[decision.outcome().ordinal()]++;
    }

    private void playLate(final int round) {
        final long number = place(round, 3, 1);
        nowMs += Shop.HOLD_SECONDS * 1_000L;
        core.expireOrder(number, next());
        seen[decision.outcome().ordinal()]++;
        pay(round, 2, number, Shop.PRICE_FEN);
        core.findOrder(viewer(round), number, next());
        seen[decision.outcome().ordinal()]++;
        giveBack(round, 1, number);
    }

    private void playTalk(final int round) {
        core.muteViewer(viewer(round), 1, next());
        core.muteViewer(viewer(round), 0, next());
        core.postComment(viewer(round), Shop.ROOM, 20, next());
        core.addLikes(Shop.ROOM, 3, next());
        seen[decision.outcome().ordinal()]++;
    }

    private long place(final int round, final int kind, final int quantity) {
        order.set(viewer(round), Shop.ROOM, OrderRequest.NO_EXPECTED_TOTAL);
        order.lines().add(Shop.OFFER, quantity);
        order.key().set(key(round, kind), 0, key.capacity());
        core.placeOrder(order, next());
        seen[decision.outcome().ordinal()]++;
        return decision.order();
    }

    private void pay(final int round, final int kind, final long number, final long amountFen) {
        reference.set(key(round, kind), 0, key.capacity());
        core.payOrder(number, amountFen, reference, next());
        seen[decision.outcome().ordinal()]++;
    }

    private void giveBack(final int round, final int kind, final long number) {
        refund.set(number, ReturnedStock.RETURN).reference().set(key(round, kind), 0, key.capacity());
        core.refundOrder(refund, next());
        seen[decision.outcome().ordinal()]++;
    }

    private Decision next() {
        return decision.begin(++sequence, nowMs);
    }

    private UnsafeBuffer key(final int round, final int kind) {
        key.putNaturalPaddedIntAscii(0, KEY_DIGITS, round);
        key.putNaturalPaddedIntAscii(KEY_DIGITS, KEY_DIGITS, kind);
        return key;
    }

    private void assertEveryRoundSaw(final Outcome... outcomes) {
        for (final Outcome outcome : outcomes) {
            assertThat(seen[outcome.ordinal()]).as("%s", outcome).isGreaterThanOrEqualTo(WARM_UP_ROUNDS + ROUNDS);
        }
    }

    private static long viewer(final int round) {
        return 1L + round % VIEWERS;
    }
}
