package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.engine.protocol.Outcome;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.admission.TicketOffice;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.OrderOutcomes;
import io.sluice.gateway.trace.SpanCounts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** The meters of one process, registered once and read where the figures stand. Any thread. */
public final class GatewayMetrics implements AutoCloseable {
    /** What Prometheus asks for, and the only format that has room for examples. */
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private static final String OPEN_METRICS_TYPE = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String TEXT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PLACE_ORDER = "placeOrder";

    private static final double MS_PER_SECOND = 1e3;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(new ScrapeSettings());
    private final Map<String, RequestFigures> routes = new ConcurrentHashMap<>();
    private final Durations orderTimes = new Durations(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    /** A registry with the figures of the JVM. */
    public GatewayMetrics() {
        // Its unit is in no base unit, and process_cpu_usage says as much.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        // A name that ends in "count" is a histogram's.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        registry.getPrometheusRegistry().register(new BuildInfo());
        registry.getPrometheusRegistry()
                .register(Histograms.ofDurations(
                        "sluice_order_time_seconds", "From an order's last byte to its durable answer", orderTimes));
        registry.getPrometheusRegistry()
                .register(new RequestCollector(
                        "sluice_http_requests",
                        "Requests answered, by route and status",
                        "sluice_http_request_duration_seconds",
                        "From a request's arrival to its answer, by route",
                        "route",
                        routes));
    }

    /** Where others register theirs. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The counts of one route, the same for all event loops. */
    public RequestFigures route(final String name) {
        return routes.computeIfAbsent(
                name, route -> route.equals(PLACE_ORDER) ? RequestFigures.ofOrders() : RequestFigures.of());
    }

    /** The times from an order's last byte to its durable answer. */
    public Durations orderTimes() {
        return orderTimes;
    }

    /** What became of the traces' spans. */
    public void register(final SpanCounts spans) {
        span(spans, "made", SpanCounts::made);
        span(spans, "sent", SpanCounts::sent);
        span(spans, "lost", SpanCounts::lost);
    }

    /** Decisions on orders by outcome. */
    public void register(final OrderOutcomes outcomes) {
        for (final Outcome outcome : Outcome.values()) {
            FunctionCounter.builder("sluice.orders", outcomes, all -> all.count(outcome))
                    .description("Decisions on orders, by outcome")
                    .tag("outcome", outcome.name())
                    .register(registry);
        }
    }

    /** What was let in and what was shed, by activity and reason. */
    public void register(final Admission admission) {
        for (final Activity activity : Activity.values()) {
            for (final Shed reason : Shed.values()) {
                FunctionCounter.builder("sluice.admission", admission, all -> all.count(activity, reason))
                        .description(
                                "What was let in at the door (ADMITTED) and what was shed there or, RING_FULL and STORAGE_LOW, behind it")
                        .tag("activity", activity.name())
                        .tag("reason", reason.name())
                        .register(registry);
            }
        }
    }

    /** Tickets that are out. */
    public void register(final TicketOffice office) {
        Gauge.builder("sluice.tickets.out", office, TicketOffice::ticketsOut)
                .description("Tickets issued and not used yet")
                .register(registry);
    }

    /** The engine's figures, and whether viewers may come. */
    public void register(final EnginePort engine, final BooleanSupplier isReady) {
        EngineMetrics.register(registry, engine);
        Gauge.builder("sluice.ready", isReady, ready -> ready.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .description("1 while viewers may come, otherwise 0; /readyz says why")
                .register(registry);
    }

    /** What came of the frames of viewers, by kind. */
    public void registerFrames(final Map<String, RequestFigures> kinds) {
        registry.getPrometheusRegistry()
                .register(new RequestCollector(
                        "sluice_frames",
                        "Frames of viewers answered, by kind and by the status an answer over HTTP has",
                        "sluice_frame_duration_seconds",
                        "From a frame's arrival to its answer, durable where it is a decision, by kind",
                        "kind",
                        kinds));
    }

    /** How far the readers of the journal are behind. */
    public void registerReaders(
            final IntSupplier open,
            final LongSupplier lagRecords,
            final LongSupplier lagMs,
            final LongSupplier consumerLagRecords) {
        gauge("sluice.feeds.open", "Readers of the journal feed at this moment", open::getAsInt);
        gauge(
                "sluice.feeds.lag.records",
                "Records by which the slowest open reader of the feed is behind the newest durable one",
                lagRecords::getAsLong);
        gauge(
                "sluice.feeds.lag.seconds",
                "Time since the oldest record that an open reader of the feed was to be sent and was not, the longest of all",
                () -> lagMs.getAsLong() / MS_PER_SECOND);
        gauge(
                "sluice.consumers.lag.records",
                "Records that the slowest registered consumer has not confirmed, as of the last ten seconds; 0 for none",
                consumerLagRecords::getAsLong);
    }

    /** The certificate that is shown, and the files that the next one is read from. */
    public void registerCertificate(final LongSupplier notAfterSeconds, final BooleanSupplier isUsable) {
        gauge(
                "sluice.tls.certificate.not.after.timestamp.seconds",
                "When the certificate that is shown, or one between it and its root, runs out, since the epoch; 0 for plain HTTP",
                notAfterSeconds::getAsLong);
        gauge(
                "sluice.tls.files.usable",
                "1 while the certificate's files hold one with its key, as of the last look, otherwise 0; 1 for plain HTTP",
                () -> isUsable.getAsBoolean() ? 1 : 0);
    }

    private void span(final SpanCounts spans, final String fate, final ToDoubleFunction<SpanCounts> count) {
        FunctionCounter.builder("sluice.trace.spans", spans, count)
                .description("Spans of orders that were traced: made, taken by the collector, or not taken and lost")
                .tag("fate", fate)
                .register(registry);
    }

    private void gauge(final String name, final String sentence, final DoubleSupplier value) {
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .strongReference(true)
                .description(sentence)
                .register(registry);
    }

    /** One event loop's commands in flight. */
    public void register(final int loop, final EngineClient client) {
        Gauge.builder("sluice.link.in.flight", client, EngineClient::inFlight)
                .description("Commands and queries sent and not answered yet")
                .tag("loop", Integer.toString(loop))
                .register(registry);
    }

    /** By how much a timer of one event loop came late, in ns. */
    public void registerLag(final String loop, final LongSupplier worstLagNs) {
        Gauge.builder("sluice.loop.lag.seconds", worstLagNs, lag -> lag.getAsLong() / 1e9)
                .strongReference(true)
                .description("By how much the event loop's timer came late, the worst of the last ten seconds")
                .tag("loop", loop)
                .register(registry);
    }

    /**
     * The format in which a scraper gets the figures.
     *
     * @param accept  what it says to take, null for anything.
     */
    public static String contentType(final String accept) {
        return accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS_TYPE : TEXT_TYPE;
    }

    /** All figures, in a format of {@link #contentType}. */
    public String scrape(final String contentType) {
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
