package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums commission up from the bytes of records in the plainest way there is: every movement in a list, every question
 * answered by going through all of it. What a ledger says is held against it.
 */
final class RawCommission {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<Movement> movements = new ArrayList<>();
    private final Map<String, Long> paid = new HashMap<>();
    private final Map<Long, Map<String, Long>> payouts = new HashMap<>();

    void add(final RecordFlyweight record) {
        if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            addCommission(record);
        } else if (record.outcome() == Outcome.ACCEPTED && record.commandType() == OpenPayoutDecoder.TEMPLATE_ID) {
            final OpenPayoutDecoder open =
                    new OpenPayoutDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
            payouts.put(open.payout(), due(open.untilMs()));
        } else if (record.outcome() == Outcome.ACCEPTED
                && record.commandType() == ChangePayoutStateDecoder.TEMPLATE_ID) {
            final ChangePayoutStateDecoder change =
                    new ChangePayoutStateDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
            if (change.state() == PayoutState.PAID.code()) {
                payouts.get(change.payout()).forEach((account, fen) -> paid.merge(account, fen, Long::sum));
            }
        }
    }

    private void addCommission(final RecordFlyweight record) {
        final OrderDecisionDecoder order =
                new OrderDecisionDecoder().wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        final int at = record.decisionOffset() + MessageHeaderDecoder.ENCODED_LENGTH + order.sbeDecodedLength();
        if (at == record.decisionOffset() + record.decisionLength()) {
            return;
        }
        final CommissionDecoder moved = new CommissionDecoder().wrapAndApplyHeader(record.buffer(), at, header);
        final String store = "STORE " + moved.store();
        final String guide = "GUIDE " + moved.guide();
        final String host = "GUIDE " + moved.host();
        final String owner = "VIEWER " + moved.groupOwner();
        final String inviter = "VIEWER " + moved.inviter();
        final String second = "VIEWER " + moved.secondInviter();
        for (final CommissionDecoder.LinesDecoder line : moved.lines()) {
            final long payableAtMs = line.payableAtMs();
            movements.add(new Movement(store, line.storeFen(), payableAtMs));
            movements.add(new Movement(guide, line.guideFen(), payableAtMs));
            movements.add(new Movement(host, line.hostFen(), payableAtMs));
            movements.add(new Movement(owner, line.groupOwnerFen(), payableAtMs));
            movements.add(new Movement(inviter, line.inviterFen(), payableAtMs));
            movements.add(new Movement(second, line.secondInviterFen(), payableAtMs));
        }
    }

    private Map<String, Long> due(final long untilMs) {
        final Map<String, Long> due = new TreeMap<>();
        movements.stream()
                .filter(movement -> movement.payableAtMs() <= untilMs)
                .forEach(movement -> due.merge(movement.account(), movement.amountFen(), Long::sum));
        paid.forEach((account, fen) -> due.merge(account, -fen, Long::sum));
        due.values().removeIf(fen -> fen <= 0);
        return due;
    }

    /** What a payout pays, by account. */
    Map<String, Long> payout(final long id) {
        return payouts.get(id);
    }

    /** Everything earned and not taken back. */
    long earnedFen() {
        return movements.stream().mapToLong(Movement::amountFen).sum();
    }

    long paidFen() {
        return paid.values().stream().mapToLong(Long::longValue).sum();
    }

    Balance balance(final String account, final long atMs) {
        long frozenFen = 0;
        long totalFen = 0;
        for (final Movement movement : movements) {
            if (movement.account().equals(account)) {
                totalFen += movement.amountFen();
                frozenFen += movement.payableAtMs() > atMs ? movement.amountFen() : 0;
            }
        }
        final long paidFen = paid.getOrDefault(account, 0L);
        return new Balance(frozenFen, totalFen - frozenFen - paidFen, paidFen);
    }

    private record Movement(String account, long amountFen, long payableAtMs) {}
}
