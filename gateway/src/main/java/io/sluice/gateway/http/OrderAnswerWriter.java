package io.sluice.gateway.http;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.PackBoard;

/** Writes the contract's schema Order from a decision, the same over HTTP and in a live frame. Any thread. */
public final class OrderAnswerWriter {
    private static final PackBoard NO_PACKS = new PackBoard();

    private OrderAnswerWriter() {}

    /**
     * Writes the fields of an order into an object that is open; reads the decision to its end.
     *
     * @param decision    wrapped at an order's decision; nothing of its groups was read yet.
     * @param durability  what the order's record survives.
     */
    public static void writeFields(
            final JsonWriter json, final OrderDecisionDecoder decision, final Durability durability) {
        writeFields(json, decision, NO_PACKS, durability);
    }

    /**
     * The same of an order that may have been paid for, with the vouchers of each line that the core was asked for: only the
     * answer to a question names the record that placed the order, by which its lines are known to be packs.
     *
     * @param packs  knows at least the packs that the order has lines of.
     */
    public static void writeFields(
            final JsonWriter json,
            final OrderDecisionDecoder decision,
            final PackBoard packs,
            final Durability durability) {
        json.name("order").digitString(decision.order());
        json.name("room").value(decision.room());
        json.name("state").value(OrderState.ofCode(decision.state()).name());
        writeLines(json, decision, packs);
        json.name("totalFen").value(decision.totalFen());
        if (hasCoupon(decision)) {
            json.name("coupon").digitString(decision.coupon());
            json.name("discountFen").value(decision.discountFen());
        }
        if (decision.refundedFen() > 0) {
            json.name("refundedFen").value(decision.refundedFen());
        }
        json.name("placedAt").time(decision.placedAtMs());
        json.name("payBy").time(decision.payByMs());
        skipStock(decision);
        writeAttribution(json, decision);
        json.name("sequence").value(decision.answeredAt());
        json.name("durability").value(durability.name());
    }

    /** Writes the contract's schema OperatorOrder as one object: the same, and whose it is. */
    static void writeForOperators(
            final JsonWriter json,
            final OrderDecisionDecoder decision,
            final PackBoard packs,
            final Durability durability) {
        json.beginObject().name("viewer").value(decision.viewer());
        writeFields(json, decision, packs, durability);
        json.endObject();
    }

    private static void writeLines(final JsonWriter json, final OrderDecisionDecoder decision, final PackBoard packs) {
        final boolean hasCoupon = hasCoupon(decision);
        final boolean isFound = decision.outcome() == Outcome.FOUND.code();
        long voucher = isFound ? decision.firstVoucher() : 0;
        json.name("lines").beginArray();
        for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
            json.beginObject();
            json.name("offer").value(line.offer());
            json.name("quantity").value(line.quantity());
            json.name("unitPriceFen").value(line.unitPriceFen());
            if (hasCoupon) {
                json.name("discountFen").value(line.discountFen());
            }
            if (line.refunded() > 0) {
                json.name("refunded").value(line.refunded());
            }
            if (voucher > 0 && packs.packAt(line.offer(), decision.answeredAt()) != null) {
                json.name("vouchers").beginObject().name("first").digitString(voucher);
                json.name("count").value(line.quantity()).endObject();
                voucher += line.quantity();
            }
            json.endObject();
        }
        json.endArray();
    }

    /** Whether a coupon takes something off; a record of the schema's second version says nothing of it. */
    static boolean hasCoupon(final OrderDecisionDecoder decision) {
        return decision.coupon() > 0;
    }

    /** Writes what is recorded of who brought the order; the decision's groups have been read. */
    static void writeAttribution(final JsonWriter json, final OrderDecisionDecoder decision) {
        json.name("attribution").beginObject();
        writeId(json, "store", decision.store());
        writeId(json, "guide", decision.guide());
        writeId(json, "group", decision.group());
        writeId(json, "inviter", decision.inviter());
        writeId(json, "secondInviter", decision.secondInviter());
        json.name("rule").value(AttributionRule.ofCode(decision.rule()).name());
        writeId(json, "touchSequence", decision.touchSequence());
        // A record of the schema's first version has none.
        json.name("policyVersion").value(Math.max(0, decision.policyVersion()));
        final int length = decision.shareLength();
        if (length > 0) {
            json.name("share")
                    .ascii(decision.buffer(), decision.limit() + OrderDecisionDecoder.shareHeaderLength(), length);
        }
        decision.skipShare();
        json.endObject();
    }

    /** Steps over the items whose stock changed, which are the room's matter. */
    private static void skipStock(final OrderDecisionDecoder decision) {
        final OrderDecisionDecoder.StockDecoder stock = decision.stock();
        decision.limit(decision.limit() + stock.count() * stock.actingBlockLength());
    }

    /** Names an id and writes it, unless it is 0, which is none. */
    static void writeId(final JsonWriter json, final String name, final long id) {
        if (id != 0) {
            json.name(name).value(id);
        }
    }
}
