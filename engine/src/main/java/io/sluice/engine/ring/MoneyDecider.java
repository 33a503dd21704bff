package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.PayoutState;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.ClassifyItemDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about commission to the core. One thread. */
final class MoneyDecider {
    private final FlashCore core;
    private final PlanReader plans = new PlanReader();
    private final ClassifyItemDecoder classifyItem = new ClassifyItemDecoder();
    private final OpenPayoutDecoder openPayout = new OpenPayoutDecoder();
    private final ChangePayoutStateDecoder changePayoutState = new ChangePayoutStateDecoder();

    MoneyDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case PutCommissionPlanDecoder.TEMPLATE_ID ->
                core.putCommissionPlan(plans.plan(buffer, offset, header), decision);
            case ClassifyItemDecoder.TEMPLATE_ID -> {
                classifyItem.wrapAndApplyHeader(buffer, offset, header);
                core.classifyItem(
                        classifyItem.item(), classifyItem.category(), ItemKind.ofCode(classifyItem.kind()), decision);
            }
            case OpenPayoutDecoder.TEMPLATE_ID -> {
                openPayout.wrapAndApplyHeader(buffer, offset, header);
                core.payouts().open(openPayout.payout(), openPayout.untilMs(), decision);
            }
            case ChangePayoutStateDecoder.TEMPLATE_ID -> {
                changePayoutState.wrapAndApplyHeader(buffer, offset, header);
                core.payouts()
                        .changeState(
                                changePayoutState.payout(), PayoutState.ofCode(changePayoutState.state()), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
