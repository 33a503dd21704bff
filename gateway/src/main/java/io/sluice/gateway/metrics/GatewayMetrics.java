package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.admission.TicketOffice;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.OrderOutcomes;
import io.sluice.gateway.link.RingGauge;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The meters of one process, registered once and read where the figures stand. Any thread. */
public final class GatewayMetrics implements AutoCloseable {
    /** Engine counters that tell how something stands, not how much of it there was. */
    private static final Set<EngineCounter> STANDINGS = EnumSet.of(
            EngineCounter.HOLDS,
            EngineCounter.TURNS,
            EngineCounter.DECIDE_MAX_NS,
            EngineCounter.BATCH_MAX,
            EngineCounter.FORCE_MAX_NS,
            EngineCounter.SNAPSHOT_SEQUENCE);

    private static final Duration[] ORDER_BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, RouteRequests> routes = new ConcurrentHashMap<>();
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    /** A registry with the figures of the JVM. */
    public GatewayMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    /** Where others register theirs. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The counts of one route, the same for all event loops. */
    public RouteRequests route(final String name) {
        return routes.computeIfAbsent(name, route -> new RouteRequests(registry, route));
    }

    /** The time from an order's arrival to its durable answer. */
    public Timer orderTimer() {
        return Timer.builder("sluice.order.time")
                .description("From an order's last byte to its durable answer")
                .serviceLevelObjectives(ORDER_BUCKETS)
                .register(registry);
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

    /** What the engine counts, the newest durable record, and how full the ring is. */
    public void register(final EnginePort engine) {
        Gauge.builder("sluice.ring.occupancy.percent", new RingGauge(engine), RingGauge::getAsInt)
                .strongReference(true)
                .description("Share of the ring's slots that are taken")
                .register(registry);
        Gauge.builder("sluice.journal.durable.sequence", engine, EnginePort::durableSequence)
                .description("Number of the newest durable record")
                .register(registry);
        final EngineCounters counters = engine.counters();
        for (final EngineCounter counter : EngineCounter.values()) {
            if (STANDINGS.contains(counter)) {
                Gauge.builder("sluice.engine." + counter.label(), counters, all -> all.get(counter))
                        .description(counter.sentence())
                        .register(registry);
            } else {
                FunctionCounter.builder("sluice.engine." + counter.label(), counters, all -> all.get(counter))
                        .description(counter.sentence())
                        .register(registry);
            }
        }
    }

    /** One event loop's commands in flight. */
    public void register(final int loop, final EngineClient client) {
        Gauge.builder("sluice.link.in.flight", client, EngineClient::inFlight)
                .description("Commands and queries sent and not answered yet")
                .tag("loop", Integer.toString(loop))
                .register(registry);
    }

    /** By how much a timer of one event loop came late, in ns. */
    public void registerLag(final int loop, final LongSupplier worstLagNs) {
        Gauge.builder("sluice.loop.lag.seconds", worstLagNs, lag -> lag.getAsLong() / 1e9)
                .strongReference(true)
                .description("By how much the event loop's timer came late, the worst of the last ten seconds")
                .tag("loop", Integer.toString(loop))
                .register(registry);
    }

    /** All figures in the Prometheus text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
