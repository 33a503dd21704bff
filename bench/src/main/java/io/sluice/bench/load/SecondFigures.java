package io.sluice.bench.load;

import java.util.Map;

/**
 * All that was measured in one second, as a worker hands it on: what is added up from these is what one process would have
 * measured.
 *
 * @param counts    how often; what did not happen is missing.
 * @param times     of each measure that has any, its encoded HdrHistogram of microseconds, with the digits of a whole run.
 * @param gauges    what was so at the end of the second, by name; of several workers it is added up.
 * @param refusals  refusals of the second by their code.
 */
public record SecondFigures(
        Map<Count, Long> counts, Map<Measure, byte[]> times, Map<String, Double> gauges, Map<String, Long> refusals) {
    /** Copies the maps. */
    public SecondFigures {
        counts = Map.copyOf(counts);
        times = Map.copyOf(times);
        gauges = Map.copyOf(gauges);
        refusals = Map.copyOf(refusals);
    }
}
