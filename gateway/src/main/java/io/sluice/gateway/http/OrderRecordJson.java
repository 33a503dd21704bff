package io.sluice.gateway.http;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import io.sluice.engine.view.Earning;

/** Writes the data of records about one order: the command's fields, then what was decided. One thread. */
final class OrderRecordJson {
    private static final int NO_LINE = 255;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final ExpireOrderDecoder expire = new ExpireOrderDecoder();
    private final PayOrderDecoder pay = new PayOrderDecoder();
    private final RefundOrderDecoder refund = new RefundOrderDecoder();
    private final RequestRefundDecoder request = new RequestRefundDecoder();
    private final DeclineRefundDecoder declined = new DeclineRefundDecoder();
    private final WithdrawRefundRequestDecoder withdrawn = new WithdrawRefundRequestDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        final Outcome outcome = record.outcome();
        final long order =
                switch (record.commandType()) {
                    case PlaceOrderDecoder.TEMPLATE_ID -> writePlace(record, json);
                    case CancelOrderDecoder.TEMPLATE_ID -> writeCancel(record, json);
                    case ExpireOrderDecoder.TEMPLATE_ID ->
                        expire.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header)
                                .order();
                    case PayOrderDecoder.TEMPLATE_ID -> writePay(record, json);
                    case RequestRefundDecoder.TEMPLATE_ID -> writeRefundRequest(record, json);
                    case DeclineRefundDecoder.TEMPLATE_ID -> writeDecline(record, json);
                    case WithdrawRefundRequestDecoder.TEMPLATE_ID -> writeWithdrawal(record, json);
                    default -> writeRefund(record, json);
                };
        final boolean isPlace = record.commandType() == PlaceOrderDecoder.TEMPLATE_ID;
        writeHead(json, outcome, isPlace, order);
        if (decision.order() != 0) {
            writePicture(json, record.commandType());
            EarningsJson.write(json, Earning.behind(decision, record.decisionOffset() + record.decisionLength()));
        }
        if (outcome == Outcome.REPEATED) {
            json.name("cause").value(Outcome.ofCode(decision.cause()).name());
            json.name("firstSequence").value(decision.answeredAt());
        } else if (outcome == Outcome.REFUND_DUE) {
            json.name("cause").value(Outcome.ofCode(decision.cause()).name());
        } else if (outcome.isRefusal()) {
            writeWhy(json, outcome);
        }
        return isPlace && order == 0 ? "rooms/" + place.room() : "orders/" + order;
    }

    private long writePlace(final RecordFlyweight record, final JsonWriter json) {
        place.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("room").value(place.room());
        json.name("viewer").value(place.viewer());
        if (place.expectedTotalFen() >= 0) {
            json.name("expectedTotalFen").value(place.expectedTotalFen());
        }
        final boolean writesOwnLines = decision.order() == 0;
        final int line = decision.line();
        int index = 0;
        if (writesOwnLines) {
            json.name("lines").beginArray();
        }
        long refusedOffer = 0;
        for (final PlaceOrderDecoder.LinesDecoder each : place.lines()) {
            if (writesOwnLines) {
                json.beginObject().name("offer").value(each.offer());
                json.name("quantity").value(each.quantity()).endObject();
            }
            refusedOffer = index++ == line ? each.offer() : refusedOffer;
        }
        if (writesOwnLines) {
            json.endArray();
        }
        json.name("key").value(place.key());
        writeText(json, "coupon", place.coupon());
        if (line != NO_LINE && refusedOffer != 0) {
            json.name("offer").value(refusedOffer);
        }
        return decision.order();
    }

    private long writeCancel(final RecordFlyweight record, final JsonWriter json) {
        cancel.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        // A record of before the schema's fifth version has no actor.
        OrderAnswerWriter.writeId(json, "actor", Math.max(0, cancel.actor()));
        if (decision.order() == 0 && cancel.viewer() != 0) {
            json.name("viewer").value(cancel.viewer());
        }
        return cancel.order();
    }

    private long writePay(final RecordFlyweight record, final JsonWriter json) {
        pay.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("amountFen").value(pay.amountFen());
        json.name("reference").value(pay.reference());
        return pay.order();
    }

    private long writeRefund(final RecordFlyweight record, final JsonWriter json) {
        refund.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        // The provider's notice has none.
        OrderAnswerWriter.writeId(json, "actor", refund.actor());
        // A record of before the schema's sixth version names none.
        OrderAnswerWriter.writeId(json, "request", Math.max(0, refund.request()));
        json.name("stock").value(ReturnedStock.ofCode(refund.returned()).name());
        final boolean writesOwnLines = decision.order() == 0 && refund.lines().count() > 0;
        refund.sbeRewind();
        if (writesOwnLines) {
            json.name("lines").beginArray();
        }
        for (final RefundOrderDecoder.LinesDecoder each : refund.lines()) {
            if (writesOwnLines) {
                json.beginObject().name("offer").value(each.offer());
                json.name("quantity").value(each.quantity()).endObject();
            }
        }
        if (writesOwnLines) {
            json.endArray();
        }
        json.name("reference").value(refund.reference());
        if (decision.amountFen() > 0) {
            json.name("refundFen").value(decision.amountFen());
        }
        return refund.order();
    }

    private long writeRefundRequest(final RecordFlyweight record, final JsonWriter json) {
        request.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(request.actor());
        json.name("stock").value(ReturnedStock.ofCode(request.returned()).name());
        final boolean writesOwnLines = decision.order() == 0 && request.lines().count() > 0;
        request.sbeRewind();
        if (writesOwnLines) {
            json.name("lines").beginArray();
        }
        for (final RequestRefundDecoder.LinesDecoder each : request.lines()) {
            if (writesOwnLines) {
                json.beginObject().name("offer").value(each.offer());
                json.name("quantity").value(each.quantity()).endObject();
            }
        }
        if (writesOwnLines) {
            json.endArray();
        }
        json.name("key").value(request.key());
        writeText(json, "reason", request.reason());
        if (decision.amountFen() > 0) {
            json.name("refundFen").value(decision.amountFen());
        }
        return request.order();
    }

    private long writeDecline(final RecordFlyweight record, final JsonWriter json) {
        declined.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("request").value(declined.request());
        writeText(json, "reason", declined.reason());
        return declined.order();
    }

    private long writeWithdrawal(final RecordFlyweight record, final JsonWriter json) {
        withdrawn.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(withdrawn.actor());
        json.name("request").value(withdrawn.request());
        return withdrawn.order();
    }

    /** What every decision about an order may have, whether there is one or not. */
    private void writeHead(final JsonWriter json, final Outcome outcome, final boolean isPlace, final long order) {
        if (order != 0) {
            json.name("order").digitString(order);
        }
        if (decision.order() != 0 && !isPlace) {
            json.name("room").value(decision.room());
            json.name("viewer").value(decision.viewer());
        }
        if (decision.totalFen() > 0 || decision.order() != 0) {
            json.name("totalFen").value(decision.totalFen());
        }
        if (outcome == Outcome.EXPIRED || decision.latenessMs() > 0) {
            json.name("latenessMs").value(decision.latenessMs());
        }
    }

    /** The order as it stands after the command; reads the decision to its end. */
    private void writePicture(final JsonWriter json, final int commandType) {
        json.name("state").value(OrderState.ofCode(decision.state()).name());
        json.name("payBy").time(decision.payByMs());
        if (decision.refundedFen() > 0) {
            json.name("refundedFen").value(decision.refundedFen());
        }
        final boolean hasCoupon = OrderAnswerWriter.hasCoupon(decision);
        if (hasCoupon) {
            if (commandType != PlaceOrderDecoder.TEMPLATE_ID) {
                json.name("coupon").digitString(decision.coupon());
            }
            json.name("discountFen").value(decision.discountFen());
        }
        if (decision.firstVoucher() > 0) {
            json.name("firstVoucher").digitString(decision.firstVoucher());
        }
        json.name("lines").beginArray();
        for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
            json.beginObject().name("offer").value(line.offer());
            json.name("item").value(line.item());
            json.name("quantity").value(line.quantity());
            json.name("unitPriceFen").value(line.unitPriceFen());
            if (hasCoupon) {
                json.name("discountFen").value(line.discountFen());
            }
            if (line.refunded() > 0) {
                json.name("refunded").value(line.refunded());
            }
            json.endObject();
        }
        json.endArray();
        json.name("stocks").beginArray();
        for (final OrderDecisionDecoder.StockDecoder stock : decision.stock()) {
            json.beginObject().name("item").value(stock.item());
            json.name("available").value(stock.available());
            StockRecordJson.writeAllotment(json, stock.stockKind(), stock.stockOf());
            json.endObject();
        }
        json.endArray();
        if (commandType == PlaceOrderDecoder.TEMPLATE_ID) {
            OrderAnswerWriter.writeAttribution(json, decision);
        }
    }

    private void writeWhy(final JsonWriter json, final Outcome refusal) {
        final long detail = decision.detail();
        switch (refusal) {
            case KEY_REUSED -> json.name("field").value(BodyField.ofCode(detail).label());
            case SALE_NOT_OPEN -> writeTime(json, "opensAt", detail);
            case SALE_CLOSED -> writeTime(json, "closesAt", detail);
            case LIMIT_REACHED, REFUND_EXCEEDS_LINE -> json.name("remaining").value(detail);
            case SOLD_OUT -> json.name("available").value(detail);
            default -> {}
        }
    }

    private static void writeTime(final JsonWriter json, final String name, final long epochMs) {
        if (epochMs != OfferTimes.NEVER_MS) {
            json.name(name).time(epochMs);
        }
    }

    private static void writeText(final JsonWriter json, final String name, final String text) {
        if (!text.isEmpty()) {
            json.name(name).value(text);
        }
    }
}
