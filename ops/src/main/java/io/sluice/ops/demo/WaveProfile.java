package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a real room talked, in numbers only: {@code wave-profile.csv}, one measure a row, its values separated by blanks.
 *
 * <p>Immutable; the arrays are the profile's own and must not be written.
 */
final class WaveProfile {
    static final String RESOURCE = "wave-profile.csv";
    static final String HEADER = "measure,at,values";

    private final int[] seconds;
    private final Map<String, int[]> measures = new HashMap<>();

    private WaveProfile(final List<List<String>> rows) {
        final List<int[]> minutes = new ArrayList<>();
        for (final List<String> row : rows) {
            final int[] values = Arrays.stream(row.get(2).split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if ("seconds".equals(row.get(0))) {
                minutes.add(values);
            } else {
                measures.put(row.get(0), values);
            }
        }
        seconds = minutes.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** The profile that ships with the demo. */
    static WaveProfile load() throws IOException {
        try (BufferedReader in = DemoResource.open(RESOURCE)) {
            return read(in);
        }
    }

    /** Reads a profile. */
    static WaveProfile read(final BufferedReader in) throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        CsvTable.read(in, HEADER, rows::add);
        return new WaveProfile(rows);
    }

    /** Length of the lively stretch, seconds. */
    int durationSeconds() {
        return seconds.length;
    }

    /** Comments in a second of the lively stretch, which starts again when it is over. */
    int comments(final long second) {
        return seconds[(int) (second % seconds.length)];
    }

    /** Comments a second over the stretch. */
    double meanComments() {
        return Arrays.stream(seconds).average().orElseThrow();
    }

    /** Mean comments a second over the {@code width} seconds that end with {@code second}. */
    double meanComments(final long second, final int width) {
        long sum = 0;
        for (int i = 0; i < width; i++) {
            sum += comments(second - i + seconds.length);
        }
        return (double) sum / width;
    }

    /** Comments in each minute of the whole broadcast. */
    int[] minutes() {
        return measure("minutes");
    }

    /** Code points of a comment at the 50th, 90th, 99th and 100th percentile. */
    int[] lengths() {
        return measure("lengths");
    }

    /** Comments whose text was seen within the 10 s before, per mille. */
    int repeatPerMille() {
        return measure("repeat_per_mille")[0];
    }

    /** Share of the comments written by the busiest 1 % and 10 % of the people, per mille. */
    int[] concentrationPerMille() {
        return measure("top_per_mille");
    }

    /** People and comments of the whole broadcast. */
    int[] totals() {
        return measure("totals");
    }

    /** Arrivals in each second after a prompt that everybody answers at once, over all such prompts measured. */
    int[] promptArrivals() {
        return measure("prompt");
    }

    private int[] measure(final String name) {
        final int[] values = measures.get(name);
        if (values == null) {
            throw new IllegalStateException(RESOURCE + " has no measure " + name);
        }
        return values;
    }
}
