package io.sluice.engine.core;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.ProtocolLimits;

/** What an operator wants of attribution: filled anew for each command by its one owner, read by the core. */
public final class PolicyRequest {
    private final int[] rules = new int[AttributionRule.values().length];
    private int ruleCount;
    private BindingMode binding;
    private long bindingMs;
    private long touchWindowMs;

    /** Starts over, with no rule; {@code newBinding} is null when the command named no mode that exists. */
    public PolicyRequest set(final BindingMode newBinding, final long newBindingMs, final long newTouchWindowMs) {
        binding = newBinding;
        bindingMs = newBindingMs;
        touchWindowMs = newTouchWindowMs;
        ruleCount = 0;
        return this;
    }

    /** Adds the code of a rule; more than there are make the request invalid. */
    public PolicyRequest addRule(final int code) {
        if (ruleCount < rules.length) {
            rules[ruleCount] = code;
        }
        ruleCount++;
        return this;
    }

    BindingMode binding() {
        return binding;
    }

    long bindingMs() {
        return bindingMs;
    }

    long touchWindowMs() {
        return touchWindowMs;
    }

    int rules() {
        return ruleCount;
    }

    int rule(final int index) {
        return rules[index];
    }

    /** Whether it names at least one rule, none twice and none that policies may not name, and times that may be. */
    boolean isValid() {
        return binding != null
                && isTime(bindingMs)
                && isTime(touchWindowMs)
                && ruleCount > 0
                && ruleCount <= rules.length
                && rulesAreValid();
    }

    private boolean rulesAreValid() {
        int seen = 0;
        for (int i = 0; i < ruleCount; i++) {
            final AttributionRule rule = AttributionRule.ofCode(rules[i]);
            if (rule == null || !rule.isForPolicies() || (seen & 1 << rules[i]) != 0) {
                return false;
            }
            seen |= 1 << rules[i];
        }
        return true;
    }

    private static boolean isTime(final long ms) {
        return ms >= 0 && ms <= ProtocolLimits.MAX_POLICY_MS;
    }
}
