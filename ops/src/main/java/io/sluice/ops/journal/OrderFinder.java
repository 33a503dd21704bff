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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a journal up to the first record about an order, and knows names, policy and turns as they were then; from there on
 * it reads what was earned of the order. Of a pruned journal it begins with those of the oldest snapshot. One thread, one order.
 */
final class OrderFinder {
    private final ReadOnlyJournal journal;
    private final long order;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final List<OrderEarnings.Move> moves = new ArrayList<>();
    private final OpenTurns turns = new OpenTurns();
    private BrandBoard brand = new BrandBoard();
    private OrderUnits units = OrderUnits.SHARED;
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
                    turns.apply(record);
                }
            }
        }
        return found == null ? null : found.with(new OrderEarnings(moves, earningSentence()), units);
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
            units = unitsOf(record);
        } else if (record.outcome() == Outcome.PAID_LATE) {
            units = units.with(record.sequence(), taken());
        }
        for (final Earning earning : Earning.behind(orderDecision, record.decisionOffset() + record.decisionLength())) {
            moves.add(OrderEarnings.Move.of(record.sequence(), earning, brand));
        }
    }

    /** What the order took, and the turns it used up when this is the record that placed it. */
    private OrderUnits unitsOf(final RecordFlyweight record) {
        final long viewer = orderDecision.viewer();
        final List<OpenTurns.Part> taken = taken();
        final Set<OpenTurns.Turn> used = new LinkedHashSet<>();
        if (record.outcome() == Outcome.RESERVED) {
            orderDecision.sbeRewind();
            for (final OrderDecisionDecoder.LinesDecoder line : orderDecision.lines()) {
                final long offer = line.offer();
                taken.stream()
                        .map(part -> turns.usedBy(viewer, offer, part))
                        .filter(Objects::nonNull)
                        .forEach(used::add);
            }
        }
        return new OrderUnits(List.of(), List.copyOf(used)).with(record.sequence(), taken);
    }

    /** The stocks whose units the record moved. */
    private List<OpenTurns.Part> taken() {
        final List<OpenTurns.Part> taken = new ArrayList<>();
        orderDecision.sbeRewind();
        orderDecision.lines().forEach(line -> {});
        for (final OrderDecisionDecoder.StockDecoder stock : orderDecision.stock()) {
            taken.add(OpenTurns.Part.of(stock.item(), stock.stockKind(), stock.stockOf()));
        }
        return taken;
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
                null,
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
