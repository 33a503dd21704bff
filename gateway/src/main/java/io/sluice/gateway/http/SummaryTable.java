package io.sluice.gateway.http;

import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.ShowAudience;
import io.sluice.engine.view.ShowSummary;
import io.sluice.engine.view.SummaryBoard;
import io.sluice.engine.view.SummaryRow;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/**
 * Writes a show summed up as a table, one row a figure: {@code part} says of what. Those of a part add up to {@code TOTAL}; of
 * a show that is too old for its rows there are none but {@code VIEWERS}, {@code TOTAL} and {@code REPLAY}.
 * On the thread of the summaries.
 *
 * @param room   which show.
 * @param brand  knows what sources are called.
 */
record SummaryTable(long room, BrandBoard brand) {
    private static final int ORDER_COLUMNS = 9;

    /** The table. */
    Buffer write(final SummaryBoard board) {
        final ShowSummary show = board.show(room);
        final CsvWriter csv = new CsvWriter(
                "part",
                "id",
                "name",
                "viewers",
                "asked",
                "reserved",
                "paid",
                "refunded",
                "reserved_units",
                "paid_units",
                "refunded_units",
                "paid_fen",
                "refunded_fen");
        for (final ShowAudience.Step step : ShowAudience.Step.values()) {
            csv.plain("VIEWERS").plain("").plain(step.name().toLowerCase(Locale.ROOT));
            csv.value(show.audience().count(step));
            for (int column = 0; column < ORDER_COLUMNS; column++) {
                csv.plain("");
            }
            csv.endRow();
        }
        csv.plain("TOTAL").plain("").plain("");
        write(csv, show.total());
        csv.plain("REPLAY").plain("").plain("");
        write(csv, show.replay());
        show.offers().forEach((offer, row) -> {
            csv.plain("OFFER").value(offer).plain("");
            write(csv, row);
        });
        show.minutes().forEach((minute, row) -> {
            csv.plain("MINUTE").plain("").plain(minute == ShowSummary.LATER ? "later" : Rfc3339.format(minute));
            write(csv, row);
        });
        final SummaryJson names = new SummaryJson(room, brand);
        show.sources().forEach((source, row) -> {
            csv.plain(source.kind().name()).id(source.id()).text(names.nameOf(source));
            write(csv, row);
        });
        return csv.toBuffer();
    }

    private static void write(final CsvWriter csv, final SummaryRow row) {
        csv.plain("");
        csv.value(row.asked()).value(row.reserved()).value(row.paid()).value(row.refunded());
        csv.value(row.reservedUnits()).value(row.paidUnits()).value(row.refundedUnits());
        csv.value(row.paidFen()).value(row.refundedFen()).endRow();
    }
}
