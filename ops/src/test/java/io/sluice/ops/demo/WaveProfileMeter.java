package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Measures {@code wave-profile.csv} from the chat logs. Only counts leave this class: no text, no name, no identifier.
 *
 * <p>The broadcast is number 42 of the season, the one with the busiest hour.
 */
final class WaveProfileMeter {
    private static final String CHAT_HEADER = "ms_from_start,user,kind,amount_fen,text";
    private static final String PROMPT_HEADER = "storm,broadcast,ms_from_season_start,ms_from_storm_start,user";
    private static final String BROADCASTS_HEADER =
            "broadcast,start_ms,end_ms,messages,users,peak_sec,peak_min,event_messages";
    private static final String BROADCAST = "42";
    private static final int LIVELY_SECONDS = 3600;
    private static final int PROMPT_SECONDS = 180;
    private static final long REPEAT_MS = 10_000;

    private final Map<String, Long> lastSeenMs = new HashMap<>();
    private final Map<String, Integer> byPerson = new HashMap<>();
    private final List<Integer> lengths = new ArrayList<>();
    private long startMs;
    private long endMs;
    private int[] seconds;
    private int repeats;

    private WaveProfileMeter() {}

    /** The whole profile, as the shipped file has it. */
    static String measure(final SharedData data) throws IOException {
        final WaveProfileMeter meter = new WaveProfileMeter();
        try (BufferedReader in = data.open("broadcasts-seasona.csv")) {
            CsvTable.read(in, BROADCASTS_HEADER, meter::onBroadcast);
        }
        meter.seconds = new int[(int) ((meter.endMs - meter.startMs) / 1000) + 1];
        try (BufferedReader in = data.open("chat-seasona1.csv.gz")) {
            CsvTable.read(in, CHAT_HEADER, meter::onComment);
        }
        final int[] prompt = new int[PROMPT_SECONDS];
        try (BufferedReader in = data.open("flash-bili-a.csv.gz")) {
            CsvTable.read(in, PROMPT_HEADER, row -> onArrival(row, prompt));
        }
        return meter.table(prompt);
    }

    private void onBroadcast(final List<String> row) {
        if (BROADCAST.equals(row.get(0))) {
            startMs = Long.parseLong(row.get(1));
            endMs = Long.parseLong(row.get(2));
        }
    }

    private void onComment(final List<String> row) {
        final long atMs = Long.parseLong(row.get(0));
        if (atMs < startMs || atMs > endMs) {
            return;
        }
        final String text = row.get(4);
        seconds[(int) ((atMs - startMs) / 1000)]++;
        byPerson.merge(row.get(1), 1, Integer::sum);
        lengths.add(text.codePointCount(0, text.length()));
        final Long before = lastSeenMs.put(text, atMs);
        if (before != null && atMs - before <= REPEAT_MS) {
            repeats++;
        }
    }

    private static void onArrival(final List<String> row, final int[] prompt) {
        final int second = Integer.parseInt(row.get(3)) / 1000;
        if (second < prompt.length) {
            prompt[second]++;
        }
    }

    private String table(final int[] prompt) {
        final StringBuilder table = new StringBuilder(WaveProfile.HEADER).append('\n');
        final int first = livelyStart();
        for (int at = 0; at < LIVELY_SECONDS; at += 60) {
            row(table, "seconds", at, Arrays.copyOfRange(seconds, first + at, first + at + 60));
        }
        row(table, "minutes", 0, minutes());
        row(table, "lengths", 0, lengthQuantiles());
        row(table, "repeat_per_mille", 0, perMille(repeats));
        row(table, "top_per_mille", 0, concentration(0.01), concentration(0.10));
        row(table, "totals", 0, byPerson.size(), lengths.size());
        row(table, "prompt", 0, prompt);
        return table.toString();
    }

    private int livelyStart() {
        long sum = Arrays.stream(seconds, 0, LIVELY_SECONDS).sum();
        long best = sum;
        int start = 0;
        for (int end = LIVELY_SECONDS; end < seconds.length; end++) {
            sum += seconds[end] - seconds[end - LIVELY_SECONDS];
            if (sum > best) {
                best = sum;
                start = end - LIVELY_SECONDS + 1;
            }
        }
        return start;
    }

    private int[] minutes() {
        final int[] minutes = new int[(seconds.length + 59) / 60];
        for (int i = 0; i < seconds.length; i++) {
            minutes[i / 60] += seconds[i];
        }
        return minutes;
    }

    private int[] lengthQuantiles() {
        final int[] sorted =
                lengths.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new int[] {
            sorted[sorted.length / 2],
            sorted[(int) (sorted.length * 0.90)],
            sorted[(int) (sorted.length * 0.99)],
            sorted[sorted.length - 1]
        };
    }

    private int concentration(final double share) {
        final int[] busiest =
                byPerson.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        final int people = (int) Math.ceil(busiest.length * share);
        return perMille(
                Arrays.stream(busiest, busiest.length - people, busiest.length).sum());
    }

    private int perMille(final int part) {
        return Math.round(1000f * part / lengths.size());
    }

    private static void row(final StringBuilder table, final String measure, final int at, final int... values) {
        final StringJoiner joined = new StringJoiner(" ");
        for (final int value : values) {
            joined.add(Integer.toString(value));
        }
        table.append(measure).append(',').append(at).append(',').append(joined).append('\n');
    }
}
