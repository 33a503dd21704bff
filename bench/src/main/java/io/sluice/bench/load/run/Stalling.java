package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.client.LiveSocket;

/**
 * Viewers who stop reading for a while, as a phone does in a tunnel, and then read on. What they read first is old. Behind it
 * comes the answer to a ping of theirs, and with that they are back: until then they neither press nor talk, nor count for
 * news. Nobody stalls who waits for an order, for its answer would lie unread. On the loop's thread.
 */
final class Stalling {
    private static final String PING = "{\"t\":\"ping\"}";

    private final RunClock clock;
    private final Crowd crowd;
    private final Measurements figures;
    private final Swarm swarm;
    private final Presses presses;
    private final Talking talking;

    Stalling(
            final RunClock clock,
            final Crowd crowd,
            final Measurements figures,
            final Swarm swarm,
            final Presses presses,
            final Talking talking) {
        this.clock = clock;
        this.crowd = crowd;
        this.figures = figures;
        this.swarm = swarm;
        this.presses = presses;
        this.talking = talking;
    }

    /** Somebody in the room stops reading. */
    void stall() {
        final Seat seat = swarm.anyone();
        if (seat == null || presses.isAwaitedBy(crowd.firstViewer() + seat.viewer())) {
            return;
        }
        figures.count(Count.STALLS, 1);
        swarm.stalls(seat);
        talking.forget(seat.viewer());
        final LiveSocket socket = seat.socket();
        socket.stall();
        clock.after(crowd.stallMs(), () -> readOn(socket));
    }

    /** Whether what a viewer reads is old. */
    boolean isBehind(final int viewer) {
        return swarm.seat(viewer).isStalled();
    }

    /** The answer to a viewer's ping: all that came before it is read. */
    void onPong(final int viewer) {
        if (isBehind(viewer)) {
            swarm.isBack(swarm.seat(viewer));
        }
    }

    private static void readOn(final LiveSocket socket) {
        socket.readOn();
        socket.send(PING);
    }
}
