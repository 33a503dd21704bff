package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.CAMPAIGN;
import static io.sluice.engine.core.CampaignBuilder.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * In the steady state coupons leave nothing for the garbage collector: claims, claims that are refused, orders with a coupon
 * to their ends, and time that was watched. Memory for as many as there are rounds is set aside. Batches are measured, and among
 * them there has to be one without: the compiler leaves a little of its own when it takes over a loop.
 */
class CouponAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int BATCHES = 5;
    private static final int BATCH_ROUNDS = 2_000;
    private static final int ALL_ROUNDS = WARM_UP_ROUNDS + BATCHES * BATCH_ROUNDS;
    private static final int VIEWERS = 1_000;
    private static final int KEY_DIGITS = 8;
    private static final int RADIUS_METRES = 3_000;
    private static final long COUPONS = 2L * ALL_ROUNDS + 1;

    private final CouponShop coupons = CouponShop.open(
            LimitsBuilder.limits().orders((int) COUPONS).reserved((int) COUPONS).keys(1_000));
    private final FlashCore core = coupons.core();
    private final Decision decision = new Decision();
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final CountRequest watched = new CountRequest();
    private final CouponPage page = new CouponPage().atMost(ProtocolLimits.MAX_COUPON_PAGE);
    private final Ascii reference = new Ascii(2 * KEY_DIGITS);
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[2 * KEY_DIGITS]);
    private final UnsafeBuffer number = new UnsafeBuffer(new byte[ProtocolLimits.MAX_COUPON_BYTES]);
    private long sequence = 1_000;
    private long nowMs = coupons.shop().nowMs();

    @Test
    void claimsAndOrdersWithACouponAllocateNothing() {
        coupons.giving(campaign()
                .taking(1_000, 700)
                .near(BrandShop.STORE, RADIUS_METRES)
                .within(Long.MAX_VALUE)
                .many(ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN)
                .each(ProtocolLimits.MAX_COUPONS_PER_VIEWER)
                .comingBack());
        play(0, WARM_UP_ROUNDS);
        long least = Long.MAX_VALUE;
        for (int first = WARM_UP_ROUNDS; first < ALL_ROUNDS; first += BATCH_ROUNDS) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            play(first, first + BATCH_ROUNDS);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
        assertThat(coupons.campaign().claimed()).isEqualTo(2 * ALL_ROUNDS);
    }

    private void play(final int from, final int to) {
        for (int round = from; round < to; round++) {
            nowMs += Shop.HOLD_SECONDS * 1_000L;
            playClaims(round);
            playWatched(round);
        }
    }

    private void playClaims(final int round) {
        claim(round, 1, Outcome.ACCEPTED);
        final long kept = decision.detail();
        claim(round, 1, Outcome.REPEATED);
        claim(round, 2, Outcome.ACCEPTED);
        final long returned = decision.detail();
        claim(round, 0, Outcome.TOO_FAR);
        playPaid(round, returned);
        core.cancelOrder(viewer(round), place(round, 4, kept, Outcome.RESERVED), 0, next());
        saw(Outcome.CANCELLED);
        place(round, 5, Long.MAX_VALUE, Outcome.COUPON_UNKNOWN);
        core.coupons().show(viewer(round), 0, page);
    }

    private void playWatched(final int round) {
        core.coupons().noteWatched(Shop.ROOM, watched.clear().add(viewer(round), 5), next());
        saw(Outcome.ACCEPTED);
    }

    private void playPaid(final int round, final long coupon) {
        final long paid = place(round, 3, coupon, Outcome.RESERVED);
        core.payOrder(paid, decision.picture().totalFen(), key(round, 6), next());
        saw(Outcome.PAID);
        refund.set(paid, ReturnedStock.RETURN).reference().set(keyBytes(round, 7), 0, key.capacity());
        core.refundOrder(refund, next());
        saw(Outcome.REFUNDED);
    }

    private void claim(final int round, final int kind, final Outcome expected) {
        final int latitudeE6 = kind == 0 ? ProtocolLimits.NO_POSITION : CouponShop.LATITUDE_E6;
        final int longitudeE6 = kind == 0 ? ProtocolLimits.NO_POSITION : CouponShop.LONGITUDE_E6;
        core.coupons().claim(viewer(round), CAMPAIGN, latitudeE6, longitudeE6, key(round, kind), next());
        saw(expected);
    }

    private long place(final int round, final int kind, final long coupon, final Outcome expected) {
        order.set(viewer(round), Shop.ROOM, OrderRequest.NO_EXPECTED_TOTAL);
        order.lines().add(Shop.OFFER, 1);
        order.key().set(keyBytes(round, kind), 0, key.capacity());
        order.coupon().set(number, 0, number.putNaturalLongAscii(0, coupon));
        core.placeOrder(order, next());
        saw(expected);
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

    private Ascii key(final int round, final int kind) {
        reference.set(keyBytes(round, kind), 0, key.capacity());
        return reference;
    }

    private UnsafeBuffer keyBytes(final int round, final int kind) {
        key.putNaturalPaddedIntAscii(0, KEY_DIGITS, round);
        key.putNaturalPaddedIntAscii(KEY_DIGITS, KEY_DIGITS, kind);
        return key;
    }

    private static long viewer(final int round) {
        return 1L + round % VIEWERS;
    }
}
