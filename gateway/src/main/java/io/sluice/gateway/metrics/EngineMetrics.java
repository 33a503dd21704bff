package io.sluice.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.engine.ring.EngineCounter;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.RingGauge;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The engine's figures as meters, read where they stand. Any thread. */
final class EngineMetrics {
    /** Counters that tell how something stands, not how much of it there was. */
    private static final Set<EngineCounter> STANDINGS = EnumSet.of(
            EngineCounter.HOLDS,
            EngineCounter.TURNS,
            EngineCounter.DECIDE_MAX_NS,
            EngineCounter.BATCH_MAX,
            EngineCounter.FORCE_MAX_NS,
            EngineCounter.REPLAY_SEQUENCE,
            EngineCounter.SNAPSHOT_SEQUENCE);

    private static final double NS_PER_SECOND = 1e9;

    private final PrometheusMeterRegistry registry;
    private final EnginePort engine;

    private EngineMetrics(final PrometheusMeterRegistry registry, final EnginePort engine) {
        this.registry = registry;
        this.engine = engine;
    }

    static void register(final PrometheusMeterRegistry registry, final EnginePort engine) {
        final EngineMetrics metrics = new EngineMetrics(registry, engine);
        metrics.registerRing();
        metrics.registerJournal();
        metrics.registerCounters();
        metrics.registerBatches();
    }

    private void registerRing() {
        final RingGauge ring = new RingGauge(engine);
        gauge("sluice.ring.slots", "Slots of the ring", port -> ring.slots());
        gauge("sluice.ring.slots.taken", "Slots of the ring that are taken", port -> ring.taken());
        gauge("sluice.ring.slots.remaining", "Slots of the ring that are free", port -> ring.remaining());
        gauge(
                "sluice.engine.halted",
                "1 when the engine has halted, 0 while it runs",
                port -> port.haltReason() == null ? 0 : 1);
    }

    private void registerJournal() {
        gauge("sluice.journal.durable.sequence", "Number of the newest durable record", EnginePort::durableSequence);
        gauge("sluice.journal.disk.free.bytes", "Free bytes of the journal's disk", EnginePort::freeBytes);
        gauge(
                "sluice.journal.disk.low.bytes",
                "Free bytes below which nothing is accepted, lowSpaceBytes",
                EnginePort::lowSpaceBytes);
        gauge(
                "sluice.journal.disk.low",
                "1 while nothing is accepted for want of disk, otherwise 0",
                port -> port.isStorageLow() ? 1 : 0);
    }

    private void registerCounters() {
        final EngineCounters counters = engine.counters();
        for (final EngineCounter counter : EngineCounter.values()) {
            final boolean isTime = counter.unit() == EngineCounter.Unit.NS;
            final String name = "sluice.engine." + counter.label() + (isTime ? ".seconds" : "");
            final ToDoubleFunction<EngineCounters> value =
                    isTime ? all -> all.get(counter) / NS_PER_SECOND : all -> all.get(counter);
            if (STANDINGS.contains(counter)) {
                Gauge.builder(name, counters, value)
                        .description(counter.sentence())
                        .register(registry);
            } else {
                FunctionCounter.builder(name, counters, value)
                        .description(counter.sentence())
                        .register(registry);
            }
        }
    }

    private void registerBatches() {
        final EngineCounters counters = engine.counters();
        registry.getPrometheusRegistry()
                .register(Histograms.ofSeconds(
                        "sluice_engine_force_seconds", "Time to make one batch durable", counters.forceNs()));
        registry.getPrometheusRegistry()
                .register(Histograms.ofCounts(
                        "sluice_engine_batch_slots", "Slots of one batch made durable", counters.batchSlots()));
    }

    private void gauge(final String name, final String sentence, final ToDoubleFunction<EnginePort> value) {
        Gauge.builder(name, engine, value).description(sentence).register(registry);
    }
}
