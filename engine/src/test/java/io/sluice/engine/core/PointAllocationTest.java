package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * In the steady state points leave nothing for the garbage collector: comments, payments, refunds, gifts, claims that cost
 * some, and looks at them. Memory for as many as there are rounds is set aside. Batches are measured, and among them there has
 * to be one without: the compiler leaves a little of its own when it takes over a loop.
 */
class PointAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int BATCHES = 5;
    private static final int BATCH_ROUNDS = 2_000;
    private static final int ALL_ROUNDS = WARM_UP_ROUNDS + BATCHES * BATCH_ROUNDS;
    private static final int MOVES_A_ROUND = 5;
    private static final int VIEWERS = 500;
    private static final int KEY_DIGITS = 8;
    private static final long HOUR_MS = 3_600_000;
    private static final FoldedText COMMENT = new FoldedText(1).set(new UnsafeBuffer(new byte[] {'x'}), 0, 1);
    private static final int MOST = MOVES_A_ROUND * ALL_ROUNDS;

    private final PointShop shop =
            PointShop.open(LimitsBuilder.limits().orders(MOST).reserved(MOST).keys(MOST));
    private final FlashCore core = shop.core();
    private final Decision decision = new Decision();
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final PointPage page = new PointPage().atMost(ProtocolLimits.MAX_POINT_PAGE);
    private final Ascii reference = new Ascii(KEY_DIGITS);
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[KEY_DIGITS]);
    private long sequence = 1_000;
    private long nowMs = shop.shop().nowMs();
    private long moves;

    @Test
    void earningSpendingAndTakingBackAllocateNothing() {
        shop.bringing(PointReason.COMMENT, 2, 10_000, HOUR_MS)
                .bringing(PointReason.PURCHASE, 10, 0, 20 * HOUR_MS)
                .bringing(PointReason.GIFT, 3);
        shop.coupons()
                .giving(campaign()
                        .costing(1)
                        .within(Long.MAX_VALUE)
                        .many(ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN)
                        .each(ProtocolLimits.MAX_COUPONS_PER_VIEWER));
        play(0, WARM_UP_ROUNDS);
        long least = Long.MAX_VALUE;
        for (int first = WARM_UP_ROUNDS; first < ALL_ROUNDS; first += BATCH_ROUNDS) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            play(first, first + BATCH_ROUNDS);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
        assertThat(moves).isEqualTo(MOST);
    }

    private void play(final int from, final int to) {
        for (int round = from; round < to; round++) {
            nowMs += HOUR_MS;
            core.talk().comment(viewer(round), Shop.ROOM, COMMENT, CommentMemory.OF_ROOM, next());
            saw(Outcome.ACCEPTED);
            final long bought = buy(round);
            core.points().award(viewer(round), PointReason.GIFT, key(round), next());
            saw(Outcome.ACCEPTED);
            core.points().award(viewer(round), PointReason.GIFT, key(round), next());
            saw(Outcome.REPEATED);
            core.coupons()
                    .claim(
                            viewer(round),
                            CAMPAIGN,
                            ProtocolLimits.NO_POSITION,
                            ProtocolLimits.NO_POSITION,
                            key(round),
                            next());
            saw(Outcome.ACCEPTED);
            refund.set(bought, ReturnedStock.RETURN).reference().set(keyBytes(round), 0, key.capacity());
            core.refundOrder(refund, next());
            saw(Outcome.REFUNDED);
            core.points().show(viewer(round), 0, nowMs, page);
        }
    }

    private long buy(final int round) {
        order.set(viewer(round), Shop.ROOM, OrderRequest.NO_EXPECTED_TOTAL);
        order.lines().add(Shop.OFFER, 2);
        order.key().set(keyBytes(round), 0, key.capacity());
        core.placeOrder(order, next());
        saw(Outcome.RESERVED);
        final long number = decision.order();
        core.payOrder(number, 2 * Shop.PRICE_FEN, key(round), next());
        saw(Outcome.PAID);
        return number;
    }

    private void saw(final Outcome expected) {
        if (decision.outcome() != expected) {
            throw new AssertionError(decision.outcome() + " in place of " + expected);
        }
        moves += decision.points().size();
    }

    private Decision next() {
        return decision.begin(++sequence, nowMs);
    }

    private Ascii key(final int round) {
        reference.set(keyBytes(round), 0, key.capacity());
        return reference;
    }

    private UnsafeBuffer keyBytes(final int round) {
        key.putNaturalPaddedIntAscii(0, KEY_DIGITS, round);
        return key;
    }

    private static long viewer(final int round) {
        return 1L + round % VIEWERS;
    }
}
