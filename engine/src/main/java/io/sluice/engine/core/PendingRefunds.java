package io.sluice.engine.core;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RefundRequestState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Refunds that operators asked the payment provider for. Nothing moves when one is asked for, but that vouchers it is about
 * are held: the provider's word that it paid back does the rest, and ends what it names, whatever it paid. It also ends when
 * the provider declines it, when an operator withdraws it and when a refund for another request leaves nothing. Until then nobody may ask again for that order, lest money go
 * back twice. Only what was asked for is kept under its key: a refusal may be for now only. How each ended is kept for good.
 */
public final class PendingRefunds {
    private static final int RESERVED_KEYS = 64;
    private static final long NONE = 0;

    private final OrderTable orders;
    private final RefundUnits units;
    private final Packs packs;
    private final AnswerTable answers;
    private final Fingerprint fingerprint = Fingerprint.ofRefunds();
    /** The record that asked, by the order. */
    private final Long2LongHashMap askedAt = new Long2LongHashMap(NONE);

    private final EndedRequests ended = new EndedRequests();
    private long maxRequests = CoreLimits.DEFAULT.maxOrders();

    PendingRefunds(final OrderTable orders, final RefundUnits units, final Packs packs) {
        this.orders = orders;
        this.units = units;
        this.packs = packs;
        answers = new AnswerTable(RESERVED_KEYS, CoreLimits.DEFAULT.maxKeys(), CoreLimits.DEFAULT.keyRetentionMs());
    }

    /** Keeps keys, and what was asked for, within other limits from now on. */
    void limits(final CoreLimits limits) {
        maxRequests = limits.maxOrders();
        answers.keep(limits.maxKeys(), limits.keyRetentionMs());
    }

    /** Asks for what a request says, on an operator's word. */
    public void request(final long actor, final RefundRequest request, final Decision decision) {
        if (actor <= 0 || !request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        fingerprint.take(request);
        final Answer answer = answers.find(actor, request.reference());
        if (answer != null) {
            answerAgain(answer, decision);
        } else if (!answers.hasRoom(decision.timeMs()) || (!request.isRecordedBefore() && isFull())) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            decide(request, decision);
        }
    }

    /** Takes back what the record {@code request} asked for, on an operator's word. */
    public void withdraw(final long actor, final long number, final long request, final Decision decision) {
        if (actor <= 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else {
            endWithoutMoney(number, request, RefundRequestState.WITHDRAWN, decision);
        }
    }

    /** The provider does not pay back what the record {@code request} asked for. */
    public void decline(final long number, final long request, final Decision decision) {
        endWithoutMoney(number, request, RefundRequestState.DECLINED, decision);
    }

    /** The ladder's rungs about the request that a refund names: refuses what nobody asked for, and what was paid back before. */
    boolean refusesNamed(final Order order, final RefundRequest refund, final Decision decision) {
        final long request = refund.completed();
        if (request == NONE || askedAt.get(order.number()) == request) {
            return false;
        }
        final RefundRequestState end = ended.of(order.number(), request);
        if (end == null) {
            decision.refuse(Outcome.REFUND_REQUEST_UNKNOWN);
        } else if (end == RefundRequestState.REFUNDED) {
            decision.refuse(Outcome.REFUND_REQUEST_ENDED, end.code());
        }
        return end == null || end == RefundRequestState.REFUNDED;
    }

    /** The provider has paid back of an order: what it names was done, or without a name whatever was asked for. */
    void settle(final Order order, final RefundRequest refund) {
        final long pending = askedAt.get(order.number());
        if (refund.isRecordedBefore()) {
            // Whoever decided it then kept nothing of how requests ended, nor may a replay.
            askedAt.remove(order.number());
        } else if (refund.completed() != NONE) {
            end(order, refund.completed(), RefundRequestState.REFUNDED);
        } else if (pending != NONE) {
            end(order, pending, RefundRequestState.REFUNDED);
        }
    }

    /** A refund that ended another request may have left nothing for the one that is pending: nobody is to pay that any more. */
    void endWithNothingLeft(final Order order) {
        final long pending = askedAt.get(order.number());
        if (pending != NONE && !units.areLeft(order)) {
            end(order, pending, RefundRequestState.WITHDRAWN);
        }
    }

    private boolean isFull() {
        return ended.size() + askedAt.size() >= maxRequests;
    }

    private void endWithoutMoney(
            final long number, final long request, final RefundRequestState end, final Decision decision) {
        final Outcome done = end == RefundRequestState.DECLINED ? Outcome.REFUND_DECLINED : Outcome.REFUND_WITHDRAWN;
        final Order order = orders.find(number);
        if (order == null) {
            decision.refuse(Outcome.ORDER_UNKNOWN);
            return;
        }
        final RefundRequestState before = ended.of(number, request);
        if (request != NONE && askedAt.get(number) == request) {
            end(order, request, end);
            decision.accept(done).detail(request);
        } else if (before == null) {
            decision.refuse(Outcome.REFUND_REQUEST_UNKNOWN);
        } else if (before == end) {
            decision.accept(Outcome.REPEATED).because(done).detail(request);
        } else {
            decision.refuse(Outcome.REFUND_REQUEST_ENDED, before.code());
        }
        decision.picture().show(order);
    }

    private void end(final Order order, final long request, final RefundRequestState end) {
        if (askedAt.get(order.number()) == request) {
            askedAt.remove(order.number());
            packs.release(order);
        }
        ended.keep(order.number(), request, end);
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
        for (int i = 0; i < order.lines() && !request.isRecordedBefore(); i++) {
            packs.hold(order, i, units.of(i));
        }
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

    /** Whether anything that was asked for has come to an end. */
    boolean hasEnded() {
        return !ended.isEmpty();
    }

    void saveEnded(final StateOutput output) {
        ended.save(output);
    }

    void loadEnded(final StateInput input) {
        ended.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        answers.index();
        ended.index();
    }
}
