package io.sluice.gateway.roles;

import io.sluice.gateway.admission.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code docs/ROLES.md} as a test reads it. */
final class RolesPage {
    private static final String ROW = "| `";
    private static final String HEADING = "| | nobody |";

    private RolesPage() {}

    /** The rows of all tables, in their order. */
    static List<Row> rows() {
        final List<String> lines = lines();
        final String heading = lines.stream()
                .filter(line -> line.startsWith(HEADING))
                .findFirst()
                .orElseThrow();
        final List<String> columns = cells(heading);
        return lines.stream()
                .filter(line -> line.startsWith(ROW) && line.contains("` |") && line.contains(" /"))
                .map(line -> row(columns, cells(line)))
                .toList();
    }

    /** The rows of a table whose heading begins so: cells by the headings of their columns. */
    static List<Map<String, String>> table(final String heading) {
        final List<String> lines = lines().stream()
                .dropWhile(line -> !line.startsWith(heading))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        final List<String> columns = cells(lines.get(0));
        return lines.stream()
                .skip(2)
                .map(line -> byColumn(columns, cells(line)))
                .toList();
    }

    private static Map<String, String> byColumn(final List<String> columns, final List<String> cells) {
        final Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).replace("`", ""), cells.get(i).replace("`", ""));
        }
        return row;
    }

    private static Row row(final List<String> columns, final List<String> cells) {
        final Map<String, String> rights = new TreeMap<>();
        for (int i = 1; i < columns.size(); i++) {
            rights.put(columns.get(i), cells.get(i));
        }
        return new Row(cells.get(0).replace("`", ""), rights);
    }

    private static List<String> cells(final String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static List<String> lines() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/ROLES.md"))) {
            folder = folder.getParent();
        }
        try {
            return Files.readAllLines(folder.resolve("docs/ROLES.md"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the page says of one operation.
     *
     * @param operation  method and path, as the contract writes them.
     * @param rights     a cell's text by its column: a role's claim, or nobody.
     */
    record Row(String operation, Map<String, String> rights) {
        /** The cell of a role, or of nobody where it is null. */
        String of(final Role role) {
            return rights.get(role == null ? "nobody" : role.claim());
        }

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }
    }
}
