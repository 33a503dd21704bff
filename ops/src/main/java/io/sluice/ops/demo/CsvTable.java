package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads comma-separated values with a header, quoted as in RFC 4180; a field never spans lines in what is read here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvTable {
    private CsvTable() {}

    /**
     * Hands every row behind the header to {@code rows}, in order.
     *
     * @param header the header line the table must have, so that a column moved is noticed rather than misread
     * @throws IOException if reading fails, the header differs, or a row has another number of fields
     */
    static void read(final BufferedReader in, final String header, final Consumer<List<String>> rows)
            throws IOException {
        final String found = in.readLine();
        if (!header.equals(found)) {
            throw new IOException("expected the header " + header + " but found " + found);
        }
        final int columns = fields(header).size();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            final List<String> row = fields(line);
            if (row.size() != columns) {
                throw new IOException("expected " + columns + " fields but found " + row.size() + ": " + line);
            }
            rows.accept(row);
        }
    }

    /** The fields of one line. */
    public static List<String> fields(final String line) {
        final List<String> fields = new ArrayList<>(8);
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                at = quoted(line, at + 1, fields);
            } else {
                final int comma = line.indexOf(',', at);
                final int end = comma < 0 ? line.length() : comma;
                fields.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return fields;
    }

    private static int quoted(final String line, final int start, final List<String> fields) {
        final StringBuilder field = new StringBuilder();
        int at = start;
        while (at < line.length()) {
            final char c = line.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                field.append(c);
                at++;
            } else {
                break;
            }
        }
        fields.add(field.toString());
        return at + 1;
    }
}
