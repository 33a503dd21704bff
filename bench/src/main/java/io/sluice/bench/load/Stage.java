package io.sluice.bench.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a scenario in which each rate goes from one value to another, or follows a profile.
 *
 * @param name        by which the report calls it.
 * @param durationMs  how long it lasts.
 * @param paces       how often each flow comes; one that is missing does not.
 * @param followed    the flows that follow a profile instead: their rates, one behind the other and each as long as the
 *                    others.
 */
public record Stage(String name, long durationMs, Map<Flow, Pace> paces, Map<Flow, List<Pace>> followed) {
    /** Copies the maps. */
    public Stage {
        paces = Map.copyOf(paces);
        followed = Map.copyOf(followed);
    }

    /** One that follows no profile. */
    public Stage(final String name, final long durationMs, final Map<Flow, Pace> paces) {
        this(name, durationMs, paces, Map.of());
    }

    /** How often a flow comes, one rate behind the other and each as long as the others; at least one. */
    public List<Pace> pieces(final Flow flow) {
        return followed.getOrDefault(flow, List.of(paces.getOrDefault(flow, Pace.NONE)));
    }

    /** As long, with one of so many even parts of all that comes. */
    Stage part(final int of) {
        final Map<Flow, Pace> parts = new EnumMap<>(Flow.class);
        paces.forEach((flow, pace) -> parts.put(flow, pace.times(1.0 / of)));
        final Map<Flow, List<Pace>> followedParts = new EnumMap<>(Flow.class);
        followed.forEach((flow, rates) -> followedParts.put(
                flow, rates.stream().map(pace -> pace.times(1.0 / of)).toList()));
        return new Stage(name, durationMs, parts, followedParts);
    }

    /** How often a flow comes: as its rate says, or on average over the profile that it follows. */
    public Pace pace(final Flow flow) {
        final List<Pace> pieces = pieces(flow);
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        final double mean = pieces.stream()
                .mapToDouble(piece -> piece.until(1, 1))
                .average()
                .orElseThrow();
        return new Pace(mean, mean);
    }

    /** How often a flow comes when it comes most often, a second. */
    public double most(final Flow flow) {
        return pieces(flow).stream().mapToDouble(Pace::most).max().orElseThrow();
    }

    /** As long, with one flow that many times as often. */
    Stage with(final Flow flow, final double times) {
        final Map<Flow, Pace> rates = new EnumMap<>(Flow.class);
        rates.putAll(paces);
        rates.computeIfPresent(flow, (same, pace) -> pace.times(times));
        final Map<Flow, List<Pace>> profiles = new EnumMap<>(Flow.class);
        profiles.putAll(followed);
        profiles.computeIfPresent(
                flow,
                (same, pieces) -> pieces.stream().map(pace -> pace.times(times)).toList());
        return new Stage(name, durationMs, rates, profiles);
    }
}
