package io.sluice.engine.view;

import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;

/** Reads what a record moves into a {@link Ledger}. On the ledger's thread. */
final class LedgerRecords implements RecordVisitor {
    private final Ledger ledger;
    private final LedgerPayouts payouts;
    /** Of the decision that was told of just now, which the commission follows. */
    private long order;

    private long room;

    LedgerRecords(final Ledger ledger, final LedgerPayouts payouts) {
        this.ledger = ledger;
        this.payouts = payouts;
    }

    @Override
    public void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
        note(decision);
    }

    @Override
    public void onRefundOrder(
            final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
        note(decision);
    }

    private void note(final OrderDecisionDecoder decision) {
        order = decision.order();
        room = decision.room();
    }

    @Override
    public void onCommission(final RecordFlyweight record, final CommissionDecoder commission) {
        final long store = commission.store();
        final long guide = commission.guide();
        final long groupOwner = commission.groupOwner();
        final long inviter = commission.inviter();
        final long secondInviter = commission.secondInviter();
        final long host = commission.host();
        final CommissionDecoder.LinesDecoder lines = commission.lines();
        if (!ledger.hasRoom(lines.count() * Payee.ALL.size())) {
            return;
        }
        while (lines.hasNext()) {
            lines.next();
            post(record, Payee.STORE, store, lines, lines.storeFen());
            post(record, Payee.GUIDE, guide, lines, lines.guideFen());
            post(record, Payee.GROUP_OWNER, groupOwner, lines, lines.groupOwnerFen());
            post(record, Payee.INVITER, inviter, lines, lines.inviterFen());
            post(record, Payee.SECOND_INVITER, secondInviter, lines, lines.secondInviterFen());
            post(record, Payee.HOST, host, lines, lines.hostFen());
        }
    }

    private void post(
            final RecordFlyweight record,
            final Payee payee,
            final long who,
            final CommissionDecoder.LinesDecoder line,
            final long amountFen) {
        if (amountFen != 0) {
            ledger.post(ledger.open(AccountKind.of(payee), who), record, amountFen, line.payableAtMs())
                    .commission(payee, order, room, line.line(), line.planVersion());
        }
    }

    @Override
    public void onOpenPayout(
            final RecordFlyweight record, final OpenPayoutDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            payouts.open(record, command.payout(), command.untilMs());
        }
    }

    @Override
    public void onChangePayoutState(
            final RecordFlyweight record, final ChangePayoutStateDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            payouts.changeState(record, command.payout(), PayoutState.ofCode(command.state()));
        }
    }
}
