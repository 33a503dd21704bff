package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/**
 * Writes a table as CSV (RFC 4180), in UTF-8 behind a byte order mark, without which spreadsheets take Chinese names for
 * something else. One thread.
 */
final class CsvWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a spreadsheet would run as a formula, in either width. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder table = new StringBuilder().append(BYTE_ORDER_MARK);
    private boolean separate;

    /** A table with these columns. */
    CsvWriter(final String... columns) {
        for (final String column : columns) {
            plain(column);
        }
        endRow();
    }

    /** A number. */
    CsvWriter value(final long value) {
        separate();
        table.append(value);
        return this;
    }

    /** A number; 0 is an empty field. */
    CsvWriter id(final long value) {
        return value == 0 ? plain("") : value(value);
    }

    /** A text of our own: a code, a time, a number. */
    CsvWriter plain(final String text) {
        separate();
        table.append(text);
        return this;
    }

    /**
     * A text that somebody typed; null is empty. One that a spreadsheet would run as a formula stands behind an apostrophe,
     * and one with a comma, a quote or a line's end in quotes.
     */
    CsvWriter text(final String typed) {
        separate();
        final String text = typed == null ? "" : isFormula(typed) ? "'" + typed : typed;
        if (text.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)) {
            table.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            table.append(text);
        }
        return this;
    }

    /** Ends a row. */
    CsvWriter endRow() {
        table.append("\r\n");
        separate = false;
        return this;
    }

    /** What was written. */
    Buffer toBuffer() {
        return Buffer.buffer(table.toString());
    }

    private static boolean isFormula(final String text) {
        final String stripped = text.stripLeading();
        return FORMULA_STARTS.indexOf(text.isEmpty() ? ' ' : text.charAt(0)) >= 0
                || (!stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0);
    }

    private void separate() {
        if (separate) {
            table.append(',');
        }
        separate = true;
    }
}
