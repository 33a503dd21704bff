package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import java.util.function.IntSupplier;

/** How full the ring is, in percent and in slots, an estimate. Any thread. */
public final class RingGauge implements IntSupplier {
    private final EngineLink link;

    /** The gauge of an engine's ring. */
    public RingGauge(final EnginePort engine) {
        link = engine.link();
    }

    /** Slots of the ring. */
    public int slots() {
        return link.capacity();
    }

    /** Slots that are taken. */
    public int taken() {
        return link.occupancy();
    }

    /** Slots that are free. */
    public int remaining() {
        return link.capacity() - link.occupancy();
    }

    @Override
    public int getAsInt() {
        return (int) (100L * link.occupancy() / link.capacity());
    }
}
