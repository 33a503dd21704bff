package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.codec.ChangePayoutStateEncoder;
import io.sluice.engine.protocol.codec.ClassifyItemEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenPayoutEncoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of commission; an enum's value that is none gets a code that none has. */
final class MoneyCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private MoneyCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.PutCommissionPlan plan) {
            return encode(plan, buffer);
        }
        if (command instanceof Command.ClassifyItem item) {
            final ClassifyItemEncoder encoder = new ClassifyItemEncoder().wrapAndApplyHeader(buffer, 0, header);
            final short code = item.kind() == null ? NO_CODE : item.kind().code();
            encoder.actor(1).item(item.item()).category(item.category()).kind(code);
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.OpenPayout payout) {
            final OpenPayoutEncoder encoder = new OpenPayoutEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).payout(payout.payout()).untilMs(payout.untilMs());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.ChangePayoutState change) {
            final ChangePayoutStateEncoder encoder =
                    new ChangePayoutStateEncoder().wrapAndApplyHeader(buffer, 0, header);
            final short code = change.next() == null ? NO_CODE : change.next().code();
            return HEADER + encoder.actor(1).payout(change.payout()).state(code).encodedLength();
        }
        return 0;
    }

    private static int encode(final Command.PutCommissionPlan plan, final MutableDirectBuffer buffer) {
        final PutCommissionPlanEncoder encoder =
                new PutCommissionPlanEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.actor(1)
                .scope(plan.scope() == null ? NO_CODE : plan.scope().code())
                .target(plan.target())
                .returnWindowMs(plan.returnWindowMs());
        final PutCommissionPlanEncoder.SharesEncoder shares =
                encoder.sharesCount(plan.shares().size());
        plan.shares().forEach(share -> shares.next()
                .payee((short) share.payee())
                .basisPoints(share.basisPoints())
                .fixedFen(share.fixedFen())
                .capFen(share.capFen()));
        return HEADER + encoder.encodedLength();
    }
}
