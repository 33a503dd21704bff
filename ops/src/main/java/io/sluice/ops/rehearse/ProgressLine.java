package io.sluice.ops.rehearse;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Stage;
import io.sluice.bench.load.Statistic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How a run stands, a line that is written anew each second on a terminal, and nothing where there is none. One thread. */
final class ProgressLine implements AutoCloseable {
    private static final long MS_PER_SECOND = 1_000;

    private final PrintWriter err;
    private final boolean shown;
    private final Scenario scenario;
    private boolean begun;

    /**
     * The line of a run.
     *
     * @param shown  whether it is written at all.
     */
    ProgressLine(final PrintWriter err, final boolean shown, final Scenario scenario) {
        this.err = err;
        this.shown = shown;
        this.scenario = scenario;
    }

    /** Writes the last second. */
    void show(final Measurements figures) {
        final List<Measurements.Second> seconds = figures.seconds();
        if (shown && !seconds.isEmpty()) {
            begun = true;
            err.print("\r\033[K" + line(seconds.size(), seconds.get(seconds.size() - 1)));
            err.flush();
        }
    }

    private String line(final int gone, final Measurements.Second second) {
        return String.format(
                Locale.ROOT,
                "%d/%d s %s | orders %d/s of %d, %d reserved, %d shed, %d errors | p50 %s p99 %s ms | tick %s ms | late %s ms",
                gone,
                scenario.durationMs() / MS_PER_SECOND,
                stageAt((gone - 1) * MS_PER_SECOND),
                second.count(Count.ORDERS_SENT),
                second.count(Count.ORDERS_MEANT),
                second.count(Count.ORDERS_RESERVED),
                second.count(Count.ORDERS_SHED),
                second.count(Count.ERRORS),
                ms(second, Measure.ORDERS, Statistic.P50),
                ms(second, Measure.ORDERS, Statistic.P99),
                ms(second, Measure.TICK_DELAY, Statistic.P99),
                ms(second, Measure.LATENESS, Statistic.P99));
    }

    private String stageAt(final long ms) {
        long endMs = 0;
        for (final Stage stage : scenario.stages()) {
            endMs += stage.durationMs();
            if (ms < endMs) {
                return stage.name();
            }
        }
        return "waiting for the last answers";
    }

    private static String ms(final Measurements.Second second, final Measure measure, final Statistic statistic) {
        final double ms = statistic.ms(second.times(measure));
        return Double.isNaN(ms) ? "-" : String.format(Locale.ROOT, "%.1f", ms);
    }

    /** Leaves an empty line behind. */
    @Override
    public void close() {
        if (begun) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
