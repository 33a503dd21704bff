package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import io.sluice.engine.protocol.codec.RequestRefundEncoder;
import java.util.ArrayList;
import java.util.List;

/** What is to be given back of an order, as a body says it. For one request. */
final class RefundRequest {
    private ReturnedStock stock;
    private List<Line> lines = List.of();

    /** Reads a field's value if the field is one of {@code stock} and {@code lines}. */
    boolean parseField(final JsonBody json, final String name) {
        switch (name) {
            case "stock" -> stock = json.constant(ReturnedStock.class);
            case "lines" -> lines = lines(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Refuses what lacks a field. */
    void requireWhole(final JsonBody json) {
        json.require(stock != null, "stock");
    }

    /** Whether it says which units; without it is about whatever is left. */
    boolean hasLines() {
        return !lines.isEmpty();
    }

    /** The command that gives it back; {@code request} is the record that asked for it, 0 for none. */
    CommandWriter of(final long actor, final long order, final String reference, final long request) {
        return (buffer, offset) -> {
            final RefundOrderEncoder encoder = new RefundOrderEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .order(order)
                    .returned(stock.code())
                    .request(request);
            final RefundOrderEncoder.LinesEncoder group = encoder.linesCount(lines.size());
            for (final Line line : lines) {
                group.next().offer(line.offer()).quantity(line.quantity());
            }
            encoder.reference(reference);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    /** The command that asks the provider for it, with whoever wants it and why. */
    CommandWriter requestOf(final long actor, final long order, final String key, final String reason) {
        return (buffer, offset) -> {
            final RequestRefundEncoder encoder = new RequestRefundEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .order(order)
                    .returned(stock.code());
            final RequestRefundEncoder.LinesEncoder group = encoder.linesCount(lines.size());
            for (final Line line : lines) {
                group.next().offer(line.offer()).quantity(line.quantity());
            }
            encoder.key(key).reason(reason);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    private static List<Line> lines(final JsonBody json) {
        final String expectation = "must be an array of 1 to " + ProtocolLimits.MAX_LINES + " lines";
        final List<Line> lines = new ArrayList<>();
        json.beginArray(expectation);
        while (json.nextObject()) {
            if (lines.size() == ProtocolLimits.MAX_LINES) {
                throw JsonBody.invalid("lines", expectation);
            }
            lines.add(line(json, lines.size()));
        }
        if (lines.isEmpty()) {
            throw JsonBody.invalid("lines", expectation);
        }
        return lines;
    }

    private static Line line(final JsonBody json, final int index) {
        long offer = 0;
        int quantity = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "offer" -> offer = json.id();
                case "quantity" -> quantity = (int) json.integer(1, ProtocolLimits.MAX_QUANTITY);
                default -> throw json.unknown();
            }
        }
        json.require(offer != 0, "lines[" + index + "].offer");
        json.require(quantity != 0, "lines[" + index + "].quantity");
        return new Line(offer, quantity);
    }

    private record Line(long offer, int quantity) {}
}
