package io.sluice.bench.load.audit;

import io.sluice.bench.load.audit.JournalEvent.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Units that each viewer has of each offer since the run began: held, or bought and kept. One thread. */
final class LimitBook {
    private final Map<Pair, Long> units = new HashMap<>();

    /** Notes that a viewer takes the lines of an order. */
    void take(final long viewer, final List<Line> lines) {
        for (final Line line : lines) {
            units.merge(new Pair(viewer, line.offer()), (long) line.quantity(), Long::sum);
        }
    }

    /** Notes that a viewer gives them back; below 0 are units of before the run. */
    void giveBack(final long viewer, final List<Line> lines) {
        for (final Line line : lines) {
            units.merge(new Pair(viewer, line.offer()), (long) -line.quantity(), Long::sum);
        }
    }

    long units(final long viewer, final long offer) {
        return units.getOrDefault(new Pair(viewer, offer), 0L);
    }

    private record Pair(long viewer, long offer) {}
}
