package io.sluice.bench.load;

import java.util.List;
import java.util.Map;

/**
 * One run of a search for the limit.
 *
 * @param factor      by which the scenario's rates of orders were multiplied.
 * @param directory   name of the directory with its result.
 * @param orders      presses a second that were asked for when most were.
 * @param p50Ms       of the orders, from the press to the answer; NaN when none was pressed.
 * @param p99Ms       the same, of all but one in a hundred.
 * @param shedShare   part of the orders sent that were turned away under pressure; NaN when none was.
 * @param missed      the thresholds that were missed, as the scenario says them.
 * @param rigFull     whether one of them is the rig's own, or a worker was lost: then the step says nothing of the server.
 * @param endedEarly  whether it was told to end: then it says nothing at all.
 */
public record LimitStep(
        double factor,
        String directory,
        double orders,
        double p50Ms,
        double p99Ms,
        double shedShare,
        List<String> missed,
        boolean rigFull,
        boolean endedEarly) {
    /** Copies the list. */
    public LimitStep {
        missed = List.copyOf(missed);
    }

    /** What a run at this factor has found. */
    public static LimitStep of(final double factor, final String directory, final RunResult result) {
        final Figures figures = new Figures(result.scenario(), result.figures(), result.audited(), Map.of());
        final List<Threshold> missed = result.verdicts().stream()
                .filter(verdict -> !verdict.held())
                .map(RunResult.Verdict::threshold)
                .toList();
        return new LimitStep(
                factor,
                directory,
                result.scenario().most(Flow.ORDERS),
                figures.value("orders.p50"),
                figures.value("orders.p99"),
                figures.value("orders-shed.share"),
                missed.stream().map(Threshold::text).toList(),
                isRigFull(result.ending(), missed, figures),
                result.ending() == Ending.TOLD_TO_END);
    }

    /** Whether everything held. */
    public boolean held() {
        return missed.isEmpty() && !endedEarly;
    }

    /** A server that is gone is at fault for whatever was missed then. */
    private static boolean isRigFull(final Ending ending, final List<Threshold> missed, final Figures figures) {
        return switch (ending) {
            case TOLD_TO_END, TARGET_GONE -> false;
            case WORKER_LOST -> true;
            case COMPLETE -> missed.stream().anyMatch(threshold -> isOfTheRig(threshold, figures));
        };
    }

    /** Presses that nobody was there for are the rig's only while the server lost nobody and let everybody in. */
    private static boolean isOfTheRig(final Threshold threshold, final Figures figures) {
        final String figure = threshold.figure();
        return figure.startsWith(Measure.LATENESS.key() + ".")
                || figure.startsWith(Measure.LANE_WAIT.key() + ".")
                || (figure.equals(Count.ORDERS_SENT.key() + ".share")
                        && figures.value(Count.SOCKETS_LOST.key()) == 0
                        && figures.value(Count.JOINS_FAILED.key()) == 0);
    }
}
