package io.sluice.gateway.room;

import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.view.RoomView;
import java.util.concurrent.TimeUnit;

/**
 * Finds the room for who names none: of the live ones the one that starts latest, else of the scheduled ones the next. One
 * that should have begun an hour ago counts as forgotten, and is taken only where there is no other. On the ticker's event
 * loop.
 */
final class FrontRoom {
    /** How late a room may begin and still be the next. */
    private static final long LATE_MS = TimeUnit.HOURS.toMillis(1);

    private final long awaitedFromMs;
    private RoomView best;

    /** No room yet, at a core time, epoch ms. */
    FrontRoom(final long nowMs) {
        awaitedFromMs = nowMs - LATE_MS;
    }

    /** Takes the room when it is better than those before. */
    void consider(final RoomView room) {
        if (room.state() != RoomState.ENDED && (best == null || isBetter(room))) {
            best = room;
        }
    }

    /** Id of the best room so far, 0 for none. */
    long id() {
        return best == null ? 0 : best.id();
    }

    private boolean isBetter(final RoomView room) {
        if (rank(room) != rank(best)) {
            return rank(room) < rank(best);
        }
        if (room.startsAtMs() == best.startsAtMs()) {
            return room.id() < best.id();
        }
        return isAwaited(room) == room.startsAtMs() < best.startsAtMs();
    }

    private int rank(final RoomView room) {
        if (room.state() == RoomState.LIVE) {
            return 0;
        }
        return isAwaited(room) ? 1 : 2;
    }

    private boolean isAwaited(final RoomView room) {
        return room.state() == RoomState.SCHEDULED && room.startsAtMs() >= awaitedFromMs;
    }
}
