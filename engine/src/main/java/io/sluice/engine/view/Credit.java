package io.sluice.engine.view;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;

/**
 * Whom an order is put down to, and why; an id is 0 when there is nobody. Immutable.
 *
 * @param store          the store.
 * @param guide          the shopping guide.
 * @param group          the group.
 * @param inviter        the viewer who invited the buyer.
 * @param secondInviter  the viewer who invited that one.
 * @param rule           the rule that decided.
 * @param touchSequence  the record of the touch that decided, 0 for the order's own.
 * @param policyVersion  version of the policy that decided, 0 before the first.
 */
public record Credit(
        long store,
        long guide,
        long group,
        long inviter,
        long secondInviter,
        AttributionRule rule,
        long touchSequence,
        int policyVersion) {
    /** What the decision about an order says; a record from before the first policy existed has version 0. */
    public static Credit of(final OrderDecisionDecoder decision) {
        return new Credit(
                decision.store(),
                decision.guide(),
                decision.group(),
                decision.inviter(),
                decision.secondInviter(),
                AttributionRule.ofCode(decision.rule()),
                decision.touchSequence(),
                Math.max(0, decision.policyVersion()));
    }
}
