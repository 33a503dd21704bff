package io.sluice.gateway;

import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.OriginPolicy;
import io.sluice.gateway.admission.TicketOffice;
import io.sluice.gateway.admission.TokenKeys;
import io.sluice.gateway.admission.TokenVerifier;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.http.HttpServices;
import io.sluice.gateway.http.HttpVerticle;
import io.sluice.gateway.http.JournalFeeds;
import io.sluice.gateway.http.LedgerDesk;
import io.sluice.gateway.imports.Imports;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.RingGauge;
import io.sluice.gateway.metrics.GatewayMetrics;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway of one process: the public server on its event loops, and the management port. Launched when the engine is
 * up, stopped before it is closed.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long DRAIN_POLL_MS = 10;
    private static final long TRACES_SENT_WITHIN_MS = 2_000;

    private final Vertx vertx;
    private final GatewayContext context;
    private final EnginePort engine;
    private final RoomHost rooms;
    private final GatewayMetrics metrics;
    private final HttpServices services;
    private final List<HttpVerticle> servers = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private final ManagementVerticle management;
    private final ConsumerWatch consumers;
    private final ServerCertificate certificate;
    private final CertificateWatch certificates;
    private long keysTimer;
    private Future<Void> stopped;

    private Gateway(
            final Vertx vertx,
            final GatewayContext context,
            final EnginePort engine,
            final LinkListener link,
            final RoomHost rooms,
            final GatewayMetrics metrics) {
        this.vertx = vertx;
        this.context = context;
        this.engine = engine;
        this.rooms = rooms;
        this.metrics = metrics;
        services = services(link);
        consumers = new ConsumerWatch(vertx, engine);
        certificate = context.certificate();
        certificates = new CertificateWatch(vertx, context, certificate, servers);
        management = new ManagementVerticle(
                context.text(GatewayProperty.MANAGEMENT_HOST),
                context.number(GatewayProperty.MANAGEMENT_PORT),
                this::whyUnhealthy,
                this::whyUnready,
                services.feeds()::write,
                metrics);
    }

    /**
     * Opens the doors.
     *
     * @param engine   a launched engine; it stays the caller's.
     * @param link     the listener the engine was given.
     * @param context  is concluded here.
     * @param rooms    the live rooms.
     * @param metrics  is closed by {@link #stop()}.
     * @param vertx    stays the caller's.
     * @return done when both ports listen; failed with the reason when one does not.
     * @throws IllegalArgumentException when a property is off; the message is name=value and what is allowed.
     */
    public static Future<Gateway> launch(
            final Vertx vertx,
            final EnginePort engine,
            final LinkListener link,
            final GatewayContext context,
            final RoomHost rooms,
            final GatewayMetrics metrics) {
        final Gateway gateway = new Gateway(vertx, context.conclude(), engine, link, rooms, metrics);
        return gateway.start().map(gateway);
    }

    /** The public port. */
    public int port() {
        return servers.get(0).port();
    }

    /** The management port. */
    public int managementPort() {
        return management.port();
    }

    /** Readers of the journal at this moment. */
    public int openFeeds() {
        return services.feeds().openFeeds();
    }

    /**
     * Takes in nobody and nothing new, gives what is in flight the time to be answered, says goodbye to the rooms, and
     * closes the ports. The engine is the caller's to close. Any thread; the second time it answers as the first.
     */
    public synchronized Future<Void> stop() {
        if (stopped == null) {
            stopped = closeDoors();
        }
        return stopped;
    }

    private Future<Void> closeDoors() {
        services.admission().stop();
        services.feeds().stop();
        consumers.stop();
        certificates.stop();
        services.ledger().stop();
        return Future.join(servers.stream().map(HttpVerticle::turn).toList())
                .compose(refusing -> importEnded())
                .compose(ended -> drained(System.nanoTime()))
                .compose(drained -> rooms.stop())
                .compose(told -> undeploy())
                .compose(undeployed -> tracesSent())
                .onComplete(closed -> metrics.close());
    }

    /** What has failed was told to its operator. */
    private Future<?> importEnded() {
        return Future.fromCompletionStage(services.imports().stop()).otherwiseEmpty();
    }

    /** A collector that does not listen is not waited for. */
    private Future<Void> tracesSent() {
        final Promise<Void> sent = Promise.promise();
        services.traces().close(sent::tryComplete);
        vertx.setTimer(TRACES_SENT_WITHIN_MS, timer -> sent.tryComplete());
        return sent.future();
    }

    private Future<Void> undeploy() {
        vertx.cancelTimer(keysTimer);
        return Future.join(deployments.stream().map(vertx::undeploy).toList()).mapEmpty();
    }

    private Future<?> start() {
        metrics.register(services.admission());
        metrics.register(services.tickets());
        metrics.register(services.traces().counts());
        metrics.register(engine, () -> whyUnready() == null);
        final JournalFeeds feeds = services.feeds();
        metrics.registerReaders(feeds::openFeeds, feeds::lagRecords, feeds::lagMs, consumers::lagRecords);
        metrics.registerCertificate(certificates::notAfterSeconds, certificates::isUsable);
        consumers.start();
        final List<Future<String>> deployed = new ArrayList<>();
        for (int i = 0; i < context.eventLoops(); i++) {
            final HttpVerticle server = new HttpVerticle(
                    services,
                    context.httpLimits(),
                    certificate == null ? null : certificate.files(),
                    (eventLoop, client) -> rooms.endpoint(
                            eventLoop, client, services.admission(), context.shareCodec(), services.traces()),
                    i);
            servers.add(server);
            deployed.add(deploy(server, GatewayProperty.PORT));
        }
        deployed.add(deploy(management, GatewayProperty.MANAGEMENT_PORT));
        return Future.join(deployed).onSuccess(all -> {
            deployed.forEach(each -> deployments.add(each.result()));
            services.ledger().start();
            certificates.start();
        });
    }

    /** What keeps a server from listening is told with its port. */
    private Future<String> deploy(final Deployable server, final GatewayProperty port) {
        return vertx.deployVerticle(server)
                .recover(cause -> Future.failedFuture(new IllegalStateException(
                        port.propertyName() + "=" + context.text(port) + ": " + cause.getMessage(), cause)));
    }

    private HttpServices services(final LinkListener link) {
        metrics.register(link.orderOutcomes());
        return new HttpServices(
                engine,
                link,
                new Admission(context.admissionLimits(), new RingGauge(engine)),
                context.clientAddresses(),
                new TicketOffice(
                        context.ticketRate(),
                        context.number(GatewayProperty.TICKET_LIFETIME_MS),
                        context.number(GatewayProperty.TICKETS_OUT),
                        context.wallClockMs()),
                new OriginPolicy(context.origins()),
                tokenVerifier(),
                context.isDemo() ? context.tokenIssuer() : null,
                () -> new WebhookSignature(context.webhookSecret(), context.wallClockMs()),
                context::shareCodec,
                rooms,
                new JournalFeeds(engine, context.number(GatewayProperty.MAX_FEEDS)),
                new Imports(
                        engine,
                        link,
                        context.number(GatewayProperty.MAX_IMPORT_BYTES),
                        context.number(GatewayProperty.ANSWER_TIMEOUT_MS)),
                new LedgerDesk(engine, link, context.timeZone(), context.number(GatewayProperty.LEDGER_MAX_POSTINGS)),
                metrics,
                context.traces(),
                context.wallClockMs());
    }

    private TokenVerifier tokenVerifier() {
        final String issuer = context.text(GatewayProperty.TOKEN_ISSUER);
        final String audience = context.text(GatewayProperty.TOKEN_AUDIENCE);
        final String jwks = context.text(GatewayProperty.TOKEN_JWKS);
        if (jwks.isEmpty()) {
            return new TokenVerifier(
                    TokenKeys.ofSecret(context.tokenSecret()), issuer, audience, AlgorithmIdentifiers.HMAC_SHA256);
        }
        final TokenKeys keys = new TokenKeys(jwks);
        keys.refresh();
        final long periodMs = TimeUnit.SECONDS.toMillis(context.number(GatewayProperty.TOKEN_JWKS_REFRESH_SECONDS));
        keysTimer = vertx.setPeriodic(periodMs, timer -> vertx.executeBlocking(() -> {
                    keys.refresh();
                    return keys;
                })
                .onFailure(why -> LOG.warn("the keys of before stay good", why)));
        return new TokenVerifier(keys, issuer, audience, TokenKeys.algorithms());
    }

    private Future<Void> drained(final long sinceNs) {
        final boolean patient =
                System.nanoTime() - sinceNs < TimeUnit.MILLISECONDS.toNanos(context.number(GatewayProperty.STOP_MS));
        if (patient && servers.stream().anyMatch(server -> server.inFlight() > 0)) {
            final Promise<Void> later = Promise.promise();
            vertx.setTimer(DRAIN_POLL_MS, timer -> drained(sinceNs).onComplete(later));
            return later.future();
        }
        return Future.succeededFuture();
    }

    private String whyUnhealthy() {
        return engine.haltReason() == null ? null : "the engine has halted: " + engine.haltReason();
    }

    private String whyUnready() {
        if (services.admission().isStopping()) {
            return "stopping";
        }
        return engine.isStorageLow() ? "storage is low" : whyUnhealthy();
    }
}
