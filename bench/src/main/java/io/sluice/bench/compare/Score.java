package io.sluice.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A figure as JMH measured it.
 *
 * @param value  the mean.
 * @param error  half the width of the mean's 99.9 % interval; NaN when there were too few samples for one.
 * @param unit   as JMH names it, {@code ns/op} for one.
 */
record Score(double value, double error, String unit) {
    /**
     * A metric of JMH's JSON, in which a NaN is a string.
     *
     * @return null when the node is none.
     */
    static Score of(final JsonNode metric) {
        final JsonNode value = metric.path("score");
        final boolean isScore = value.isNumber() || value.asText().equals("NaN");
        return isScore
                ? new Score(
                        value.asDouble(Double.NaN),
                        metric.path("scoreError").asDouble(Double.NaN),
                        metric.path("scoreUnit").asText())
                : null;
    }

    /** Whether there is a number; a profiler that saw nothing has none. */
    boolean isMeasured() {
        return !Double.isNaN(value);
    }

    /** Whether the intervals of both have nothing in common; false when one of them has none. */
    boolean isApartFrom(final Score other) {
        return Math.abs(value - other.value) > error + other.error;
    }

    /**
     * This by {@code base}. The error is propagated as that of independent measurements: relative errors add up as squares,
     * which is good for errors that are small beside their values.
     */
    Score by(final Score base) {
        final double ratio = value / base.value;
        return new Score(ratio, Math.abs(ratio) * Math.hypot(error / value, base.error / base.value), "");
    }
}
