package io.sluice.ops.journal;

import java.util.List;
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
    /** RFC 4180: the fields most asked for, and the event's whole data as JSON in the last column. */
    CSV {
        @Override
        String header() {
            return String.join(",", EVENT_COLUMNS) + "," + String.join(",", DATA_COLUMNS) + ",data\r\n";
        }

        @Override
        String row(final JournalEvent event) {
            final String ids = DATA_COLUMNS.stream()
                    .map(column -> quoted(event.field(column)))
                    .collect(Collectors.joining(","));
            return event.field("sequence") + "," + event.time() + "," + event.type() + "," + event.field("outcome")
                    + "," + event.subject() + "," + ids + "," + quoted(event.dataJson()) + "\r\n";
        }
    };

    private static final List<String> EVENT_COLUMNS = List.of("sequence", "time", "type", "outcome", "subject");
    private static final List<String> DATA_COLUMNS =
            List.of("room", "viewer", "order", "offer", "item", "state", "totalFen");

    /** What stands before the first row, empty for nothing. */
    abstract String header();

    /** One record with its line's end. */
    abstract String row(JournalEvent event);

    private static String quoted(final String value) {
        final boolean isPlain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
