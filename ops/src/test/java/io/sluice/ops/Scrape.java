package io.sluice.ops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a management port says of itself, read as Prometheus reads it. */
final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_A-Z0-9:]+)(\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PARTS = Pattern.compile("_(bucket|sum|count)$");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> helps = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * One line.
     *
     * @param name  of its family.
     */
    record Sample(String name, Map<String, String> labels, String line) {}

    private Scrape() {}

    static Scrape of(final String exposition) {
        final Scrape scrape = new Scrape();
        exposition.lines().forEach(scrape::read);
        return scrape;
    }

    /** Every family, with the labels that any of its lines has. */
    Map<String, MetricsPage.Family> families() {
        final Map<String, MetricsPage.Family> families = new TreeMap<>();
        types.forEach((name, type) ->
                families.put(name, new MetricsPage.Family(type, labels.getOrDefault(name, Set.of()), helps.get(name))));
        return families;
    }

    List<Sample> samples() {
        return samples;
    }

    private void read(final String line) {
        final String[] words = line.split(" ", 4);
        if (line.startsWith("# TYPE ")) {
            types.put(words[2], words[3]);
        } else if (line.startsWith("# HELP ")) {
            helps.put(words[2], words[3]);
        } else if (!line.isEmpty()) {
            readSample(line);
        }
    }

    private void readSample(final String line) {
        final Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        final String name = familyOf(sample.group(1));
        final Map<String, String> found = new TreeMap<>();
        final Matcher label = LABEL.matcher(sample.group(3) == null ? "" : sample.group(3));
        while (label.find()) {
            if (!label.group(1).equals("le")) {
                found.put(label.group(1), label.group(2));
            }
        }
        labels.computeIfAbsent(name, family -> new TreeSet<>()).addAll(found.keySet());
        samples.add(new Sample(name, found, line));
    }

    private String familyOf(final String name) {
        return types.containsKey(name) ? name : PARTS.matcher(name).replaceFirst("");
    }
}
