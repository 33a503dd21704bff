package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.gateway.http.JsonWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The live connections of one event loop, by room. It writes each tick to everybody who follows, leaves out who is behind
 * and gives them a fresh picture once they have caught up; an answer to a viewer's own frame is written, or the
 * connection ends. What says so is for any thread, everything else for the registry's event loop.
 */
public final class RoomRegistry {
    /** How often silence, expiry and viewers that do not read are looked for. */
    private static final int SWEEP_MS = 1_000;

    /** Tasks that may wait for a round, some megabytes with what they are about to write. */
    static final int MAX_POSTED = 8_192;

    private final LiveRooms rooms;
    private final RoomOptions options;
    private final RoomCounters counters;
    private final Executor eventLoop;
    private final Long2ObjectHashMap<RoomSockets> socketsByRoom = new Long2ObjectHashMap<>();
    private final List<ViewerSocket> unflushed = new ArrayList<>();
    private final AtomicInteger waitingRounds = new AtomicInteger();
    private final JsonWriter json = new JsonWriter();
    private final TickFanOut fanOut = new TickFanOut(this::offerTick);
    /** What was posted while a round was on its way, in order. */
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();

    private long lastRound;
    /** When the round on its way was made, by {@link System#nanoTime()}; 0 for none. */
    private volatile long roundMadeNs;

    private volatile long roundNs;
    private long nowMs;
    private long sweptMs;

    RoomRegistry(final LiveRooms rooms, final Executor eventLoop) {
        this.rooms = rooms;
        this.eventLoop = eventLoop;
        options = rooms.options();
        counters = rooms.counters();
        nowMs = rooms.nowMs();
    }

    /** Core time of the last round of ticks, epoch ms: coarse, and at hand without asking. */
    long nowMs() {
        return nowMs;
    }

    /**
     * Runs a task on this event loop, behind what was posted before, rounds included. When {@value #MAX_POSTED} wait for the
     * round on its way, that one is written to its end without further turns: who orders meanwhile waits for it, but nothing
     * that is posted grows without bound and nothing of it is left out. Any thread.
     */
    void post(final Runnable task) {
        eventLoop.execute(() -> {
            posted.add(task);
            if (posted.size() >= MAX_POSTED) {
                finishRound();
            }
            runPosted();
        });
    }

    /**
     * Hands over a round of ticks and one reference to each of its frames. Any thread, one at a time. When the event loop
     * is too far behind nothing is handed over; the next round shows the gap, and everybody who followed gets a fresh
     * picture instead.
     */
    void post(final TickRound round) {
        if (waitingRounds.get() >= options.maxWaitingTicks()) {
            counters.increment(RoomCounter.ROUNDS_MISSED);
            return;
        }
        waitingRounds.incrementAndGet();
        round.retain();
        post(() -> onRound(round));
    }

    /** What the last round took from its making until all had it, or the one on its way if that is longer, in ns. Any thread. */
    long roundNs() {
        final long madeNs = roundMadeNs;
        return madeNs == 0 ? roundNs : Math.max(roundNs, System.nanoTime() - madeNs);
    }

    void join(final LiveViewer viewer) {
        RoomSockets sockets = socketsByRoom.get(viewer.room().id());
        if (sockets == null) {
            sockets = new RoomSockets(viewer.room());
            socketsByRoom.put(viewer.room().id(), sockets);
        }
        sockets.add(viewer);
        rooms.joined(viewer);
        viewer.heard(nowMs);
        counters.increment(RoomCounter.CONNECTIONS_OPENED);
        askForPicture(sockets, viewer);
        final LiveViewer replaced = rooms.directory().add(viewer);
        if (replaced != null) {
            replaced.registry().post(() -> replaced.registry().dismiss(replaced, Farewell.REPLACED));
        }
    }

    void leave(final LiveViewer viewer) {
        if (viewer.isGone()) {
            return;
        }
        final RoomSockets sockets = socketsByRoom.get(viewer.room().id());
        sockets.remove(viewer);
        if (sockets.count() == 0 && sockets.waiting().isEmpty()) {
            socketsByRoom.remove(viewer.room().id());
        }
        rooms.left(viewer);
    }

    /** Says why, closes, and forgets the connection; one that is gone is passed over. */
    void dismiss(final LiveViewer viewer, final Farewell farewell) {
        if (viewer.isGone()) {
            return;
        }
        leave(viewer);
        json.reset().beginObject().name("t").value("bye").name("reason").value(farewell.name());
        if (farewell.comesBack()) {
            final int afterMs = ThreadLocalRandom.current().nextInt(options.reconnectSpreadMs());
            json.name("reconnectAfterMs").value(afterMs);
        }
        json.endObject();
        viewer.socket().write(WireFrames.text(json));
        viewer.socket().close(farewell.closeCode(), farewell.name());
    }

    /** Closes for what the WebSocket protocol itself has a code, and forgets the connection. */
    void cut(final LiveViewer viewer, final short code, final String reason) {
        if (!viewer.isGone()) {
            leave(viewer);
            viewer.socket().close(code, reason);
        }
    }

    /** Says goodbye to everybody. */
    void dismissAll(final Farewell farewell) {
        for (final RoomSockets sockets : List.copyOf(socketsByRoom.values())) {
            for (int i = sockets.count() - 1; i >= 0; i--) {
                dismiss(sockets.get(i), farewell);
            }
        }
    }

    /** Writes an answer or news that only this viewer gets, and takes its reference: it is sent or the connection ends. */
    void tell(final LiveViewer viewer, final ByteBuf frame) {
        if (viewer.isGone()) {
            frame.release();
            counters.increment(RoomCounter.OWN_FRAMES_DROPPED);
        } else if (isFull(viewer)) {
            frame.release();
            counters.increment(RoomCounter.CLOSED_SLOW);
            dismiss(viewer, Farewell.TOO_SLOW);
        } else {
            viewer.ownFrameWaits();
            counters.increment(RoomCounter.OWN_FRAMES_SENT);
            viewer.socket().write(frame, viewer);
            flushLater(viewer.socket());
        }
    }

    /** What only waits for the end of the turn is sent first: that it waits is not the viewer's doing. */
    private boolean isFull(final LiveViewer viewer) {
        if (viewer.ownFrames() >= options.maxOwnFrames()) {
            viewer.socket().flush();
        }
        return viewer.ownFrames() >= options.maxOwnFrames();
    }

    /** A viewer may be told of several things in a turn of the event loop: they are sent at its end, at once. */
    private void flushLater(final ViewerSocket socket) {
        if (socket.beginsToWait()) {
            unflushed.add(socket);
            if (unflushed.size() == 1) {
                eventLoop.execute(this::flush);
            }
        }
    }

    private void flush() {
        unflushed.forEach(ViewerSocket::flush);
        unflushed.clear();
    }

    /** A picture has come for those who wait for it in its room; its reference is taken. */
    void onPicture(final long room, final ByteBuf picture) {
        try {
            final RoomSockets sockets = socketsByRoom.get(room);
            if (sockets != null) {
                givePicture(sockets, picture);
            }
        } finally {
            picture.release();
        }
    }

    private void givePicture(final RoomSockets sockets, final ByteBuf picture) {
        final List<LiveViewer> waiting = new ArrayList<>(sockets.waiting());
        sockets.waiting().clear();
        if (sockets.count() == 0) {
            socketsByRoom.remove(sockets.room().id());
        }
        for (final LiveViewer viewer : waiting) {
            givePicture(viewer, picture);
        }
    }

    private void givePicture(final LiveViewer viewer, final ByteBuf picture) {
        if (viewer.isGone()) {
            return;
        }
        if (viewer.socket().isBehind()) {
            viewer.transition(Following.BEHIND);
        } else {
            viewer.transition(Following.FOLLOWING);
            viewer.socket().writeShared(picture);
            counters.increment(RoomCounter.PICTURES_SENT);
        }
    }

    private void askForPicture(final RoomSockets sockets, final LiveViewer viewer) {
        if (sockets.await(viewer)) {
            rooms.askForPicture(sockets.room().id(), this);
        }
    }

    /** Up to a round, which takes its turns. */
    private void runPosted() {
        while (!fanOut.isUnderway() && !posted.isEmpty()) {
            posted.poll().run();
        }
    }

    private void onRound(final TickRound round) {
        waitingRounds.decrementAndGet();
        nowMs = round.nowMs();
        if (round.number() != lastRound + 1) {
            socketsByRoom.values().forEach(RoomRegistry::fallBehind);
        }
        lastRound = round.number();
        roundMadeNs = round.madeNs();
        fanOut.begin(round);
        takeTurn();
    }

    private void takeTurn() {
        final LiveViewer next = fanOut.goOn(socketsByRoom::get);
        if (next == null) {
            endRound();
        } else {
            final long number = lastRound;
            next.socket().onNextTurn(() -> eventLoop.execute(() -> goOn(number)));
        }
    }

    /** A round that was finished at once has left its next turn behind, for which there is nothing to do. */
    private void goOn(final long number) {
        if (number == lastRound && fanOut.isUnderway()) {
            try {
                takeTurn();
            } finally {
                runPosted();
            }
        }
    }

    private void finishRound() {
        boolean goesOn = fanOut.isUnderway();
        while (goesOn) {
            goesOn = fanOut.goOn(socketsByRoom::get) != null;
            if (!goesOn) {
                endRound();
            }
        }
    }

    private void endRound() {
        roundNs = System.nanoTime() - roundMadeNs;
        roundMadeNs = 0;
        sweepIfDue();
    }

    private void sweepIfDue() {
        if (nowMs - sweptMs >= SWEEP_MS) {
            sweptMs = nowMs;
            final long wallMs = rooms.wallClockMs();
            List.copyOf(socketsByRoom.values()).forEach(sockets -> sweep(sockets, wallMs));
        }
    }

    private static void fallBehind(final RoomSockets sockets) {
        for (int i = 0; i < sockets.count(); i++) {
            if (sockets.get(i).following() == Following.FOLLOWING) {
                sockets.get(i).transition(Following.BEHIND);
            }
        }
    }

    private void offerTick(final LiveViewer viewer, final ByteBuf frame) {
        counters.increment(RoomCounter.TICKS_OFFERED);
        if (follow(viewer)) {
            counters.increment(RoomCounter.TICKS_SENT);
            viewer.socket().writeShared(frame);
        } else {
            counters.increment(RoomCounter.TICKS_SLOWED);
            if (viewer.following() == Following.BEHIND) {
                counters.increment(RoomCounter.TICKS_BEHIND);
            }
        }
    }

    /** Whether a viewer takes the tick at hand; moves it on if it is behind or has caught up. */
    private boolean follow(final LiveViewer viewer) {
        final boolean behind = viewer.socket().isBehind();
        if (viewer.following() == Following.FOLLOWING) {
            if (behind) {
                viewer.transition(Following.BEHIND);
            }
            return !behind;
        }
        catchUp(viewer, behind);
        return false;
    }

    private void catchUp(final LiveViewer viewer, final boolean behind) {
        if (viewer.following() == Following.BEHIND && !behind) {
            viewer.transition(Following.WAITING);
            askForPicture(socketsByRoom.get(viewer.room().id()), viewer);
        }
    }

    private void sweep(final RoomSockets sockets, final long wallMs) {
        for (int i = sockets.count() - 1; i >= 0; i--) {
            final LiveViewer viewer = sockets.get(i);
            final long behindMs = viewer.behindMs(nowMs);
            if (behindMs > options.stuckMs()) {
                counters.increment(RoomCounter.CLOSED_SLOW);
                dismiss(viewer, Farewell.TOO_SLOW);
            } else if (wallMs >= viewer.expiresAtMs()) {
                dismiss(viewer, Farewell.TOKEN_EXPIRED);
            } else if (viewer.silentMs(nowMs) >= options.idleMs()) {
                counters.increment(RoomCounter.CLOSED_IDLE);
                dismiss(viewer, Farewell.IDLE);
            } else {
                catchUp(viewer, viewer.socket().isBehind());
                pingIfSilent(viewer);
            }
        }
    }

    private void pingIfSilent(final LiveViewer viewer) {
        if (viewer.silentMs(nowMs) >= options.idleMs() / 2 && viewer.pinged(nowMs)) {
            viewer.socket().write(WireFrames.ping());
        }
    }
}
