package io.sluice.gateway.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The connections to one room on one event loop, in a plain array. On that event loop only. */
final class RoomSockets {
    private static final int INITIAL_CAPACITY = 16;

    private final LiveRoom room;
    private final List<LiveViewer> waiting = new ArrayList<>();
    private LiveViewer[] viewers = new LiveViewer[INITIAL_CAPACITY];
    private int count;

    RoomSockets(final LiveRoom room) {
        this.room = room;
    }

    LiveRoom room() {
        return room;
    }

    int count() {
        return count;
    }

    LiveViewer get(final int index) {
        return viewers[index];
    }

    void add(final LiveViewer viewer) {
        if (count == viewers.length) {
            viewers = Arrays.copyOf(viewers, count * 2);
        }
        viewer.index(count);
        viewers[count++] = viewer;
    }

    /** Takes one out; the last takes its place, so that whoever walks from the end to the start misses nobody. */
    void remove(final LiveViewer viewer) {
        final LiveViewer last = viewers[--count];
        viewers[count] = null;
        if (last != viewer) {
            viewers[viewer.index()] = last;
            last.index(viewer.index());
        }
        viewer.index(LiveViewer.GONE);
    }

    /** Puts a viewer among those whose picture is on its way; true for the first, who has to ask for it. */
    boolean await(final LiveViewer viewer) {
        waiting.add(viewer);
        return waiting.size() == 1;
    }

    /** Those whose picture is on its way, some of whom may have left. */
    List<LiveViewer> waiting() {
        return waiting;
    }
}
