package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import org.agrona.UnsafeApi;

/**
 * First answers to payments by the provider's reference. Of a payment that paid its order that order says all but the time,
 * so that only its number is kept; any other, of money that has to go back, is kept whole beside the ring, in memory that
 * the next takes once it was dropped.
 */
final class PaymentAnswers extends AnswerRing {
    /** References are the provider's, of which there is one. */
    private static final long PROVIDER = 0;

    private static final int TIME_MS = 0;
    /** The number of the order that was paid; or below 0, from -1 on, where the answer lies that is kept whole. */
    private static final int WHERE = 8;

    private static final int BYTES = 16;

    /** Of so many answers that memory is set aside for, it is for one that is kept whole. */
    private static final int RESERVED_PER_WHOLE = 8;

    private static final long NONE = -1;

    private final OrderTable orders;
    /** Of its own: others look at other orders meanwhile. */
    private final Order order;

    private final Pages whole;
    /** An answer kept whole that was dropped, in whose first bytes stands the next such; {@link #NONE} for none. */
    private long dropped = NONE;

    private final Answer answer = new Answer();
    private final Answer told = Answer.inOwnMemory();

    PaymentAnswers(final OrderTable orders, final int reserved, final int capacity, final long retentionMs) {
        super(BYTES, reserved, capacity, retentionMs);
        this.orders = orders;
        order = new Order(orders);
        whole = new Pages(Answer.BYTES, Math.min(reserved, capacity) / RESERVED_PER_WHOLE);
    }

    /** What commands look for under a reference of this {@linkplain Ascii#hashOf hash}. */
    static int hashOf(final long referenceHash) {
        return hashOf(PROVIDER, referenceHash);
    }

    /** The first answer to a reference, valid until the next call of this table; null when there is none. */
    Answer find(final Ascii reference) {
        return find(PROVIDER, reference);
    }

    @Override
    long timeMs(final long element) {
        return UnsafeApi.getLong(element + TIME_MS);
    }

    @Override
    void fill(final long element, final Fingerprint fingerprint, final Decision decision) {
        UnsafeApi.putLong(element + TIME_MS, decision.timeMs());
        if (decision.outcome() == Outcome.REFUND_DUE) {
            answer.wrap(addWhole(element))
                    .who(owner(), keyHash(), secondKeyHash())
                    .decided(decision)
                    .asked(fingerprint);
        } else {
            UnsafeApi.putLong(element + WHERE, decision.order());
        }
    }

    @Override
    void take(final Answer from, final long element) {
        UnsafeApi.putLong(element + TIME_MS, from.timeMs());
        if (orders.find(from.order()) != null
                && tell(from.order(), from.timeMs()).isSameAs(from)) {
            UnsafeApi.putLong(element + WHERE, from.order());
        } else {
            answer.wrap(addWhole(element)).copyFrom(from);
        }
    }

    @Override
    void onDrop(final long element) {
        final long where = UnsafeApi.getLong(element + WHERE);
        if (where < 0) {
            UnsafeApi.putLong(whole.address(-1 - where), dropped);
            dropped = -1 - where;
        }
    }

    private long addWhole(final long element) {
        final long index = dropped == NONE ? whole.add() : dropped;
        final long address = whole.address(index);
        if (index == dropped) {
            dropped = UnsafeApi.getLong(address);
        }
        UnsafeApi.putLong(element + WHERE, -1 - index);
        return address;
    }

    @Override
    Answer answerOf(final long element) {
        final long where = UnsafeApi.getLong(element + WHERE);
        return where > 0 ? tell(where, timeMs(element)) : answer.wrap(whole.address(-1 - where));
    }

    /** The answer to the payment that paid an order. */
    private Answer tell(final long number, final long timeMs) {
        orders.show(number, order);
        return told.who(PROVIDER, order.referenceHash(), order.secondReferenceHash())
                .when(order.paidAt(), timeMs)
                .what(order.isLate() ? Outcome.PAID_LATE : Outcome.PAID, Outcome.ACCEPTED, Decision.NO_LINE, 0)
                .about(number, order.totalFen())
                .part(0, number)
                .part(1, order.totalFen())
                .part(2, 0)
                .part(3, 0)
                .part(4, 0)
                .part(5, 0);
    }
}
