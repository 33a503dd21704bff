package io.sluice.gateway.room;

import io.sluice.engine.view.RoomBoard;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.LoopLag;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The ticker's event loop: its stream of records, its way to the engine and its timers. */
final class TickerVerticle extends VerticleBase {
    /** Bytes between the sealer and the ticker; what finds no room there is read from the journal. */
    private static final int STREAM_BYTES = 1 << 22;
    /** Queries for whole orders that may be unanswered. */
    private static final int MAX_IN_FLIGHT = 1_024;

    private static final int PATIENCE_MS = 5_000;
    private static final int LAG_PERIOD_MS = 100;

    private final LiveRooms rooms;
    private final EnginePort engine;
    private final LinkListener link;
    private final RoomBoard board;
    private RoomTicker ticker;

    TickerVerticle(final LiveRooms rooms, final EnginePort engine, final LinkListener link, final RoomBoard board) {
        this.rooms = rooms;
        this.engine = engine;
        this.link = link;
        this.board = board;
    }

    @Override
    public Future<?> start() {
        final Executor eventLoop = task -> context.runOnContext(nothing -> task.run());
        final EngineClient client = link.connect(engine, eventLoop, MAX_IN_FLIGHT);
        final OrderNews news = new OrderNews(rooms, client, engine);
        final PlaceNews places = new PlaceNews(rooms, engine.durability());
        ticker = new RoomTicker(rooms, board, client, news, places, eventLoop);
        ticker.start(link.stream(engine, eventLoop, STREAM_BYTES));
        vertx.setPeriodic(rooms.options().tickMs(), timer -> ticker.tick());
        final LoopLag lag = new LoopLag(LAG_PERIOD_MS);
        rooms.tickerLag(lag);
        vertx.setPeriodic(LAG_PERIOD_MS, timer -> lag.onTimer());
        final long patienceNs = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        vertx.setPeriodic(PATIENCE_MS / 10, timer -> client.expireLate(patienceNs));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        ticker.stop();
        return Future.succeededFuture();
    }
}
