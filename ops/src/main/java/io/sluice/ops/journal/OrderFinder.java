package io.sluice.ops.journal;

import io.sluice.engine.Replay;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Credit;
import io.sluice.engine.view.PolicyView;
import java.util.List;

/**
 * Reads a journal up to the first record about an order, and knows names and policy as they were then. Of a pruned journal
 * it begins with those of the oldest snapshot. One thread, one order.
 */
final class OrderFinder {
    private final ReadOnlyJournal journal;
    private final long order;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private BrandBoard brand = new BrandBoard();

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
                    return explain(record);
                }
                brand.apply(record);
            }
        }
        return null;
    }

    private boolean isAboutOrder(final RecordFlyweight record) {
        return record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID
                && orderDecision
                                .wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                                .order()
                        == order;
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
                deciding(credit.touchSequence()));
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
