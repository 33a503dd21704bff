package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.view.Deed;
import io.sluice.engine.view.OfferSales;
import io.sluice.engine.view.SalePace;
import io.sluice.engine.view.ShowBoard;
import io.sluice.engine.view.ShowView;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Shed;
import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a show's figures, the contract's schema Figures. On the thread of the shows' board.
 *
 * @param room       whose figures.
 * @param viewers    how many watch it.
 * @param nowMs      core time up to which the pace is told, epoch ms.
 * @param admission  counts what was shed.
 */
record FiguresJson(long room, int viewers, long nowMs, Admission admission) {
    private static final Comparator<OfferSales> BY_OFFER = Comparator.comparingLong(OfferSales::offer);

    /** The body. */
    Buffer write(final ShowBoard board) {
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("room").value(room);
        json.name("fromSequence").value(board.fromSequence());
        json.name("sequence").value(board.sequence());
        json.name("at").time(nowMs);
        json.name("viewers").value(viewers);
        writeShow(json, board.show(room));
        writeShed(json);
        json.endObject();
        return json.toBuffer();
    }

    private void writeShow(final JsonWriter json, final ShowView show) {
        writeOrders(json, show);
        json.name("money").beginObject().name("paidFen").value(show.paidFen());
        json.name("refundedFen").value(show.refundedFen()).endObject();
        writeRefused(json, show);
        writePace(json, show.pace());
        writeOffers(json, show);
        writeDeeds(json, show);
    }

    private static void writeOrders(final JsonWriter json, final ShowView show) {
        json.name("orders").beginObject();
        json.name("asked").value(show.reservedOrders() + show.refusedOrders());
        json.name("reserved").value(show.reservedOrders());
        json.name("refused").value(show.refusedOrders());
        json.name("paid").value(show.paidOrders());
        json.name("cancelled").value(show.cancelledOrders());
        json.name("expired").value(show.expiredOrders());
        json.name("refunded").value(show.refundedOrders()).endObject();
    }

    private static void writeRefused(final JsonWriter json, final ShowView show) {
        json.name("refused").beginArray();
        for (final Outcome reason : Outcome.values()) {
            if (show.refused(reason) > 0) {
                json.beginObject();
                json.name("code").value(OutcomeProblems.code(reason).name());
                json.name("orders").value(show.refused(reason)).endObject();
            }
        }
        json.endArray();
    }

    private void writePace(final JsonWriter json, final SalePace pace) {
        final long last = SalePace.slotAt(nowMs);
        final long first = last - SalePace.SLOTS + 1;
        json.name("pace").beginObject();
        json.name("from").time(first * SalePace.SLOT_MS);
        json.name("slotMs").value(SalePace.SLOT_MS);
        writeSeries(json, "reserved", pace, SalePace.Series.RESERVED, first, last);
        writeSeries(json, "paid", pace, SalePace.Series.PAID, first, last);
        writeSeries(json, "refused", pace, SalePace.Series.REFUSED, first, last);
        writeSeries(json, "paidFen", pace, SalePace.Series.PAID_FEN, first, last);
        writeSeries(json, "refundedFen", pace, SalePace.Series.REFUNDED_FEN, first, last);
        json.endObject();
    }

    private static void writeSeries(
            final JsonWriter json,
            final String name,
            final SalePace pace,
            final SalePace.Series series,
            final long first,
            final long last) {
        json.name(name).beginArray();
        for (long slot = first; slot <= last; slot++) {
            json.value(pace.sum(series, slot));
        }
        json.endArray();
    }

    private static void writeOffers(final JsonWriter json, final ShowView show) {
        final List<OfferSales> offers = show.offers().stream().sorted(BY_OFFER).toList();
        json.name("offers").beginArray();
        for (final OfferSales offer : offers) {
            json.beginObject().name("offer").value(offer.offer());
            json.name("reservedUnits").value(offer.reservedUnits());
            json.name("paidUnits").value(offer.paidUnits());
            json.name("refundedUnits").value(offer.refundedUnits());
            json.name("paidFen").value(offer.paidFen());
            json.name("refundedFen").value(offer.refundedFen()).endObject();
        }
        json.endArray();
    }

    private static void writeDeeds(final JsonWriter json, final ShowView show) {
        json.name("deeds").beginArray();
        for (final Deed deed : show.deeds()) {
            json.beginObject().name("sequence").value(deed.sequence());
            json.name("at").time(deed.timeMs());
            json.name("operator").value(deed.actor());
            json.name("type").value(RecordJson.typeName(deed.commandType()));
            json.name("outcome").value(deed.outcome().name());
            if (deed.offer() != 0) {
                json.name("offer").value(deed.offer());
            }
            if (deed.item() != 0) {
                json.name("item").value(deed.item());
            }
            if (deed.change() != 0) {
                json.name("change").value(deed.change());
            }
            if (deed.state() != null) {
                json.name("state").value(deed.state().name());
            }
            json.endObject();
        }
        json.endArray();
    }

    private void writeShed(final JsonWriter json) {
        json.name("shed").beginArray();
        for (final Activity activity : Activity.values()) {
            for (final Shed reason : Shed.values()) {
                final long count = reason == Shed.ADMITTED ? 0 : admission.count(activity, reason);
                if (count > 0) {
                    json.beginObject().name("activity").value(activity.name());
                    json.name("reason").value(reason.name());
                    json.name("count").value(count).endObject();
                }
            }
        }
        json.endArray();
    }
}
