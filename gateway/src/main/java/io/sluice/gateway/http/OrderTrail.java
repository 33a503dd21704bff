package io.sluice.gateway.http;

import io.sluice.engine.view.OrderTrails;

/** Where the journal tells of one order. Immutable. */
final class OrderTrail {
    private final long fromSequence;
    private final long[] steps;

    /** What the trails know. On their thread. */
    OrderTrail(final OrderTrails trails, final long order) {
        fromSequence = trails.fromSequence();
        steps = trails.steps(order);
    }

    /** From this record on every step is known; what lies before is to be walked through. */
    long fromSequence() {
        return fromSequence;
    }

    /** How many steps are known. */
    int size() {
        return steps.length;
    }

    /** The record that is a known step; they ascend. */
    long sequence(final int step) {
        return steps[step];
    }
}
