package io.sluice.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of docs/OPERATING-METRICS.md: every family of the metrics by its name. */
final class MetricsPage {
    private static final Path PAGE = Path.of("..", "docs", "OPERATING-METRICS.md");
    private static final int CELLS = 5;

    private MetricsPage() {}

    /**
     * One family of metrics.
     *
     * @param type    as Prometheus has it.
     * @param labels  their names.
     * @param help    one sentence.
     */
    record Family(String type, Set<String> labels, String help) {}

    static Map<String, Family> read() {
        final Map<String, Family> families = new TreeMap<>();
        for (final String line : lines()) {
            final String[] cells = line.split(" *\\| *", CELLS + 1);
            if (cells.length > CELLS - 1 && cells[1].startsWith("`")) {
                families.put(bare(cells[1]), new Family(cells[2], labels(cells[3]), cells[4]));
            }
        }
        return families;
    }

    private static Set<String> labels(final String cell) {
        final Set<String> labels = new TreeSet<>();
        Arrays.stream(cell.split(", "))
                .filter(label -> !label.isEmpty())
                .map(MetricsPage::bare)
                .forEach(labels::add);
        return labels;
    }

    private static String bare(final String code) {
        return code.replace("`", "");
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
