package io.sluice.ops.journal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How an exported record looks. */
enum ExportFormat {
    /** The HTTP feed's event, a JSON object a line. */
    NDJSON {
        @Override
        String header() {
            return "";
        }

        @Override
        String row(final JournalEvent event) {
            return event.json() + "\n";
        }
    },
    /** RFC 4180: the columns of {@link ExportColumn} below their names. */
    CSV {
        @Override
        String header() {
            return Arrays.stream(ExportColumn.values())
                    .map(ExportColumn::title)
                    .collect(Collectors.joining(",", "", "\r\n"));
        }

        @Override
        String row(final JournalEvent event) {
            return Arrays.stream(ExportColumn.values())
                    .map(column -> quoted(column.valueOf(event)))
                    .collect(Collectors.joining(",", "", "\r\n"));
        }
    },
    /** The same columns with types, which {@link ParquetOutput} makes of CSV's rows. */
    PARQUET {
        @Override
        String header() {
            return "";
        }

        @Override
        String row(final JournalEvent event) {
            return CSV.row(event);
        }
    };

    /** What stands before the first row, empty for nothing. */
    abstract String header();

    /** One record with its line's end. */
    abstract String row(JournalEvent event);

    private static String quoted(final String value) {
        final boolean isPlain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
