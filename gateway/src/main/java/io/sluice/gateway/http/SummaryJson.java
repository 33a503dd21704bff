package io.sluice.gateway.http;

import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.OrderSource;
import io.sluice.engine.view.ShowAudience;
import io.sluice.engine.view.ShowSummary;
import io.sluice.engine.view.SummaryBoard;
import io.sluice.engine.view.SummaryRow;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/**
 * Writes a show summed up, the contract's schema ShowSummary. On the thread of the summaries.
 *
 * @param room   which show.
 * @param brand  knows what sources are called.
 */
record SummaryJson(long room, BrandBoard brand) {
    private static final long NEVER_MS = Long.MAX_VALUE;

    /** The body. */
    Buffer write(final SummaryBoard board) {
        final ShowSummary show = board.show(room);
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("room").value(room);
        json.name("fromSequence").value(board.fromSequence());
        json.name("sequence").value(board.sequence());
        if (show.wentLiveAtMs() != NEVER_MS) {
            json.name("wentLiveAt").time(show.wentLiveAtMs());
        }
        if (show.endedAtMs() != NEVER_MS) {
            json.name("endedAt").time(show.endedAtMs());
        }
        writeAudience(json, show.audience());
        json.name("total").beginObject();
        writeOrders(json, show.total(), true);
        json.name("replay").beginObject();
        writeOrders(json, show.replay(), true);
        json.name("rowsKept").value(show.keepsRows());
        writeOffers(json, show);
        writeMinutes(json, show);
        writeSources(json, show);
        return json.endObject().toBuffer();
    }

    private static void writeAudience(final JsonWriter json, final ShowAudience audience) {
        json.name("viewers").beginObject();
        for (final ShowAudience.Step step : ShowAudience.Step.values()) {
            json.name(step.name().toLowerCase(Locale.ROOT)).value(audience.count(step));
        }
        json.name("more").value(audience.isRough()).endObject();
    }

    /** Writes what every row has into an object that is open, and closes it. */
    private static void writeUnits(final JsonWriter json, final SummaryRow row) {
        json.name("reserved").value(row.reserved());
        json.name("paid").value(row.paid());
        json.name("reservedUnits").value(row.reservedUnits());
        json.name("paidUnits").value(row.paidUnits());
        json.name("refundedUnits").value(row.refundedUnits());
        json.name("paidFen").value(row.paidFen());
        json.name("refundedFen").value(row.refundedFen()).endObject();
    }

    private static void writeOrders(final JsonWriter json, final SummaryRow row, final boolean tellsAsked) {
        if (tellsAsked) {
            json.name("asked").value(row.asked());
        }
        json.name("refunded").value(row.refunded());
        json.name("kept").value(row.kept());
        writeUnits(json, row);
    }

    private static void writeOffers(final JsonWriter json, final ShowSummary show) {
        json.name("offers").beginArray();
        show.offers().forEach((offer, row) -> {
            json.beginObject().name("offer").value(offer);
            json.name("asked").value(row.asked());
            writeUnits(json, row);
        });
        json.endArray();
    }

    private static void writeMinutes(final JsonWriter json, final ShowSummary show) {
        json.name("minutes").beginArray();
        show.minutes().forEach((minute, row) -> {
            json.beginObject();
            if (minute != ShowSummary.LATER) {
                json.name("at").time(minute);
            }
            writeOrders(json, row, true);
        });
        json.endArray();
    }

    private void writeSources(final JsonWriter json, final ShowSummary show) {
        json.name("sources").beginArray();
        show.sources().forEach((source, row) -> {
            json.beginObject().name("kind").value(source.kind().name());
            OrderAnswerWriter.writeId(json, "id", source.id());
            final String name = nameOf(source);
            if (name != null) {
                json.name("name").value(name);
            }
            writeOrders(json, row, false);
        });
        json.endArray();
    }

    /** What a source is called now; null for what has no name. */
    String nameOf(final OrderSource source) {
        return switch (source.kind()) {
            case CODE, GUIDE ->
                brand.guide(source.id()) == null
                        ? null
                        : brand.guide(source.id()).name();
            case GROUP ->
                brand.group(source.id()) == null
                        ? null
                        : brand.group(source.id()).name();
            case STORE ->
                brand.store(source.id()) == null
                        ? null
                        : brand.store(source.id()).name();
            case INVITER, NOBODY -> null;
        };
    }
}
