package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.Reply;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /refunds}, the provider's word that money went back. One event loop's. */
final class RefundAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final WebhookSignature signature;
    private final OrderAnswers answers;

    RefundAction(final WebhookSignature signature, final OrderAnswers answers) {
        this.signature = signature;
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = SignedBody.open(exchange, signature);
        String reference = null;
        long order = -1;
        ReturnedStock stock = null;
        List<Line> lines = List.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "reference" -> reference = json.ascii(1, ProtocolLimits.MAX_KEY_BYTES);
                case "order" -> order = json.orderId();
                case "stock" -> stock = json.constant(ReturnedStock.class);
                case "lines" -> lines = lines(json);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(reference != null, "reference");
        json.require(order >= 0, "order");
        json.require(stock != null, "stock");
        exchange.send(refund(order, stock, lines, reference), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("outcome").value(answers.outcome().name());
        json.name("order").digitString(answers.decision().order());
        json.name("refundFen").value(answers.decision().amountFen());
        json.name("state").value(OrderState.ofCode(answers.decision().state()).name());
        json.name("sequence").value(answers.sequence(reply));
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, answers.isReplayed());
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

    private static CommandWriter refund(
            final long order, final ReturnedStock stock, final List<Line> lines, final String reference) {
        return (buffer, offset) -> {
            final RefundOrderEncoder encoder = new RefundOrderEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(0)
                    .order(order)
                    .returned(stock.code());
            final RefundOrderEncoder.LinesEncoder group = encoder.linesCount(lines.size());
            for (final Line line : lines) {
                group.next().offer(line.offer()).quantity(line.quantity());
            }
            encoder.reference(reference);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    private record Line(long offer, int quantity) {}
}
