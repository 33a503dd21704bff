package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import java.util.function.IntSupplier;

/** How full the ring is, in percent, an estimate. Any thread. */
public final class RingGauge implements IntSupplier {
    private final EngineLink link;

    /** The gauge of an engine's ring. */
    public RingGauge(final EnginePort engine) {
        link = engine.link();
    }

    @Override
    public int getAsInt() {
        return (int) (100L * link.occupancy() / link.capacity());
    }
}
