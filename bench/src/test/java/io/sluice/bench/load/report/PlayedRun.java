package io.sluice.bench.load.report;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Ending;
import io.sluice.bench.load.Figures;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.ScenarioException;
import io.sluice.bench.load.ScenarioReader;
import io.sluice.bench.load.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Builds the result of a run of twenty seconds, ten of them quiet and ten a spike, with figures that are easy to foretell. */
final class PlayedRun {
    static final long STARTED_AT_MS = 1_790_000_000_000L;

    private static final int SECONDS = 20;
    private static final int SPIKE = 10;
    private static final String ASKED = """
            title: Small <run>
            target: {room: 1, offers: [{offer: 1001, stock: 500}]}
            crowd: {viewers: 300}
            stages:
              - {name: quiet, lasts: 10s, orders: 100/s}
              - {name: spike, lasts: 10s, orders: 100/s -> 400/s}
            thresholds: ["orders.p99 < 50ms", "orders-shed < 100", "orders-sent.rate > 50", "oversold == 0"]
            """;

    private final List<AuditFinding> findings = new ArrayList<>();
    private long orderMs = 8;
    private long spikeOrderMs = 8;
    private long latenessMs = 1;
    private long shedInSpike;
    private double cpu = Double.NaN;
    private Ending ending = Ending.COMPLETE;

    PlayedRun orderMs(final long ms) {
        orderMs = ms;
        spikeOrderMs = ms;
        return this;
    }

    PlayedRun spikeOrderMs(final long ms) {
        spikeOrderMs = ms;
        return this;
    }

    PlayedRun latenessMs(final long ms) {
        latenessMs = ms;
        return this;
    }

    PlayedRun shedInSpike(final long perSecond) {
        shedInSpike = perSecond;
        return this;
    }

    PlayedRun cpu(final double share) {
        cpu = share;
        return this;
    }

    PlayedRun found(final AuditFinding.Kind kind) {
        findings.add(new AuditFinding(kind, "order 17 </script><b>of viewer 4000000001"));
        return this;
    }

    PlayedRun endedEarly() {
        return ending(Ending.TOLD_TO_END);
    }

    PlayedRun ending(final Ending how) {
        ending = how;
        return this;
    }

    RunResult result() {
        final Scenario scenario = scenario();
        final Measurements measured = new Measurements();
        for (int second = 0; second < SECONDS; second++) {
            play(measured, second);
        }
        return new RunResult(
                scenario,
                STARTED_AT_MS,
                ending,
                measured,
                2_000,
                findings,
                Verdicts.of(scenario, new Figures(scenario, measured, 2_000, counts())));
    }

    private Map<AuditFinding.Kind, Long> counts() {
        return findings.stream().collect(Collectors.groupingBy(AuditFinding::kind, Collectors.counting()));
    }

    ResultFile file() {
        return new ResultFile(ResultJson.of(result()));
    }

    private void play(final Measurements measured, final int second) {
        final boolean spiking = second >= SPIKE;
        measured.count(Count.ORDERS_MEANT, 100);
        measured.count(Count.ORDERS_SENT, 100);
        measured.count(Count.ORDERS_RESERVED, 90);
        for (int i = 0; i < 100; i++) {
            final int jitterMs = (i + second) % 3;
            final long ms = (spiking ? spikeOrderMs : orderMs) + jitterMs;
            measured.time(Measure.ORDERS, TimeUnit.MILLISECONDS.toNanos(ms));
            measured.time(Measure.LATENESS, TimeUnit.MILLISECONDS.toNanos(latenessMs));
        }
        measured.refused("SOLD_OUT");
        if (spiking) {
            measured.count(Count.ORDERS_SHED, shedInSpike);
        }
        if (!Double.isNaN(cpu)) {
            measured.gauge("server.cpu", cpu);
        }
        measured.endSecond();
    }

    private static Scenario scenario() {
        try {
            return ScenarioReader.parse(ASKED);
        } catch (final ScenarioException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
