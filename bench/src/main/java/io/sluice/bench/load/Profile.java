package io.sluice.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many came in each second of something that happened: numbers only, no words, no ids. As text it is a table with the
 * header {@code second,joins,orders,comments,likes}, its columns in any order, a row a second from 0 on.
 */
public final class Profile {
    /** What a profile tells of, as its columns are called. */
    public static final List<Flow> FLOWS = List.of(Flow.JOINS, Flow.ORDERS, Flow.COMMENTS, Flow.LIKES);
    /** Seconds there may be: 12 hours. */
    public static final int MAX_SECONDS = 43_200;

    private static final int MAX_COUNT = 1_000_000;
    private static final String SECOND = "second";
    /** Those that come with the rig; ORIGIN.md beside them says what they were measured from. */
    private static final Set<String> SHIPPED = Set.of("room", "rush");

    private final Map<Flow, int[]> counts = new EnumMap<>(Flow.class);
    private final int seconds;

    /** A profile of so many seconds, in which nobody has come yet. */
    public Profile(final int seconds) {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("seconds=" + seconds + ": has to be from 1 to " + MAX_SECONDS);
        }
        this.seconds = seconds;
        FLOWS.forEach(flow -> counts.put(flow, new int[seconds]));
    }

    /** Whether a profile of this name comes with the rig. */
    static boolean isShipped(final String name) {
        return SHIPPED.contains(name);
    }

    /** The one of this name that comes with the rig, as text. */
    static String shipped(final String name) throws IOException {
        try (InputStream file = Profile.class.getResourceAsStream("/profiles/" + name + ".csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Reads the text of one.
     *
     * @throws ScenarioException when it is none; the message has the line, and what may stand there.
     */
    public static Profile parse(final String csv) throws ScenarioException {
        final List<String> lines = csv.lines().toList();
        final List<String> header =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split(",", -1));
        requireColumns(header);
        final int seconds = lines.size() - 1;
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new ScenarioException("has " + seconds + " seconds, and a profile has 1 to " + MAX_SECONDS);
        }
        final Profile profile = new Profile(seconds);
        for (int second = 0; second < seconds; second++) {
            profile.read(second, header, lines.get(second + 1));
        }
        return profile;
    }

    private static void requireColumns(final List<String> header) throws ScenarioException {
        final List<String> missing = new ArrayList<>(List.of(SECOND));
        FLOWS.stream().map(Flow::key).forEach(missing::add);
        final String whole = String.join(",", missing);
        for (final String column : header) {
            if (!missing.remove(column)) {
                throw new ScenarioException(
                        "line 1: '" + column + "' is no column, or is there twice; a profile begins with " + whole);
            }
        }
        if (!missing.isEmpty()) {
            throw new ScenarioException(
                    "line 1: the column " + missing.get(0) + " is missing; a profile begins with " + whole);
        }
    }

    private void read(final int second, final List<String> header, final String row) throws ScenarioException {
        final String where = "line " + (second + 2) + ": ";
        final String[] fields = row.split(",", -1);
        if (fields.length != header.size()) {
            throw new ScenarioException(where + fields.length + " fields, and the header has " + header.size());
        }
        for (int column = 0; column < fields.length; column++) {
            final int number = number(where + header.get(column) + ": ", fields[column]);
            if (!header.get(column).equals(SECOND)) {
                counts.get(flow(header.get(column)))[second] = number;
            } else if (number != second) {
                throw new ScenarioException(
                        where + "second " + number + " stands where " + second + " has to; nobody is a row of zeros");
            }
        }
    }

    private static Flow flow(final String column) {
        return FLOWS.stream()
                .filter(flow -> flow.key().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static int number(final String where, final String field) throws ScenarioException {
        try {
            final int number = Integer.parseInt(field);
            if (number >= 0 && number <= MAX_COUNT) {
                return number;
            }
        } catch (final NumberFormatException none) {
            // Told below, as is a number that is out of bounds.
        }
        throw new ScenarioException(where + "'" + field + "' is no whole number from 0 to " + MAX_COUNT);
    }

    /** How many seconds it tells of. */
    public int seconds() {
        return seconds;
    }

    /** How many came in a second. */
    public int count(final Flow flow, final int second) {
        return counts.get(flow)[second];
    }

    /** So many more have come in a second, up to a million. */
    public void add(final Flow flow, final int second, final int more) {
        final int[] each = counts.get(flow);
        each[second] = (int) Math.min(MAX_COUNT, (long) each[second] + more);
    }

    /** The rates of a flow, one behind the other and each as long as the others. */
    List<Pace> paces(final Flow flow, final double times) {
        return Arrays.stream(counts.get(flow))
                .mapToObj(count -> new Pace(count * times, count * times))
                .toList();
    }

    /** As text. */
    public String csv() {
        final StringBuilder csv = new StringBuilder(SECOND);
        FLOWS.forEach(flow -> csv.append(',').append(flow.key()));
        csv.append('\n');
        for (int second = 0; second < seconds; second++) {
            csv.append(second);
            for (final Flow flow : FLOWS) {
                csv.append(',').append(count(flow, second));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
