package io.sluice.gateway.room;

import io.sluice.gateway.http.RoomSnapshots;
import io.sluice.gateway.metrics.LoopLag;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * What all event loops share of the live rooms: which rooms there are, who is connected, and the ticker's address. Any
 * thread, unless a method says otherwise.
 */
public final class LiveRooms implements RoomSnapshots {
    private final RoomOptions options;
    private final RoomCounters counters = new RoomCounters();
    private final FrameFigures frames = new FrameFigures();
    private final LongSupplier coreTimeMs;
    private final LongSupplier wallClockMs;
    private final ViewerDirectory directory;
    private final TickPace pace;
    private final ConcurrentHashMap<Long, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final List<RoomRegistry> registries = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile RoomTicker ticker;
    private volatile LoopLag tickerLag;
    private volatile long frontRoom;
    private volatile boolean stopping;

    /**
     * No rooms yet, nobody connected.
     *
     * @param options      concluded; not changed any more.
     * @param coreTimeMs   core time, epoch ms, for any thread.
     * @param wallClockMs  the clock tokens expire by, epoch ms, for any thread.
     */
    public LiveRooms(final RoomOptions options, final LongSupplier coreTimeMs, final LongSupplier wallClockMs) {
        this.options = options;
        this.coreTimeMs = coreTimeMs;
        this.wallClockMs = wallClockMs;
        directory = new ViewerDirectory(options.maxConnectionsPerViewer());
        pace = new TickPace(options);
    }

    /**
     * The registry of one more event loop.
     *
     * @param eventLoop runs tasks on that event loop, in order.
     */
    public RoomRegistry registry(final Executor eventLoop) {
        final RoomRegistry registry = new RoomRegistry(this, eventLoop);
        registries.add(registry);
        return registry;
    }

    @Override
    public Buffer snapshot(final long room) {
        final LiveRoom found = rooms.get(room);
        return found == null ? null : found.askSnapshot();
    }

    @Override
    public long itemOf(final long room, final long offer) {
        final LiveRoom found = rooms.get(room);
        return found == null ? 0 : found.itemOf(offer);
    }

    @Override
    public long frontRoom() {
        return frontRoom;
    }

    @Override
    public int viewers(final long room) {
        final LiveRoom found = rooms.get(room);
        return found == null ? NO_ROOM : Math.max(0, found.audience());
    }

    @Override
    public Future<Buffer> list(final long before, final int limit) {
        return ticker.list(before, limit);
    }

    @Override
    public Future<Buffer> bookings(final long viewer) {
        return ticker.bookings(viewer);
    }

    @Override
    public Future<Buffer> stocks(final long item, final int after, final int limit) {
        return ticker.stocks(item, after, limit);
    }

    /** What was counted. */
    public RoomCounters counters() {
        return counters;
    }

    /** What came of viewers' frames. */
    FrameFigures frames() {
        return frames;
    }

    /** Live connections of this process. */
    public int connections() {
        return connections.get();
    }

    /** Time between two ticks at present: they slow down while event loops take long over them. */
    public int tickMs() {
        return pace.tickMs();
    }

    /**
     * Takes nobody in any more and says goodbye to everybody, with a time to come back that is spread over
     * {@link RoomOptions#reconnectSpreadMs()}.
     *
     * @return done when every event loop has said it.
     */
    public Future<Void> stop() {
        stopping = true;
        final List<Future<Void>> farewells = new ArrayList<>();
        for (final RoomRegistry registry : registries) {
            final Promise<Void> promise = Promise.promise();
            registry.post(() -> {
                registry.dismissAll(Farewell.STOPPING);
                promise.complete();
            });
            farewells.add(promise.future());
        }
        return Future.all(farewells).mapEmpty();
    }

    RoomOptions options() {
        return options;
    }

    TickPace pace() {
        return pace;
    }

    ViewerDirectory directory() {
        return directory;
    }

    List<RoomRegistry> registries() {
        return registries;
    }

    long nowMs() {
        return coreTimeMs.getAsLong();
    }

    long wallClockMs() {
        return wallClockMs.getAsLong();
    }

    boolean isStopping() {
        return stopping;
    }

    /** A room, null when there is none. */
    LiveRoom room(final long id) {
        return rooms.get(id);
    }

    LiveRoom addRoom(final long id) {
        return rooms.computeIfAbsent(id, LiveRoom::new);
    }

    /** Sets the room for who names none, 0 for none. */
    void frontRoom(final long id) {
        frontRoom = id;
    }

    /** Whether one more may connect. Event loops that ask at the same moment may together let in one more each. */
    boolean hasPlace() {
        final boolean has = connections.get() < options.maxConnections();
        if (!has) {
            counters.increment(RoomCounter.CONNECTIONS_REFUSED);
        }
        return has;
    }

    /** Takes a place for a connection; it is given back when it has {@linkplain #left left}. */
    void takePlace() {
        connections.incrementAndGet();
    }

    /** A connection has joined its registry. */
    void joined(final LiveViewer viewer) {
        viewer.room().joined(viewer.isAudience());
        if (viewer.isAudience()) {
            ticker.watched(viewer, true, nowMs());
        }
    }

    /** A connection that had joined has left its registry. */
    void left(final LiveViewer viewer) {
        viewer.room().left(viewer.isAudience());
        if (viewer.isAudience()) {
            ticker.watched(viewer, false, nowMs());
        }
        directory.remove(viewer);
        connections.decrementAndGet();
        counters.increment(RoomCounter.CONNECTIONS_CLOSED);
    }

    void tickerLag(final LoopLag lag) {
        tickerLag = lag;
    }

    /** By how much a timer of the ticker's event loop came late, ns. */
    long tickerLagNs() {
        return tickerLag.worstNs();
    }

    void ticker(final RoomTicker roomTicker) {
        ticker = roomTicker;
    }

    /** Asks for a picture of a room, which the registry is given behind all ticks up to then. */
    void askForPicture(final long room, final RoomRegistry registry) {
        ticker.pictureFor(room, registry);
    }
}
