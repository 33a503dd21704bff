package io.sluice.gateway.room;

import io.sluice.gateway.admission.MaskedNames;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** Every viewer's connections, over all rooms and event loops, the oldest first. Any thread. */
public final class ViewerDirectory {
    private static final LiveViewer[] NOBODY = {};

    private final ConcurrentHashMap<Long, LiveViewer[]> connections = new ConcurrentHashMap<>();
    private final int maxPerViewer;

    /** A directory of nobody, in which a viewer has at most {@code maxPerViewer} connections. */
    public ViewerDirectory(final int maxPerViewer) {
        this.maxPerViewer = maxPerViewer;
    }

    /** Notes a connection; the oldest one of its viewer when that makes one too many, else null. */
    LiveViewer add(final LiveViewer viewer) {
        final LiveViewer[] replaced = new LiveViewer[1];
        connections.compute(viewer.id(), (id, before) -> {
            final LiveViewer[] old = before == null ? NOBODY : before;
            final int from = old.length == maxPerViewer ? 1 : 0;
            replaced[0] = from == 1 ? old[0] : null;
            final LiveViewer[] after = Arrays.copyOfRange(old, from, old.length + 1);
            after[after.length - 1] = viewer;
            return after;
        });
        return replaced[0];
    }

    /** Forgets a connection; one that is not there is passed over. */
    void remove(final LiveViewer viewer) {
        connections.computeIfPresent(viewer.id(), (id, before) -> {
            final int index = Arrays.asList(before).indexOf(viewer);
            if (index < 0) {
                return before;
            }
            if (before.length == 1) {
                return null;
            }
            final LiveViewer[] after = Arrays.copyOf(before, before.length - 1);
            System.arraycopy(before, index + 1, after, index, after.length - index);
            return after;
        });
    }

    /** A viewer's connections; only to be read. */
    LiveViewer[] of(final long viewer) {
        return connections.getOrDefault(viewer, NOBODY);
    }

    /** How a viewer is called in front of others. */
    public String nameOf(final long viewer) {
        final LiveViewer[] known = of(viewer);
        return known.length == 0 ? MaskedNames.of(viewer, null) : known[0].name();
    }
}
