package io.sluice.bench.load.run;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.client.HttpAnswer;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.JsonScan;
import io.sluice.bench.load.client.LiveListener;
import io.sluice.bench.load.client.LiveSocket;
import io.sluice.bench.load.client.LiveSockets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Who is in the room: viewers come by a ticket and a socket, drop off and come back. One who has not seen the room after twice
 * the crowd's answer timeout is given up, and tries again later. On the loop's thread.
 */
final class Swarm implements LiveListener {
    private static final int CREATED = 201;
    private static final byte[] TICKET = JsonScan.field("ticket");
    private static final byte[] PICTURE = "{\"t\":\"room\"".getBytes(StandardCharsets.US_ASCII);

    private final RunClock clock;
    private final Crowd crowd;
    private final Measurements figures;
    private final HttpLanes lanes;
    private final LiveSockets sockets;
    private final String roomPath;
    private final long giveUpNs;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Seat> inside = new ArrayList<>();
    private final ArrayDeque<Coming> coming = new ArrayDeque<>();
    private final SplittableRandom random;
    private LiveListener frames;
    private int next;
    private int stalled;
    private boolean closed;

    /** Somebody on the way in; over when the seat has another moment, or is in. */
    private record Coming(Seat seat, long meantNs, long untilNs) {
        boolean isOver() {
            return !seat.isComingSince(meantNs);
        }
    }

    Swarm(
            final RunClock clock,
            final Crowd crowd,
            final LoadTarget target,
            final Measurements figures,
            final HttpLanes lanes,
            final LiveSockets sockets,
            final SplittableRandom random) {
        this.clock = clock;
        this.crowd = crowd;
        this.figures = figures;
        this.lanes = lanes;
        this.sockets = sockets;
        this.random = random;
        giveUpNs = TimeUnit.MILLISECONDS.toNanos(2 * crowd.answerTimeoutMs());
        roomPath = "/api/v1/rooms/" + target.room();
        for (int viewer = 0; viewer < target.tokens().size(); viewer++) {
            seats.add(new Seat(viewer, target.tokens().get(viewer)));
        }
    }

    /** Who hears of all frames. */
    void listener(final LiveListener listener) {
        frames = listener;
    }

    /** The next viewer who is not there comes; nobody when all are. */
    void join(final long meantNs) {
        figures.count(Count.JOINS_MEANT, 1);
        for (int looked = 0; looked < seats.size(); looked++) {
            final Seat seat = seats.get(next);
            next = (next + 1) % seats.size();
            if (seat.isAway()) {
                come(seat, meantNs);
                return;
            }
        }
    }

    /** Somebody in the room drops off without a word, and comes back later. */
    void drop() {
        final Seat seat = anyone();
        if (seat != null) {
            figures.count(Count.DROPS, 1);
            seat.drops();
            seat.socket().drop();
        }
    }

    /** Gives up those who have been on the way in for too long. */
    void sweep() {
        while (!coming.isEmpty() && (coming.peek().isOver() || coming.peek().untilNs() <= clock.nowNs())) {
            final Coming late = coming.poll();
            if (!late.isOver()) {
                giveUp(late);
            }
        }
    }

    /** Whether somebody is on the way in; {@link #sweep} comes first. */
    boolean isWaiting() {
        return !coming.isEmpty();
    }

    /** Somebody in the room who is not stalled, null when nobody is. */
    Seat anyone() {
        return inside.isEmpty() ? null : inside.get(random.nextInt(inside.size()));
    }

    Seat seat(final int viewer) {
        return seats.get(viewer);
    }

    /** Somebody in the room is nobody to be asked for until {@link #isBack}, though the socket stays. */
    void stalls(final Seat seat) {
        leave(seat);
        seat.stalls(true);
        stalled++;
    }

    /** Who was stalled has caught up. */
    void isBack(final Seat seat) {
        seat.stalls(false);
        stalled--;
        enter(seat);
    }

    /** How many are in the room, those who are stalled included. */
    int size() {
        return inside.size() + stalled;
    }

    /** Everybody leaves, and nobody comes back. */
    void close() {
        closed = true;
        for (final Seat seat : seats) {
            if (seat.socket() != null) {
                seat.drops();
                seat.socket().drop();
            }
        }
    }

    @Override
    public void onMessage(final LiveSocket socket, final ByteBuf buffer, final int from, final int end) {
        final Seat seat = seats.get(socket.viewer());
        if (closed || seat.socket() != socket) {
            return;
        }
        figures.count(Count.BYTES_IN, end - from);
        if (seat.isComing() && JsonScan.isAt(buffer, from, end, PICTURE)) {
            seat.isIn();
            enter(seat);
            figures.count(Count.JOINS, 1);
            figures.time(Measure.JOINS, clock.nowNs() - seat.joinMeantNs());
        }
        frames.onMessage(socket, buffer, from, end);
    }

    @Override
    public void onClosed(final LiveSocket socket, final int status) {
        final Seat seat = seats.get(socket.viewer());
        if (closed || seat.socket() != socket) {
            return;
        }
        if (seat.isComing()) {
            figures.count(Count.JOINS_FAILED, 1);
        } else if (seat.isStalled()) {
            stalled--;
            figures.count(Count.STALLED_CLOSED, 1);
        } else if (!seat.isDropping()) {
            figures.count(Count.SOCKETS_LOST, 1);
        }
        frames.onClosed(socket, status);
        leave(seat);
        comeBackLater(seat);
    }

    private void comeBackLater(final Seat seat) {
        seat.isOut();
        clock.after(crowd.awayMs(), () -> comeBack(seat));
    }

    private void comeBack(final Seat seat) {
        if (seat.isAway()) {
            figures.count(Count.JOINS_MEANT, 1);
            come(seat, clock.nowNs());
        }
    }

    private void come(final Seat seat, final long meantNs) {
        seat.comes(meantNs);
        final Coming attempt = new Coming(seat, meantNs, clock.nowNs() + giveUpNs);
        coming.add(attempt);
        lanes.send("POST", roomPath + "/tickets", seat.tokenHeader(), "", (status, buffer, from, end) -> {
            final String ticket = status == CREATED ? JsonScan.text(buffer, from, end, TICKET) : null;
            if (attempt.isOver() || status == HttpAnswer.LATE) {
                // It was given up, or is so at once: it has waited as long as its request.
                return;
            }
            if (ticket == null) {
                turnedAway(seat, status);
            } else {
                seat.opens(sockets.open(seat.viewer(), roomPath + "/live?ticket=" + ticket, this));
            }
        });
    }

    private void turnedAway(final Seat seat, final int status) {
        figures.count(Count.JOINS_FAILED, 1);
        figures.count(Count.ERRORS, HttpAnswer.isBroken(status) ? 1 : 0);
        comeBackLater(seat);
    }

    private void giveUp(final Coming late) {
        figures.count(Count.JOINS_FAILED, 1);
        figures.time(Measure.JOINS, clock.nowNs() - late.meantNs());
        final LiveSocket socket = late.seat().socket();
        comeBackLater(late.seat());
        if (socket != null) {
            socket.drop();
        }
    }

    private void enter(final Seat seat) {
        seat.place(inside.size());
        inside.add(seat);
    }

    private void leave(final Seat seat) {
        final int place = seat.place();
        if (place != Seat.AWAY) {
            final Seat last = inside.remove(inside.size() - 1);
            if (last != seat) {
                inside.set(place, last);
                last.place(place);
            }
            seat.place(Seat.AWAY);
        }
    }
}
