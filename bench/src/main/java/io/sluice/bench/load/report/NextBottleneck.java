package io.sluice.bench.load.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which resource a run brought nearest to its end, by the figures there are. What a threshold would have broken of otherwise
 * (a lock, a network, a limit of admission) it cannot see, and does not guess.
 */
final class NextBottleneck {
    /** Below this part of its end a resource is not told as a bottleneck. */
    private static final double IN_SIGHT = 0.5;

    private final ResultFile result;
    /** How full each was, as a part of its end; those that were not measured are missing. */
    private final Map<Resource, Double> shares = new EnumMap<>(Resource.class);

    private NextBottleneck(final ResultFile result) {
        this.result = result;
        for (final Resource resource : Resource.values()) {
            final double share = resource.used(result) / resource.end();
            if (!Double.isNaN(share)) {
                shares.put(resource, share);
            }
        }
    }

    static NextBottleneck of(final ResultFile result) {
        return new NextBottleneck(result);
    }

    ObjectNode json() {
        final Resource fullest = fullest();
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("resource", isInSight(fullest) ? fullest.name() : null);
        json.put("isServerKnown", isServerKnown());
        final ObjectNode used = json.putObject("used");
        shares.forEach((resource, share) -> used.put(resource.figure(), share));
        return json;
    }

    void write(final CardText text) {
        text.line("next", sentence());
        shares.forEach((resource, share) -> text.line("", fullness(resource, share)));
        if (!isServerKnown()) {
            text.line("", "the server's own gauges were not read: of it nothing can be said");
        }
        final double forceMs = Resource.worstOf(result.series("gauges", "server.force-ms"));
        if (!Double.isNaN(forceMs)) {
            text.line(
                    "",
                    "force of the journal: " + Amount.of(forceMs, "ms") + " in its worst "
                            + Resource.WINDOW_SECONDS + " s on average, beside orders.p99 "
                            + Amount.of(result.time("orders", "p99"), "ms"));
        }
    }

    private String sentence() {
        final Resource fullest = fullest();
        if (!isInSight(fullest)) {
            return "no bottleneck in sight: nothing that was measured is half used";
        }
        return fullest == Resource.RIG
                ? "the rig itself: its own lateness is nearest to its end, so this is not the server's limit"
                : fullest.meaning() + ", judged by " + fullest.figure();
    }

    private static String fullness(final Resource resource, final double share) {
        final String when = resource == Resource.RIG ? "" : " in its worst " + Resource.WINDOW_SECONDS + " s";
        return resource.figure() + " " + Amount.of(share * resource.end(), resource.unit()) + " of "
                + Amount.of(resource.end(), resource.unit()) + when;
    }

    private Resource fullest() {
        return shares.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private boolean isInSight(final Resource resource) {
        return resource != null && shares.get(resource) >= IN_SIGHT;
    }

    private boolean isServerKnown() {
        return shares.keySet().stream().anyMatch(resource -> resource != Resource.RIG);
    }
}
