package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.share.ShareCode;
import io.sluice.gateway.share.ShareCodec;

/** Reads an order's fields from JSON, the same over HTTP and in a live frame. Any thread. */
public final class OrderRequestParser {
    private OrderRequestParser() {}

    /** Reads a whole body into {@code order}; {@code shares} is the thread's own. */
    public static void parse(final byte[] body, final int length, final OrderRequest order, final ShareCodec shares) {
        final JsonBody json = JsonBody.open(body, length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!parseField(json, name, order, shares)) {
                throw json.unknown();
            }
        }
        json.end();
        requireLines(json, order);
    }

    /**
     * Reads the field that was just named into {@code order}.
     *
     * @param shares  the thread's own.
     * @return false when an order has no such field; nothing was read then.
     */
    public static boolean parseField(
            final JsonBody json, final String name, final OrderRequest order, final ShareCodec shares) {
        switch (name) {
            case "lines" -> parseLines(json, order);
            case "coupon" -> order.coupon(json.ascii(1, ProtocolLimits.MAX_COUPON_BYTES));
            case "share" -> parseShare(json, order, shares);
            case "expectedTotalFen" -> order.expectedTotalFen(json.integer(0, ProtocolLimits.MAX_ID));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Refuses an order whose lines were not given. */
    public static void requireLines(final JsonBody json, final OrderRequest order) {
        if (order.lineCount() == 0) {
            throw json.missing("lines");
        }
    }

    private static void parseLines(final JsonBody json, final OrderRequest order) {
        final String expectation = "must be an array of 1 to " + ProtocolLimits.MAX_LINES + " lines";
        json.beginArray(expectation);
        while (json.nextObject()) {
            if (order.lineCount() == ProtocolLimits.MAX_LINES) {
                throw JsonBody.invalid("lines", expectation);
            }
            parseLine(json, order);
        }
        if (order.lineCount() == 0) {
            throw JsonBody.invalid("lines", expectation);
        }
    }

    private static void parseLine(final JsonBody json, final OrderRequest order) {
        long offer = 0;
        int quantity = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "offer" -> offer = json.id();
                case "quantity" -> quantity = (int) json.integer(1, ProtocolLimits.MAX_QUANTITY);
                default -> throw json.unknown();
            }
        }
        if (offer == 0 || quantity == 0) {
            throw json.missing("lines[" + order.lineCount() + (offer == 0 ? "].offer" : "].quantity"));
        }
        order.addLine(offer, quantity);
    }

    private static void parseShare(final JsonBody json, final OrderRequest order, final ShareCodec shares) {
        final String text = json.ascii(1, ProtocolLimits.MAX_SHARE_BYTES);
        final ShareCode code = shares.decode(text);
        if (code == null) {
            throw new RequestRefusedException(Problems.shareUnknown());
        }
        order.share(text, code);
    }
}
