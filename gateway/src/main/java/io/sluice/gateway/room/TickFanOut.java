package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * A round of ticks on its way to the viewers of one event loop, {@link #VIEWERS_A_TURN} of them a turn of the loop: to write to
 * thousands takes tens of milliseconds, and whoever orders meanwhile would wait for all of it. Each room's viewers are taken
 * when its turn comes; who leaves behind that is passed over, and who joins has a picture coming. On that event loop only.
 */
final class TickFanOut {
    /** Some 300 µs at the usual cost of a write, beside which an idle look at the selector is little. */
    static final int VIEWERS_A_TURN = 32;

    /** Offers a viewer its tick. */
    @FunctionalInterface
    interface Recipient {
        void offer(LiveViewer viewer, ByteBuf frame);
    }

    private final Recipient recipient;
    private TickRound round;
    private int room;
    private LiveViewer[] viewers = {};
    private int count;
    private int next;

    TickFanOut(final Recipient recipient) {
        this.recipient = recipient;
    }

    /** Whether a round is on its way. */
    boolean isUnderway() {
        return round != null;
    }

    /** Begins a round and takes its reference; the one before has ended. */
    void begin(final TickRound begun) {
        round = begun;
        room = -1;
        count = 0;
        next = 0;
    }

    /**
     * Goes on with a turn's viewers.
     *
     * @return who is next, in the next turn; null when the round has ended.
     */
    LiveViewer goOn(final Rooms rooms) {
        LiveViewer waits = null;
        try {
            for (int turn = 0; turn < VIEWERS_A_TURN && hasNext(rooms); turn++) {
                final LiveViewer viewer = viewers[next++];
                if (!viewer.isGone()) {
                    recipient.offer(viewer, round.frame(room));
                }
            }
            waits = hasNext(rooms) ? viewers[next] : null;
        } finally {
            if (waits == null) {
                end();
            }
        }
        return waits;
    }

    private boolean hasNext(final Rooms rooms) {
        while (next == count && room + 1 < round.count()) {
            room++;
            take(rooms.sockets(round.room(room)));
        }
        return next < count;
    }

    private void take(final RoomSockets sockets) {
        next = 0;
        count = sockets == null ? 0 : sockets.count();
        if (viewers.length < count) {
            viewers = new LiveViewer[count + count / 2];
        }
        for (int i = 0; i < count; i++) {
            viewers[i] = sockets.get(i);
        }
    }

    /** Keeps nobody's memory who leaves. */
    private void end() {
        Arrays.fill(viewers, null);
        final TickRound ended = round;
        round = null;
        ended.release();
    }

    /** The connections to a room, null when there are none. */
    @FunctionalInterface
    interface Rooms {
        RoomSockets sockets(long room);
    }
}
