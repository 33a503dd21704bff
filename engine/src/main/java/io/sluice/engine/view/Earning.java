package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * What one payee earns of one line of an order. Immutable.
 *
 * @param line         index of the order's line.
 * @param payee        as what.
 * @param who          a store or guide; of group owners and inviters a viewer.
 * @param fen          how much, fen; below 0 for taken back.
 * @param planVersion  version of the plan that decided.
 * @param payableAtMs  frozen until then, epoch ms.
 */
public record Earning(int line, Payee payee, long who, long fen, int planVersion, long payableAtMs) {
    /**
     * What the commission behind a decision says, line by line and in the order of the payees; nothing when there is none.
     *
     * @param decision  about an order; stands at its end afterwards.
     * @param end       first byte behind the record, or behind the answer.
     */
    public static List<Earning> behind(final OrderDecisionDecoder decision, final int end) {
        decision.sbeRewind().sbeSkip();
        final int at = decision.limit();
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        return at < end && header.wrap(decision.buffer(), at).templateId() == CommissionDecoder.TEMPLATE_ID
                ? of(new CommissionDecoder().wrapAndApplyHeader(decision.buffer(), at, header))
                : List.of();
    }

    private static List<Earning> of(final CommissionDecoder commission) {
        final List<Earning> earnings = new ArrayList<>();
        for (final CommissionDecoder.LinesDecoder line : commission.lines()) {
            for (final Payee payee : Payee.ALL) {
                final long fen = fen(line, payee);
                if (fen != 0) {
                    final long who = who(commission, payee);
                    earnings.add(new Earning(line.line(), payee, who, fen, line.planVersion(), line.payableAtMs()));
                }
            }
        }
        return earnings;
    }

    private static long who(final CommissionDecoder commission, final Payee payee) {
        return switch (payee) {
            case STORE -> commission.store();
            case GUIDE -> commission.guide();
            case GROUP_OWNER -> commission.groupOwner();
            case INVITER -> commission.inviter();
            case SECOND_INVITER -> commission.secondInviter();
            case HOST -> commission.host();
        };
    }

    private static long fen(final CommissionDecoder.LinesDecoder line, final Payee payee) {
        return switch (payee) {
            case STORE -> line.storeFen();
            case GUIDE -> line.guideFen();
            case GROUP_OWNER -> line.groupOwnerFen();
            case INVITER -> line.inviterFen();
            case SECOND_INVITER -> line.secondInviterFen();
            case HOST -> line.hostFen();
        };
    }
}
