package io.sluice.bench.load;

import java.util.EnumMap;
import java.util.Map;

/**
 * A part of a scenario in which each rate goes from one value to another.
 *
 * @param name        by which the report calls it.
 * @param durationMs  how long it lasts.
 * @param paces       how often each flow comes; one that is missing does not.
 */
public record Stage(String name, long durationMs, Map<Flow, Pace> paces) {
    /** Copies the map. */
    public Stage {
        paces = Map.copyOf(paces);
    }

    /** As long, with one of so many even parts of all that comes. */
    Stage part(final int of) {
        final Map<Flow, Pace> parts = new EnumMap<>(Flow.class);
        paces.forEach((flow, pace) -> parts.put(flow, pace.times(1.0 / of)));
        return new Stage(name, durationMs, parts);
    }

    /** How often a flow comes. */
    public Pace pace(final Flow flow) {
        return paces.getOrDefault(flow, Pace.NONE);
    }
}
