package io.sluice.engine.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/OUTCOMES.md} as a test reads it. */
final class OutcomesPage {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\| (\\w+) \\| (\\d{3}|-) \\| (.+) \\| (.+) \\|");
    private static final Pattern RUNG = Pattern.compile("\\d+\\. `([A-Z_]+)`.*");
    private static final String LADDER_HEADING = "## An order";

    private OutcomesPage() {}

    /** The table, row by row. */
    static List<Row> rows() {
        return lines("OUTCOMES.md").stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row ->
                        new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4), row.group(5)))
                .toList();
    }

    /** The refusals of an order, in the order of precedence that the page lists. */
    static List<String> ladder() {
        return ladder("OUTCOMES.md", LADDER_HEADING);
    }

    /** The outcomes that another page lists under a heading, in their order of precedence. */
    static List<String> ladder(final String page, final String heading) {
        return lines(page).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .map(RUNG::matcher)
                .filter(Matcher::matches)
                .map(rung -> rung.group(1))
                .toList();
    }

    /** A page of {@code docs}, wherever in the house the tests were started. */
    static List<String> lines(final String page) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs").resolve(page))) {
            folder = folder.getParent();
        }
        try {
            return Files.readAllLines(folder.resolve("docs").resolve(page));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One outcome as the page describes it; {@code status} is "-" for none. */
    record Row(int code, String name, String kind, String status, String sentence) {}
}
