package io.sluice.ops.doctor;

import io.sluice.engine.ring.WaitMode;

/** Whether core, sealer and event loops have processors. */
final class ProcessorsCheck implements Check {
    private static final int LEAST = 2;
    /** Core and sealer never give one back when they spin, and the event loops need some. */
    private static final int LEAST_SPINNING = 4;

    @Override
    public String name() {
        return "processors";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final int processors = host.processors();
        final String found = Integer.toString(processors);
        if (plan.engine().waitMode() == WaitMode.SPIN && processors < LEAST_SPINNING) {
            return Finding.fail(
                    found,
                    LEAST_SPINNING + " for sluice.engine.waitMode=SPIN: core and sealer keep one each",
                    "sluice.engine.waitMode=BLOCKING");
        }
        return processors >= LEAST
                ? Finding.ok(found)
                : Finding.warn(found, LEAST + ": core, sealer and event loops wait for each other", "more processors");
    }
}
