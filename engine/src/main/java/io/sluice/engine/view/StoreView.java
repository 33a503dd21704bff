package io.sluice.engine.view;

import io.sluice.engine.protocol.ProtocolLimits;

/**
 * A store of the brand. Immutable.
 *
 * @param id           its id.
 * @param name         its name.
 * @param latitudeE6   millionths of a degree, north above 0; {@link ProtocolLimits#NO_POSITION} for none.
 * @param longitudeE6  millionths of a degree, east above 0; {@link ProtocolLimits#NO_POSITION} for none.
 */
public record StoreView(long id, String name, int latitudeE6, int longitudeE6) {
    /** Whether it is known where the store is. */
    public boolean hasPosition() {
        return latitudeE6 != ProtocolLimits.NO_POSITION;
    }
}
