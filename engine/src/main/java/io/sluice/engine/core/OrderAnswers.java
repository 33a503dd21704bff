package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/**
 * First answers to orders that were placed, by viewer and key. The order says most of it; kept are its number, the key and the
 * parts of the request that the order does not hold.
 */
final class OrderAnswers extends AnswerRing {
    private static final int ORDER = 0;
    private static final int KEY_HASH = 8;
    private static final int SECOND_KEY_HASH = 16;
    private static final int LINES_HASH = 24;
    private static final int EXPECTED_TOTAL_FEN = 32;
    private static final int COUPON_HASH = 40;
    private static final int TOUCH_HASH = 48;
    private static final int BYTES = 56;

    private final OrderTable orders;
    /** Of its own: others look at other orders meanwhile. */
    private final Order order;

    private final Ascii share = new Ascii(ProtocolLimits.MAX_SHARE_BYTES);
    private final Answer told = Answer.inOwnMemory();

    OrderAnswers(final OrderTable orders, final int reserved, final int capacity, final long retentionMs) {
        super(BYTES, reserved, capacity, retentionMs);
        this.orders = orders;
        order = new Order(orders);
    }

    @Override
    long timeMs(final long element) {
        return orderOf(element).placedAtMs();
    }

    @Override
    int hash(final long element) {
        return hashOf(orderOf(element).viewer(), UnsafeApi.getLong(element + KEY_HASH));
    }

    /** The order is looked at last: it is not where the processor is. */
    @Override
    boolean isOf(final long element, final long itsOwner, final long itsKeyHash, final long itsSecondKeyHash) {
        return UnsafeApi.getLong(element + KEY_HASH) == itsKeyHash
                && UnsafeApi.getLong(element + SECOND_KEY_HASH) == itsSecondKeyHash
                && orderOf(element).viewer() == itsOwner;
    }

    @Override
    void fill(final long element, final Fingerprint fingerprint, final Decision decision) {
        UnsafeApi.putLong(element + ORDER, decision.order());
        UnsafeApi.putLong(element + KEY_HASH, keyHash());
        UnsafeApi.putLong(element + SECOND_KEY_HASH, secondKeyHash());
        UnsafeApi.putLong(element + LINES_HASH, fingerprint.part(1));
        UnsafeApi.putLong(element + EXPECTED_TOTAL_FEN, fingerprint.part(2));
        UnsafeApi.putLong(element + COUPON_HASH, fingerprint.part(3));
        UnsafeApi.putLong(element + TOUCH_HASH, fingerprint.part(5));
    }

    @Override
    void take(final Answer from, final long element) {
        if (orders.find(from.order()) == null) {
            throw new IllegalStateException("an answer names order=" + from.order());
        }
        UnsafeApi.putLong(element + ORDER, from.order());
        UnsafeApi.putLong(element + KEY_HASH, from.keyHash());
        UnsafeApi.putLong(element + SECOND_KEY_HASH, from.secondKeyHash());
        UnsafeApi.putLong(element + LINES_HASH, from.part(1));
        UnsafeApi.putLong(element + EXPECTED_TOTAL_FEN, from.part(2));
        UnsafeApi.putLong(element + COUPON_HASH, from.part(3));
        UnsafeApi.putLong(element + TOUCH_HASH, from.part(5));
        if (!answerOf(element).isSameAs(from)) {
            throw new IllegalStateException("an answer says otherwise than its order=" + from.order());
        }
    }

    @Override
    Answer answerOf(final long element) {
        orderOf(element).copyShareTo(share);
        return told.who(
                        order.viewer(),
                        UnsafeApi.getLong(element + KEY_HASH),
                        UnsafeApi.getLong(element + SECOND_KEY_HASH))
                .when(order.sequence(), order.placedAtMs())
                .what(Outcome.RESERVED, Outcome.ACCEPTED, Decision.NO_LINE, 0)
                .about(order.number(), order.totalFen())
                .part(0, order.room())
                .part(1, UnsafeApi.getLong(element + LINES_HASH))
                .part(2, UnsafeApi.getLong(element + EXPECTED_TOTAL_FEN))
                .part(3, UnsafeApi.getLong(element + COUPON_HASH))
                .part(4, share.hash())
                .part(5, UnsafeApi.getLong(element + TOUCH_HASH));
    }

    private Order orderOf(final long element) {
        return orders.show(UnsafeApi.getLong(element + ORDER), order);
    }
}
