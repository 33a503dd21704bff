package io.sluice.ops;

import io.sluice.engine.EngineProperty;
import io.sluice.gateway.GatewayProperty;

/** How long a graceful stop may take by the defaults, which whoever stops it has to grant. */
final class StopBudget {
    /** For viewers to be told, and for the snapshot of a large state. */
    private static final long SPARE_SECONDS = 60;

    private StopBudget() {}

    static long seconds() {
        final long ms = Long.parseLong(GatewayProperty.STOP_MS.defaultValue())
                + Long.parseLong(EngineProperty.DRAIN_MS.defaultValue());
        return ms / 1_000 + SPARE_SECONDS;
    }
}
