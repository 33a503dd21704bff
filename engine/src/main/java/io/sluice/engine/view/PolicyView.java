package io.sluice.engine.view;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import java.util.List;

/**
 * How orders are attributed. Immutable.
 *
 * @param version        dense from 1; 0 before the first policy, when an order has what it carried.
 * @param rules          in the order in which they are asked.
 * @param binding        when a touch binds.
 * @param bindingMs      how long a binding lasts, ms; 0 for good.
 * @param touchWindowMs  how long the last touch counts, ms.
 */
public record PolicyView(
        int version, List<AttributionRule> rules, BindingMode binding, long bindingMs, long touchWindowMs) {
    /** Before the first policy. */
    public static final PolicyView NONE = new PolicyView(0, List.of(), BindingMode.NEVER, 0, 0);

    /** A policy. */
    public PolicyView {
        rules = List.copyOf(rules);
    }
}
