package io.sluice.engine.core;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * How orders are attributed: which rules there are and in which order they are asked, and when a touch binds. Each change is
 * a version; version 0 is before the first, when an order has what it carried and no touch binds.
 */
public final class AttributionPolicy {
    private final int[] rules = new int[AttributionRule.values().length];
    private int ruleCount;
    private int version;
    private int binding = BindingMode.NEVER.code();
    private long bindingMs;
    private long touchWindowMs;

    AttributionPolicy() {}

    /** Version, dense from 1; 0 before the first. */
    public int version() {
        return version;
    }

    /** When a touch binds a viewer to a guide. */
    public BindingMode binding() {
        return BindingMode.ofCode(binding);
    }

    /** How long a binding lasts, ms; 0 for good. */
    public long bindingMs() {
        return bindingMs;
    }

    /** How long the last touch counts, ms. */
    public long touchWindowMs() {
        return touchWindowMs;
    }

    /** Number of rules. */
    public int rules() {
        return ruleCount;
    }

    /** A rule, in the order in which they are asked. */
    public AttributionRule rule(final int index) {
        return AttributionRule.ofCode(rules[index]);
    }

    /** When a binding ends that begins now, epoch ms; Long.MAX_VALUE for never. */
    long boundUntilMs(final long nowMs) {
        return bindingMs == 0 ? Long.MAX_VALUE : nowMs + bindingMs;
    }

    void put(final PolicyRequest request, final Decision decision) {
        if (!request.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
            return;
        }
        version++;
        take(request);
        decision.accept(Outcome.ACCEPTED).detail(version);
    }

    void save(final StateOutput output) {
        output.putInt(version);
        output.putInt(binding);
        output.putLong(bindingMs);
        output.putLong(touchWindowMs);
        output.putInt(ruleCount);
        for (int i = 0; i < ruleCount; i++) {
            output.putInt(rules[i]);
        }
    }

    void load(final StateInput input) {
        version = input.getInt();
        final PolicyRequest saved =
                new PolicyRequest().set(BindingMode.ofCode(input.getInt()), input.getLong(), input.getLong());
        for (int i = Brand.count(input, rules.length); i > 0; i--) {
            saved.addRule(input.getInt());
        }
        if (version < 1 || !saved.isValid()) {
            throw new IllegalStateException("a policy that no command makes, version=" + version);
        }
        take(saved);
    }

    private void take(final PolicyRequest request) {
        binding = request.binding().code();
        bindingMs = request.bindingMs();
        touchWindowMs = request.touchWindowMs();
        ruleCount = request.rules();
        for (int i = 0; i < ruleCount; i++) {
            rules[i] = request.rule(i);
        }
    }
}
