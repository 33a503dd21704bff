package io.sluice.engine.core;

import io.sluice.engine.protocol.AttributionRule;

/** Who an order is put down to, and why; each id is 0 when there is nobody. Reused by its owner. */
public final class Attribution {
    private long store;
    private long guide;
    private long group;
    private long inviter;
    private long secondInviter;
    /** A code, as in {@link Decision}. */
    private int rule;

    private long touchSequence;
    private int policyVersion;

    void clear() {
        who(0, 0, 0);
        invitedBy(0, 0);
        why(AttributionRule.NONE, 0, 0);
    }

    void who(final long newStore, final long newGuide, final long newGroup) {
        store = newStore;
        guide = newGuide;
        group = newGroup;
    }

    void invitedBy(final long newInviter, final long newSecondInviter) {
        inviter = newInviter;
        secondInviter = newSecondInviter;
    }

    void why(final AttributionRule newRule, final long newTouchSequence, final int newPolicyVersion) {
        rule = newRule.code();
        touchSequence = newTouchSequence;
        policyVersion = newPolicyVersion;
    }

    /** The store. */
    public long store() {
        return store;
    }

    /** The shopping guide. */
    public long guide() {
        return guide;
    }

    /** The group. */
    public long group() {
        return group;
    }

    /** The viewer who invited the buyer. */
    public long inviter() {
        return inviter;
    }

    /** The viewer who invited that one. */
    public long secondInviter() {
        return secondInviter;
    }

    /** The rule that decided. */
    public AttributionRule rule() {
        return AttributionRule.ofCode(rule);
    }

    /** Record of the touch that decided, 0 for the order's own. */
    public long touchSequence() {
        return touchSequence;
    }

    /** Version of the policy that decided, 0 before the first. */
    public int policyVersion() {
        return policyVersion;
    }
}
