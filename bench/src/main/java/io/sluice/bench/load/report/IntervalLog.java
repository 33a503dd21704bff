package io.sluice.bench.load.report;

import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * One measure, second by second, as a HdrHistogram interval log, which the tools of that library read and merge. Values are
 * microseconds with two digits, the column of maxima ms; a second without times has no line.
 */
final class IntervalLog {
    private static final double US_PER_MS = 1_000;
    private static final double MS_PER_SECOND = 1_000;

    private IntervalLog() {}

    /** The log's bytes; made in memory, for the library's writer keeps a failure to itself. */
    static byte[] of(final RunResult result, final Measure measure) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final PrintStream print = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        final HistogramLogWriter log = new HistogramLogWriter(print);
        log.outputComment("[" + measure.key() + ": " + measure.meaning() + ", microseconds]");
        log.outputLogFormatVersion();
        log.outputStartTime(result.startedAtMs());
        log.outputLegend();
        final List<Measurements.Second> seconds = result.figures().seconds();
        final double start = result.startedAtMs() / MS_PER_SECOND;
        for (int i = 0; i < seconds.size(); i++) {
            final Histogram times = seconds.get(i).times(measure);
            if (times != null) {
                log.outputIntervalHistogram(start + i, start + i + 1, times, US_PER_MS);
            }
        }
        print.flush();
        return bytes.toByteArray();
    }
}
