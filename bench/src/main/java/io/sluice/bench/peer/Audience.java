package io.sluice.bench.peer;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.client.LiveListener;
import io.sluice.bench.load.client.LiveSocket;
import io.sluice.bench.load.client.LiveSockets;
import io.sluice.bench.load.client.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * So many sockets, opened a few at a time. None of them may end before the load does: a peer that gives up some of its viewers
 * has less to do. On the loop's thread, but for {@link #open}.
 */
final class Audience implements LiveListener {
    private static final int MOST_OPENING = 128;
    private static final long BEAT_MS = 2;

    private final Loop loop;
    private final LiveSockets sockets;
    private final Entrance entrance;
    private final FrameListener frames;
    private final LiveSocket[] seats;
    private final CompletableFuture<Void> everybody = new CompletableFuture<>();
    private final CompletableFuture<Void> failure;
    private int asked;
    private int open;

    /**
     * Nobody yet.
     *
     * @param frames   hears of every frame.
     * @param failure  is completed with what kept a socket from being there.
     */
    Audience(
            final Loop loop,
            final LiveSockets sockets,
            final Entrance entrance,
            final int size,
            final FrameListener frames,
            final CompletableFuture<Void> failure) {
        this.loop = loop;
        this.sockets = sockets;
        this.entrance = entrance;
        this.frames = frames;
        this.failure = failure;
        seats = new LiveSocket[size];
    }

    /** Lets everybody in; done when they are. Once, from any thread. */
    CompletableFuture<Void> open() {
        loop.thread().execute(this::beat);
        return everybody;
    }

    int size() {
        return seats.length;
    }

    LiveSocket socket(final int viewer) {
        return seats[viewer];
    }

    @Override
    public void onMessage(final LiveSocket socket, final ByteBuf buffer, final int from, final int end) {
        frames.onFrame(socket, buffer, from, end);
    }

    @Override
    public void onClosed(final LiveSocket socket, final int status) {
        fail(new LoadException("the socket of viewer " + socket.viewer() + " has ended"
                + (status == 0 ? "" : ": it was refused with status " + status)));
    }

    // A loop that is shut down beats no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void beat() {
        while (open < asked && seats[open] != null && seats[open].isUpgraded()) {
            open++;
        }
        while (asked < seats.length && asked < open + MOST_OPENING) {
            letIn(asked++);
        }
        if (open == seats.length) {
            everybody.complete(null);
        } else if (!failure.isDone()) {
            loop.thread().schedule(this::beat, BEAT_MS, TimeUnit.MILLISECONDS);
        }
    }

    // What becomes of it is told by the failure, or by everybody.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void letIn(final int viewer) {
        entrance.pathOf(viewer).whenComplete((path, none) -> {
            if (none != null) {
                fail(none);
            } else {
                seats[viewer] = sockets.open(viewer, path, this);
            }
        });
    }

    private void fail(final Throwable reason) {
        failure.completeExceptionally(reason);
    }
}
