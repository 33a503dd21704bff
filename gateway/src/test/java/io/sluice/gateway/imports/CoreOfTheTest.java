package io.sluice.gateway.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A core that has the inviters a test tells it; it answers as late as it may. */
final class CoreOfTheTest implements ViewerLookup {
    private final Map<Long, Long> inviters = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private final Deque<Runnable> unanswered = new ArrayDeque<>();
    private int room = Integer.MAX_VALUE;
    private ImportFault whyNot;

    /** The viewer, who is known with that, has an inviter, who is as well. */
    CoreOfTheTest invited(final long viewer, final long inviter) {
        inviters.put(viewer, inviter);
        known.add(viewer);
        known.add(inviter);
        return this;
    }

    /** So many viewers more may become known. */
    CoreOfTheTest withRoomFor(final int viewers) {
        room = viewers;
        return this;
    }

    /** It does not answer, and this is why. */
    CoreOfTheTest silent(final ImportFault why) {
        whyNot = why;
        return this;
    }

    /** Who invited a viewer, 0 for nobody. */
    long inviterOf(final long viewer) {
        return inviters.getOrDefault(viewer, 0L);
    }

    @Override
    public void ask(final long viewer, final ViewerAnswer answer) {
        unanswered.add(() -> answer.onViewer(viewer, inviterOf(viewer), known.contains(viewer)));
    }

    @Override
    public ImportFault await() {
        while (whyNot == null && !unanswered.isEmpty()) {
            unanswered.poll().run();
        }
        return whyNot;
    }

    @Override
    public int room() {
        return room;
    }
}
