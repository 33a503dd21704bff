package io.sluice.ops.demo;

import java.util.HashMap;
import java.util.Map;

/** Who of the shoppers is in the room. A newcomer takes the seat of whoever has been quiet for longest. */
final class CrowdSeats {
    /** Nobody: viewer ids are positive. */
    static final long NOBODY = 0;

    private final long[] viewers;
    private final long[] joinedMs;
    private final long[] activeMs;
    private final Map<Long, Integer> seatOf = new HashMap<>();

    CrowdSeats(final int seats) {
        viewers = new long[seats];
        joinedMs = new long[seats];
        activeMs = new long[seats];
    }

    boolean isSeated(final long viewer) {
        return seatOf.containsKey(viewer);
    }

    /** Whether a seat is empty or its viewer has nothing planned after {@code atMs}. */
    boolean hasRoom(final long atMs) {
        final int seat = quietest();
        return viewers[seat] == NOBODY || activeMs[seat] < atMs;
    }

    /** Seats a newcomer and answers who had to leave, or {@link #NOBODY}. */
    long sit(final long viewer, final long atMs) {
        final int seat = quietest();
        final long before = viewers[seat];
        seatOf.remove(before);
        seatOf.put(viewer, seat);
        viewers[seat] = viewer;
        joinedMs[seat] = atMs;
        activeMs[seat] = atMs;
        return before;
    }

    /** Notes that a seated viewer stays until {@code atMs} at least. */
    void keepUntil(final long viewer, final long atMs) {
        final int seat = seatOf.get(viewer);
        activeMs[seat] = Math.max(activeMs[seat], atMs);
    }

    /** When a seated viewer came in. */
    long joinedMs(final long viewer) {
        return joinedMs[seatOf.get(viewer)];
    }

    /** The viewer in a seat, or {@link #NOBODY}. */
    long at(final int seat) {
        return viewers[seat];
    }

    int size() {
        return viewers.length;
    }

    private int quietest() {
        int quietest = 0;
        for (int seat = 0; seat < viewers.length; seat++) {
            if (viewers[seat] == NOBODY) {
                return seat;
            }
            if (activeMs[seat] < activeMs[quietest]) {
                quietest = seat;
            }
        }
        return quietest;
    }
}
