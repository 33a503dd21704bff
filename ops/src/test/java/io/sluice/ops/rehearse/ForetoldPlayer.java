package io.sluice.ops.rehearse;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Ending;
import io.sluice.bench.load.Figures;
import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A player that asks no server: ten seconds at once, in which every order takes as long as it was told for each that is asked. */
final class ForetoldPlayer implements ScenarioPlayer {
    private static final int SECONDS = 10;

    private final Scenario scenario;
    private final long orderMs;
    private final long latenessMs;
    private final Runnable inEachSecond;
    private boolean ended;

    ForetoldPlayer(final Scenario scenario, final long orderMs, final long latenessMs, final Runnable inEachSecond) {
        this.scenario = scenario;
        this.orderMs = orderMs;
        this.latenessMs = latenessMs;
        this.inEachSecond = inEachSecond;
    }

    @Override
    public RunResult play(final Consumer<Measurements> eachSecond) {
        final Measurements measured = new Measurements();
        for (int second = 0; second < SECONDS && !ended; second++) {
            measured.count(Count.ORDERS_MEANT, 1);
            measured.count(Count.ORDERS_SENT, 1);
            measured.time(Measure.ORDERS, (long) (TimeUnit.MILLISECONDS.toNanos(orderMs) * scenario.most(Flow.ORDERS)));
            measured.time(Measure.LATENESS, TimeUnit.MILLISECONDS.toNanos(latenessMs));
            inEachSecond.run();
            measured.endSecond();
            eachSecond.accept(measured);
        }
        final Figures figures = new Figures(scenario, measured, SECONDS, Map.of());
        return new RunResult(
                scenario,
                0,
                ended ? Ending.TOLD_TO_END : Ending.COMPLETE,
                measured,
                SECONDS,
                List.of(),
                Verdicts.of(scenario, figures));
    }

    @Override
    public void end() {
        ended = true;
    }
}
