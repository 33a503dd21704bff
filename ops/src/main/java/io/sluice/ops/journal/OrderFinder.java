package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Credit;
import io.sluice.engine.view.Earning;
import io.sluice.engine.view.EarningSentence;
import io.sluice.engine.view.PolicyView;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a journal up to the first record about an order, and knows names and policy as they were then; from there on it
 * reads what was earned of the order. Of a pruned journal it begins with those of the oldest snapshot. One thread, one order.
 */
final class OrderFinder {
    private final ReadOnlyJournal journal;
    private final long order;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final List<OrderEarnings.Move> moves = new ArrayList<>();
    private BrandBoard brand = new BrandBoard();
    private OrderExplanation found;
    private boolean isPaid;
    private boolean paymentIsHere;

    OrderFinder(final ReadOnlyJournal journal, final long order) {
        this.journal = journal;
        this.order = order;
    }

    /** What the journal says of the order; null when it says nothing. */
    OrderExplanation find(final ProgressBar bar) {
        final long last = journal.lastSequence();
        final long first = Math.max(1, journal.firstSequence());
        if (first > 1) {
            brand = Replay.fromOldest(CoreReserves.NONE, journal).brandBoard();
        }
        try (EventReader reader = new EventReader(journal, first)) {
            for (RecordFlyweight record = reader.nextRecord(last); record != null; record = reader.nextRecord(last)) {
                bar.at(reader.sequence());
                if (isAboutOrder(record)) {
                    take(record);
                } else if (found == null) {
                    brand.apply(record);
                }
            }
        }
        return found == null ? null : found.with(new OrderEarnings(moves, earningSentence()));
    }

    private boolean isAboutOrder(final RecordFlyweight record) {
        return record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID
                && orderDecision
                                .wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                                .order()
                        == order;
    }

    /** The first record says who the order counts for; it, or one behind it, what was earned. */
    private void take(final RecordFlyweight record) {
        final OrderState state = OrderState.ofCode(orderDecision.state());
        // A repeated answer shows the order as it was placed.
        isPaid |= state == OrderState.PAID || state == OrderState.REFUNDED;
        paymentIsHere |= record.outcome() == Outcome.PAID || record.outcome() == Outcome.PAID_LATE;
        if (found == null) {
            found = explain(record);
        }
        for (final Earning earning : Earning.behind(orderDecision, record.decisionOffset() + record.decisionLength())) {
            moves.add(OrderEarnings.Move.of(record.sequence(), earning, brand));
        }
    }

    private EarningSentence earningSentence() {
        if (!isPaid) {
            return EarningSentence.NOT_PAID;
        }
        return paymentIsHere
                ? EarningSentence.of(
                        moves.stream().map(OrderEarnings.Move::earning).toList(), brand)
                : EarningSentence.PRUNED;
    }

    private OrderExplanation explain(final RecordFlyweight record) {
        final Credit credit = Credit.of(orderDecision);
        final PolicyView policy = brand.policy();
        return new OrderExplanation(
                order,
                record.sequence(),
                orderDecision.placedAtMs(),
                orderDecision.viewer(),
                orderDecision.room(),
                share(),
                credit,
                brand,
                credit.policyVersion() == policy.version() ? policy.rules() : List.of(),
                deciding(credit.touchSequence()),
                null);
    }

    /** The code the order carried; it stands behind the groups. */
    private String share() {
        orderDecision.lines().forEach(line -> {});
        orderDecision.stock().forEach(stock -> {});
        return orderDecision.share();
    }

    /** Null when it is the order's own record, or one that was pruned. */
    private DecidingRecord deciding(final long sequence) {
        if (sequence < Math.max(1, journal.firstSequence())) {
            return null;
        }
        try (EventReader reader = new EventReader(journal, sequence)) {
            return DecidingRecord.of(reader.nextRecord(sequence));
        }
    }
}
