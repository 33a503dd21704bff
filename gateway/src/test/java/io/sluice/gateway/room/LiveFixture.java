package io.sluice.gateway.room;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineLink;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.AdmissionLimits;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Rate;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Ticket;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.trace.OrderTraces;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A real engine with one room on sale, a ticker on one event loop and a server on another. Ticks come when the test says
 * so. Who connects is in the request's query; the ticket office and the origin are another's matter.
 */
final class LiveFixture implements AutoCloseable {
    static final int SMALL_BUFFER = 8_192;
    static final int HOLD_SECONDS = 600;

    final AtomicInteger ringPercent = new AtomicInteger();
    final LiveRooms rooms;
    final Admission admission = admission();

    private final AtomicLong passedMs = new AtomicLong();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(3));
    private final LinkListener listener = new LinkListener();
    private final FlashEngine engine;
    private final Context tickerLoop = loop();
    private final Context serverLoop = loop();
    private final RoomTicker ticker;
    private final LiveHandler handler;
    private final HttpServer server;
    private final WebSocketClient client;

    LiveFixture(final Path data, final RoomOptions options) {
        this(data, options, OrderTraces.OFF);
    }

    /** The same, whose orders are traced. */
    LiveFixture(final Path data, final RoomOptions options, final OrderTraces traces) {
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(listener)
                .durability(Durability.PROCESS)
                .lowSpaceBytes(1 << 26)
                .snapshotEvery(0)
                .writeOff(0));
        final EnginePort port = new FlashEnginePort(engine);
        rooms = new LiveRooms(options.conclude(), () -> port.nowMs() + passedMs.get(), System::currentTimeMillis);
        final EngineClient tickerClient = listener.connect(port, executor(tickerLoop), 64);
        final OrderNews news = new OrderNews(rooms, tickerClient, port);
        final PlaceNews places = new PlaceNews(rooms, port.durability());
        ticker = new RoomTicker(rooms, engine.board(), tickerClient, news, places, executor(tickerLoop));
        on(tickerLoop, () -> {
            ticker.start(listener.stream(port, executor(tickerLoop), 1 << 20));
            return null;
        });
        handler = new LiveHandler(
                rooms,
                rooms.registry(executor(serverLoop)),
                listener.connect(port, executor(serverLoop), 64),
                admission,
                TestGateway.shares(),
                port,
                traces);
        server = on(serverLoop, () -> vertx.createHttpServer(serverOptions())
                        .requestHandler(this::connect)
                        .listen(0, "127.0.0.1"))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(1 << 20)
                .setReceiveBufferSize(SMALL_BUFFER));
    }

    /** A live room, an item of which there are {@code units}, and an offer of it that is on sale. */
    LiveFixture sell(final long units) {
        give(Commands.putRoom(Commands.ROOM, "晚场"));
        give(Commands.putItem("蛋糕"));
        give(Commands.restock(units));
        give(Commands.putOffer(Commands.OFFER, 0, HOLD_SECONDS));
        give(Commands.changeRoomState(RoomState.LIVE));
        awaitHeard();
        tick();
        return this;
    }

    /** Gives a command to the engine; its answer is seen in what the viewers are told. */
    void give(final CommandWriter command) {
        if (engine.offer(command, EngineLink.NO_REPLY) < 0) {
            throw new AssertionError("the engine refuses commands");
        }
        engine.wake();
    }

    /** Waits until the ticker has heard everything that was given. */
    void awaitHeard() {
        Awaitility.await().until(() -> engine.occupancy() == 0);
        final long durable = engine.durableSequence();
        Awaitility.await().until(() -> on(tickerLoop, () -> engine.board().sequence()) >= durable);
    }

    /** Number of the newest record. */
    long newestRecord() {
        return engine.durableSequence();
    }

    /** Lets time pass for the rooms, if not for the engine. */
    void pass(final long ms) {
        passedMs.addAndGet(ms);
    }

    /** One tick of every room. */
    void tick() {
        on(tickerLoop, () -> {
            ticker.tick();
            return null;
        });
    }

    /** Connects and has its picture. */
    TestViewer join(final long viewer) {
        final TestViewer joined = connect(viewer, null, Long.MAX_VALUE);
        joined.next("room");
        return joined;
    }

    /** As somebody of this role. */
    TestViewer join(final Role role, final long subject) {
        final TestViewer joined = connect("&role=" + role, subject, null, Long.MAX_VALUE);
        joined.next("room");
        return joined;
    }

    TestViewer connect(final long viewer, final String name, final long expiresAtMs) {
        return connect("", viewer, name, expiresAtMs);
    }

    private TestViewer connect(final String more, final long viewer, final String name, final long expiresAtMs) {
        final CompletableFuture<TestViewer> connected = new CompletableFuture<>();
        final WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.actualPort())
                .setURI("/?viewer=" + viewer + "&expires=" + expiresAtMs + more
                        + (name == null ? "" : "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        vertx.runOnContext(start -> {
            final var socket = client.webSocket();
            final TestViewer viewerAtTheEnd = new TestViewer(socket);
            final Future<WebSocket> open = socket.connect(options);
            open.onSuccess(done -> connected.complete(viewerAtTheEnd)).onFailure(connected::completeExceptionally);
        });
        return connected.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Connects, and neither sends a frame nor answers one; what it hears, a character for each byte. */
    Supplier<String> connectMutely(final long viewer) {
        final AtomicReference<String> heard = new AtomicReference<>("");
        vertx.createNetClient().connect(server.actualPort(), "127.0.0.1").onSuccess(socket -> {
            socket.handler(
                    bytes -> heard.accumulateAndGet(bytes.toString(StandardCharsets.ISO_8859_1), String::concat));
            socket.write("GET /?viewer=" + viewer + "&expires=" + Long.MAX_VALUE + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        });
        return heard::get;
    }

    int port() {
        return server.actualPort();
    }

    /** Asks for a tick of every room and does not wait for it. */
    void tickLater() {
        tickerLoop.runOnContext(run -> ticker.tick());
    }

    /** Keeps the ticker's event loop busy until the latch opens. */
    void blockTicker(final CountDownLatch latch) {
        block(tickerLoop, latch);
    }

    /** Keeps the server's event loop busy until the latch opens. */
    void blockServer(final CountDownLatch latch) {
        block(serverLoop, latch);
    }

    private static void block(final Context loop, final CountDownLatch latch) {
        loop.runOnContext(busy -> {
            try {
                latch.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Why a room cannot be entered, null when it can. */
    Problem refusal(final long room) {
        return on(serverLoop, () -> handler.refusal(room));
    }

    /** For how long whom the journal says to have watched, an entry each, as in {@code room 7: 42 60s}. */
    List<String> watched() {
        final List<String> entries = new ArrayList<>();
        try (JournalReader reader = engine.reader(1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                if (record.commandType() == NoteWatchedDecoder.TEMPLATE_ID) {
                    final NoteWatchedDecoder note = new NoteWatchedDecoder()
                            .wrapAndApplyHeader(record.buffer(), record.commandOffset(), new MessageHeaderDecoder());
                    final long room = note.room();
                    note.viewers()
                            .forEach(each ->
                                    entries.add("room " + room + ": " + each.viewer() + " " + each.seconds() + "s"));
                }
            }
        }
        return entries;
    }

    long count(final RoomCounter counter) {
        return rooms.counters().get(counter);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        engine.close();
    }

    private void connect(final HttpServerRequest request) {
        final Identity identity = new Identity(
                Long.parseLong(request.getParam("viewer")),
                request.getParam("role") == null ? Role.VIEWER : Role.valueOf(request.getParam("role")),
                request.getParam("name"),
                Long.parseLong(request.getParam("expires")));
        handler.join(request, new Ticket(Commands.ROOM, identity, Long.MAX_VALUE));
    }

    private Admission admission() {
        final AdmissionLimits limits = new AdmissionLimits(
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                new Rate(1, 3),
                new Rate(1, 4),
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                Rate.UNLIMITED,
                1 << 10,
                75,
                50,
                25);
        return new Admission(limits, () -> {
            if (ringPercent.get() < 0) {
                throw new IllegalStateException("a ring of " + ringPercent.get() + " %");
            }
            return ringPercent.get();
        });
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions().setHttp2ClearTextEnabled(false).setSendBufferSize(SMALL_BUFFER);
    }

    private Context loop() {
        final CompletableFuture<Context> found = new CompletableFuture<>();
        vertx.deployVerticle(context -> {
            found.complete(context);
            return Future.succeededFuture();
        });
        return found.join();
    }

    private static Executor executor(final Context loop) {
        return task -> loop.runOnContext(run -> task.run());
    }

    private static <T> T on(final Context loop, final Supplier<T> task) {
        final CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(run -> {
            try {
                done.complete(task.get());
            } catch (final RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
