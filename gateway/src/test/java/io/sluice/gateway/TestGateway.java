package io.sluice.gateway;

import io.sluice.engine.EngineContext;
import io.sluice.engine.EngineProperty;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.http.LiveEndpoint;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.FlashEnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** A gateway on free ports, with an engine behind it, for one test. */
public final class TestGateway implements AutoCloseable {
    public static final String WEBHOOK_SECRET = "a-secret-shared-with-the-provider";
    public static final String SHARE_SECRET = "a-secret-that-signs-share-codes";
    public static final String TOKEN_SECRET = "a-secret-of-more-than-thirty-two-bytes";
    /** How many viewers the engine may know. */
    public static final int MAX_VIEWERS = 5_000;

    public static final long ENGINE_START_MS = 1_795_262_400_000L;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong passedMs = new AtomicLong();
    private final Rooms rooms = new Rooms();
    private final TokenIssuer issuer;
    private final Gateway gateway;
    private final FlashEngine engine;

    private TestGateway(
            final EnginePort port, final FlashEngine engine, final LinkListener link, final GatewayContext context) {
        this.engine = engine;
        issuer = context.tokenIssuer();
        gateway =
                await(Gateway.launch(vertx, port, link, context.wallClockMs(this::nowMs), rooms, new GatewayMetrics()));
    }

    /** With a real engine in a directory. */
    public static TestGateway launch(final Path data) {
        return launch(data, context());
    }

    /** With a real engine in a directory, and settings of the test's own. */
    public static TestGateway launch(final Path data, final GatewayContext context) {
        final LinkListener link = new LinkListener();
        final FlashEngine engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .listener(link)
                .ringSize(1_024)
                .set(EngineProperty.MAX_ORDERS.propertyName(), "1000000")
                .set(EngineProperty.MAX_VIEWERS.propertyName(), Integer.toString(MAX_VIEWERS))
                .durability(Durability.PROCESS)
                .wallClock(() -> ENGINE_START_MS));
        return new TestGateway(new FlashEnginePort(engine), engine, link, context);
    }

    /** With whatever the port stands for. */
    public static TestGateway launch(final EnginePort port, final LinkListener link, final GatewayContext context) {
        return new TestGateway(port, null, link, context);
    }

    /** Reads and writes the share codes of every test's gateway. */
    public static ShareCodec shares() {
        return new ShareCodec(SHARE_SECRET.getBytes(StandardCharsets.UTF_8));
    }

    /** Settings for a test: free ports, no rate limits, demo endpoints. */
    public static GatewayContext context() {
        return new GatewayContext()
                .set(GatewayProperty.HOST, "127.0.0.1")
                .set(GatewayProperty.PORT, 0)
                .set(GatewayProperty.MANAGEMENT_PORT, 0)
                .set(GatewayProperty.EVENT_LOOPS, 2)
                .set(GatewayProperty.STOP_MS, 500)
                .set(GatewayProperty.DEMO, "true")
                .set(GatewayProperty.TOKEN_SECRET, TOKEN_SECRET)
                .set(GatewayProperty.WEBHOOK_SECRET, WEBHOOK_SECRET)
                .set(GatewayProperty.SHARE_SECRET, SHARE_SECRET)
                .set(GatewayProperty.ADDRESS_PER_SECOND, 0)
                .set(GatewayProperty.ORDER_PER_SECOND, 0)
                .set(GatewayProperty.CLAIM_PER_SECOND, 0)
                .set(GatewayProperty.COMMENT_PER_SECOND, 0)
                .set(GatewayProperty.TOUCH_PER_SECOND, 0)
                .set(GatewayProperty.QUERY_PER_SECOND, 0)
                .set(GatewayProperty.TICKET_PER_SECOND, 0);
    }

    public Api api() {
        return new Api(gateway.port(), this::token);
    }

    /** The management port. */
    public Api management() {
        return new Api(gateway.managementPort(), this::token);
    }

    public int port() {
        return gateway.port();
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Number of the newest durable record; there has to be a real engine. */
    public long sequence() {
        return engine.durableSequence();
    }

    /** Offers a command past HTTP; there has to be a real engine. */
    public void offer(final CommandWriter command) {
        if (engine.offer(command, 0) < 0) {
            throw new IllegalStateException("the engine did not take it");
        }
        engine.wake();
    }

    /** Offers a command past HTTP, behind all before it; answers its record. */
    public long record(final CommandWriter command) {
        Awaitility.await().until(() -> engine.occupancy() == 0);
        offer(command);
        Awaitility.await().until(() -> engine.occupancy() == 0);
        return sequence();
    }

    public Rooms rooms() {
        return rooms;
    }

    public String token(final Role role, final long subject) {
        return issuer.issue(role, subject, null, System.currentTimeMillis() + 3_600_000);
    }

    /** Moves the wall clock on. */
    public void pass(final long ms) {
        passedMs.addAndGet(ms);
    }

    private long nowMs() {
        return System.currentTimeMillis() + passedMs.get();
    }

    public static <T> T await(final Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(gateway.stop());
        await(vertx.close());
        if (engine != null) {
            engine.close();
        }
    }

    /** Rooms that a test says exist; nobody can connect to them. */
    public static final class Rooms implements RoomHost {
        private final Map<Long, Buffer> pictures = new ConcurrentHashMap<>();
        private final Set<Long> offers = ConcurrentHashMap.newKeySet();
        private volatile long front;
        private volatile Buffer listing = Buffer.buffer("{\"rooms\":[],\"sequence\":0}");
        private volatile boolean stopped;

        /** Says which room is for who names none. */
        public void front(final long room) {
            front = room;
        }

        /** What the rooms are listed with, a while after it was asked for. */
        public void listing(final Buffer body) {
            listing = body;
        }

        public void put(final long room, final String picture) {
            pictures.put(room, Buffer.buffer(picture));
        }

        @Override
        public Buffer snapshot(final long room) {
            return pictures.get(room);
        }

        /** Says that there is an offer, in whatever room is asked about. */
        public void offer(final long offer) {
            offers.add(offer);
        }

        @Override
        public long itemOf(final long room, final long offer) {
            return offers.contains(offer) ? offer - Shop.OFFERS_BEHIND_ITEMS : 0;
        }

        @Override
        public long frontRoom() {
            return front;
        }

        @Override
        public int viewers(final long room) {
            return pictures.containsKey(room) ? 0 : NO_ROOM;
        }

        @Override
        public Future<Buffer> list(final long before, final int limit) {
            return Vertx.currentContext().owner().timer(1).map(later -> listing);
        }

        @Override
        public Future<Buffer> bookings(final long viewer) {
            return Future.succeededFuture(Buffer.buffer("{\"bookings\":[],\"sequence\":0}"));
        }

        @Override
        public Future<Buffer> stocks(final long item, final int after, final int limit) {
            return Future.succeededFuture();
        }

        @Override
        public LiveEndpoint endpoint(
                final Executor eventLoop,
                final EngineClient client,
                final Admission admission,
                final ShareCodec shares,
                final OrderTraces traces) {
            return (request, ticket) -> request.toWebSocket();
        }

        /** Whether everybody was said goodbye to. */
        public boolean areStopped() {
            return stopped;
        }

        @Override
        public Future<Void> stop() {
            stopped = true;
            return Future.succeededFuture();
        }
    }
}
