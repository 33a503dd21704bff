package io.sluice.gateway.room;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongArrayList;

/**
 * For how long viewers watch rooms that are live, whatever number of connections each has. It tells the engine, up to a
 * hundred viewers of a room a command: of a viewer once a minute, when the viewer leaves and when the room ends. What the
 * engine does not take for now is told later. It keeps twice as many viewers as may be connected: whoever comes beyond that,
 * while the engine takes nothing, is not summed but counted. What a killed process had not told is lost, a minute at most.
 *
 * <p>All times are core time in epoch ms. On the ticker's event loop.
 */
final class WatchingTime {
    /** How often it is told of a viewer who stays. */
    static final int NOTE_MS = 60_000;

    /** How often is looked for what is to be told. */
    static final int SWEEP_MS = 1_000;

    private static final long MS_PER_SECOND = 1_000;
    private static final long NOT_RUNNING = -1;

    /** One viewer of one room. */
    private static final class Watch {
        private final long viewer;
        private int connections;
        private long sinceMs = NOT_RUNNING;
        private long untoldMs;
        private long toldMs;

        Watch(final long viewer) {
            this.viewer = viewer;
        }

        void run(final long nowMs) {
            sinceMs = nowMs;
            toldMs = nowMs;
        }

        void sum(final long nowMs) {
            if (sinceMs != NOT_RUNNING) {
                untoldMs += Math.max(0, nowMs - sinceMs);
                sinceMs = nowMs;
            }
        }

        void halt(final long nowMs) {
            sum(nowMs);
            sinceMs = NOT_RUNNING;
        }

        boolean isDue(final long nowMs) {
            return sinceMs == NOT_RUNNING || nowMs - toldMs >= NOTE_MS;
        }

        int seconds() {
            return (int) Math.min(untoldMs / MS_PER_SECOND, ProtocolLimits.MAX_WATCHED_SECONDS);
        }

        void told(final long nowMs) {
            untoldMs -= seconds() * MS_PER_SECOND;
            toldMs = nowMs;
        }
    }

    /** Who watches one room. */
    private static final class WatchedRoom {
        private final Long2ObjectHashMap<Watch> watches = new Long2ObjectHashMap<>();
        private boolean live;
    }

    private final RoomCounters counters;
    private final EngineClient client;
    private final int maxWatches;
    private final Long2ObjectHashMap<WatchedRoom> rooms = new Long2ObjectHashMap<>();
    private final NoteWatchedWriter note = new NoteWatchedWriter();
    private final Watch[] batch = new Watch[ProtocolLimits.MAX_LISTED_A_COMMAND];
    private final LongArrayList over = new LongArrayList();
    private int batchSize;
    private int watches;
    private long sweptMs;

    WatchingTime(final RoomOptions options, final RoomCounters counters, final EngineClient client) {
        this.counters = counters;
        this.client = client;
        maxWatches = 2 * options.maxConnections();
    }

    /**
     * A viewer has one more connection to a room.
     *
     * @return whether it counts; {@link #left} is to be called of one that does.
     */
    boolean joined(final long room, final long viewer, final long nowMs) {
        final WatchedRoom watched = rooms.computeIfAbsent(room, id -> new WatchedRoom());
        Watch watch = watched.watches.get(viewer);
        if (watch == null) {
            if (watches == maxWatches) {
                counters.increment(RoomCounter.WATCH_SHED);
                return false;
            }
            watches++;
            watch = new Watch(viewer);
            watched.watches.put(viewer, watch);
        }
        watch.connections++;
        if (watch.connections == 1 && watched.live) {
            watch.run(nowMs);
        }
        return true;
    }

    /** A viewer has one connection to a room less, of those that count. */
    void left(final long room, final long viewer, final long nowMs) {
        final Watch watch = rooms.get(room).watches.get(viewer);
        watch.connections--;
        if (watch.connections == 0) {
            watch.halt(nowMs);
        }
    }

    /** Whether a room is live now; its end is told of at once. */
    void room(final long room, final boolean live, final long nowMs) {
        final WatchedRoom watched = rooms.get(room);
        if (live && watched == null) {
            rooms.put(room, new WatchedRoom());
            rooms.get(room).live = true;
        } else if (watched != null && watched.live != live) {
            watched.live = live;
            for (final Watch watch : watched.watches.values()) {
                if (!live) {
                    watch.halt(nowMs);
                } else if (watch.connections > 0) {
                    watch.run(nowMs);
                }
            }
            sweptMs = 0;
        }
    }

    /** Tells the engine what is due, if it was not looked for within {@link #SWEEP_MS}. */
    void sweep(final long nowMs) {
        if (nowMs - sweptMs >= SWEEP_MS) {
            sweptMs = nowMs;
            rooms.forEachLong((room, watched) -> sweep(room, watched, nowMs, false));
        }
    }

    /** Tells the engine all that there is. */
    void noteAll(final long nowMs) {
        rooms.forEachLong((room, watched) -> sweep(room, watched, nowMs, true));
    }

    private void sweep(final long room, final WatchedRoom watched, final long nowMs, final boolean all) {
        for (final Watch watch : watched.watches.values()) {
            if (all || watch.isDue(nowMs)) {
                watch.sum(nowMs);
                if (watch.seconds() > 0) {
                    add(room, watch, nowMs);
                } else if (watch.connections == 0) {
                    over.addLong(watch.viewer);
                }
            }
        }
        send(room, nowMs);
        watches -= over.size();
        over.forEachLong(watched.watches::remove);
        over.clear();
    }

    private void add(final long room, final Watch watch, final long nowMs) {
        batch[batchSize++] = watch;
        if (batchSize == batch.length) {
            send(room, nowMs);
        }
    }

    /** What is not taken stays due; it is summed on and told at the next sweep. */
    private void send(final long room, final long nowMs) {
        final int count = batchSize;
        batchSize = 0;
        if (count == 0) {
            return;
        }
        note.reset(room);
        for (int i = 0; i < count; i++) {
            note.add(batch[i].viewer, batch[i].seconds());
        }
        if (client.send(note, new Told(count)) < 0) {
            return;
        }
        counters.add(RoomCounter.WATCH_NOTED, count);
        for (int i = 0; i < count; i++) {
            batch[i].told(nowMs);
            if (batch[i].connections == 0) {
                over.addLong(batch[i].viewer);
            }
        }
    }

    /** Hears whether the core took what it was told. */
    private final class Told implements ReplyHandler {
        private final int count;

        Told(final int count) {
            this.count = count;
        }

        @Override
        public void onReply(final Reply reply) {
            if (reply.outcome().isRefusal()) {
                counters.add(RoomCounter.WATCH_REFUSED, count);
            }
        }

        @Override
        public void onLate() {
            // It may be noted yet: nothing was lost that is known of.
        }
    }
}
