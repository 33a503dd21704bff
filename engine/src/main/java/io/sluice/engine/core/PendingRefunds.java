package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Refunds that operators asked the payment provider for. Nothing moves when one is asked for: the provider's word that it
 * paid back does that, and settles what was asked for, whatever it paid. Until then nobody may ask again for that order, lest
 * money go back twice. Only what was asked for is kept under its key: a refusal may be for now only.
 */
final class PendingRefunds {
    private static final int RESERVED_KEYS = 64;
    private static final long NONE = 0;

    private final OrderTable orders;
    private final RefundUnits units;
    private final AnswerTable answers;
    private final Fingerprint fingerprint = Fingerprint.ofRefunds();
    /** The record that asked, by the order. */
    private final Long2LongHashMap askedAt = new Long2LongHashMap(NONE);

    PendingRefunds(final OrderTable orders, final RefundUnits units) {
        this.orders = orders;
        this.units = units;
        answers = new AnswerTable(RESERVED_KEYS, CoreLimits.DEFAULT.maxKeys(), CoreLimits.DEFAULT.keyRetentionMs());
    }

    /** Keeps keys within other limits from now on. */
    void limits(final CoreLimits limits) {
        answers.keep(limits.maxKeys(), limits.keyRetentionMs());
    }

    void request(final long actor, final RefundRequest request, final Decision decision) {
        if (actor <= 0 || !request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        fingerprint.take(request);
        final Answer answer = answers.find(actor, request.reference());
        if (answer != null) {
            answerAgain(answer, decision);
        } else if (!answers.hasRoom(decision.timeMs())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            decide(request, decision);
        }
    }

    /** The provider has paid back of an order: what was asked for is done. */
    void settle(final long order) {
        askedAt.remove(order);
    }

    private void answerAgain(final Answer answer, final Decision decision) {
        final BodyField difference = fingerprint.differenceTo(answer);
        if (difference != BodyField.NONE) {
            decision.refuse(Outcome.KEY_REUSED, difference.code());
            return;
        }
        decision.repeat(answer).money(answer.detail()).picture().show(orders.find(answer.order()));
    }

    private void decide(final RefundRequest request, final Decision decision) {
        final Order order = orders.find(request.order());
        if (order == null) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
        } else if (order.state() != OrderState.PAID || order.totalFen() == 0) {
            decision.refuse(Outcome.ORDER_NOT_REFUNDABLE).picture().show(order);
        } else if (askedAt.get(order.number()) != NONE) {
            decision.refuse(Outcome.REFUND_PENDING, askedAt.get(order.number()))
                    .picture()
                    .show(order);
        } else if (units.refuses(order, request.lines(), decision)) {
            decision.picture().show(order);
        } else {
            ask(order, request, decision);
        }
    }

    private void ask(final Order order, final RefundRequest request, final Decision decision) {
        units.shareOut(order, request.lines());
        decision.picture().showHead(order);
        long amountFen = 0;
        for (int i = 0; i < order.lines(); i++) {
            if (units.of(i) > 0) {
                final long discountFen = units.discountFen(order, i);
                decision.picture().addLine(order.line(i), units.of(i), discountFen);
                amountFen += order.line(i).unitPriceFen() * units.of(i) - discountFen;
            }
        }
        if (amountFen == 0) {
            // Of a pack whose vouchers are all used, say.
            decision.refuse(Outcome.ORDER_NOT_REFUNDABLE).picture().show(order);
            return;
        }
        askedAt.put(order.number(), decision.sequence());
        decision.picture().showRefund(order, request.returned());
        decision.accept(Outcome.REFUND_REQUESTED).money(amountFen).detail(amountFen);
        answers.remember(fingerprint, decision);
    }

    boolean isEmpty() {
        return answers.isEmpty() && askedAt.isEmpty();
    }

    /** Saved by ascending order: a map's own order depends on its history. */
    void save(final StateOutput output) {
        answers.save(output);
        final long[] pending = new long[askedAt.size()];
        int count = 0;
        for (final Long2LongHashMap.KeyIterator keys = askedAt.keySet().iterator(); keys.hasNext(); ) {
            pending[count++] = keys.nextValue();
        }
        Arrays.sort(pending);
        output.putInt(pending.length);
        for (final long order : pending) {
            output.putLong(order);
            output.putLong(askedAt.get(order));
        }
    }

    void load(final StateInput input) {
        answers.load(input);
        for (int i = input.getInt(); i > 0; i--) {
            askedAt.put(input.getLong(), input.getLong());
        }
    }

    /** Makes findable what was loaded. */
    void index() {
        answers.index();
    }
}
