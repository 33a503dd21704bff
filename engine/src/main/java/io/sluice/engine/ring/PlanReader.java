package io.sluice.engine.ring;

import io.sluice.engine.core.PlanRequest;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import org.agrona.DirectBuffer;

/** Reads commission plans for the core. One thread; what it gives out is valid until the next. */
final class PlanReader {
    private final PutCommissionPlanDecoder putPlan = new PutCommissionPlanDecoder();
    private final PlanRequest plan = new PlanRequest();

    PlanRequest plan(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putPlan.wrapAndApplyHeader(buffer, offset, header);
        plan.set(PlanScope.ofCode(putPlan.scope()), putPlan.target(), putPlan.returnWindowMs());
        for (final PutCommissionPlanDecoder.SharesDecoder share = putPlan.shares(); share.hasNext(); ) {
            share.next();
            plan.addShare(share.payee(), share.basisPoints(), share.fixedFen(), share.capFen());
        }
        return plan;
    }
}
