package io.sluice.gateway.room;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.engine.view.RoomBoard;
import io.sluice.gateway.RoomHost;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.http.LiveEndpoint;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** The live rooms of one process, ticker included. Any thread. */
public final class LiveRoomHost implements RoomHost {
    private final Vertx vertx;
    private final EnginePort engine;
    private final LiveRooms rooms;
    private String ticker;

    private LiveRoomHost(final Vertx vertx, final EnginePort engine, final LiveRooms rooms) {
        this.vertx = vertx;
        this.engine = engine;
        this.rooms = rooms;
    }

    /**
     * Opens the rooms of a board and starts to tick.
     *
     * @param vertx        gives the ticker an event loop; stays the caller's.
     * @param engine       a launched engine; it stays the caller's.
     * @param link         the listener the engine was given; a stream of it is taken.
     * @param board        the engine's board; the ticker's from now on.
     * @param options      is concluded here.
     * @param wallClockMs  the clock tokens expire by, epoch ms.
     * @return done when the board's rooms can be entered.
     * @throws IllegalArgumentException when an option is off; the message is name=value and what is allowed.
     */
    public static Future<LiveRoomHost> open(
            final Vertx vertx,
            final EnginePort engine,
            final LinkListener link,
            final RoomBoard board,
            final RoomOptions options,
            final LongSupplier wallClockMs) {
        final LiveRooms rooms = new LiveRooms(options.conclude(), engine::nowMs, wallClockMs);
        final LiveRoomHost host = new LiveRoomHost(vertx, engine, rooms);
        return vertx.deployVerticle(new TickerVerticle(rooms, engine, link, board))
                .onSuccess(deployment -> host.ticker = deployment)
                .map(host);
    }

    /** Registers the figures of the rooms. */
    public void register(final GatewayMetrics metrics) {
        final MeterRegistry meters = metrics.registry();
        metrics.registerFrames(rooms.frames().byLabel());
        metrics.registerLag("ticker", rooms::tickerLagNs);
        final RoomCounters counters = rooms.counters();
        for (final RoomCounter counter : RoomCounter.values()) {
            FunctionCounter.builder("sluice.rooms." + counter.label(), counters, all -> all.get(counter))
                    .description(counter.sentence())
                    .register(meters);
        }
        Gauge.builder("sluice.rooms.connections", rooms, LiveRooms::connections)
                .description("Live connections now")
                .register(meters);
        Gauge.builder("sluice.rooms.tick.interval", rooms, all -> all.tickMs() / 1_000.0)
                .description("Time between two ticks, longer than is set while event loops take long over them")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("sluice.rooms.connections.limit", rooms, all -> all.options()
                        .maxConnections())
                .description("Live connections that the process takes, room.connections")
                .register(meters);
    }

    /** What is counted. */
    public RoomCounters counters() {
        return rooms.counters();
    }

    /** Live connections now. */
    public int connections() {
        return rooms.connections();
    }

    @Override
    public LiveEndpoint endpoint(
            final Executor eventLoop,
            final EngineClient client,
            final Admission admission,
            final ShareCodec shares,
            final OrderTraces traces) {
        return new LiveHandler(rooms, rooms.registry(eventLoop), client, admission, shares, engine, traces);
    }

    @Override
    public Buffer snapshot(final long room) {
        return rooms.snapshot(room);
    }

    @Override
    public long itemOf(final long room, final long offer) {
        return rooms.itemOf(room, offer);
    }

    @Override
    public long frontRoom() {
        return rooms.frontRoom();
    }

    @Override
    public int viewers(final long room) {
        return rooms.viewers(room);
    }

    @Override
    public Future<Buffer> list(final long before, final int limit) {
        return rooms.list(before, limit);
    }

    @Override
    public Future<Buffer> bookings(final long viewer) {
        return rooms.bookings(viewer);
    }

    @Override
    public Future<Buffer> stocks(final long item, final int after, final int limit) {
        return rooms.stocks(item, after, limit);
    }

    @Override
    public Future<Void> stop() {
        return rooms.stop().compose(told -> vertx.undeploy(ticker));
    }
}
