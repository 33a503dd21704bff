package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/items/{item}/stock}. One event loop's. */
final class ChangeStockAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId("item");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long change = 0;
        StockReason reason = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "change" -> change = change(json);
                case "reason" -> reason = json.constant(StockReason.class);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(change != 0, "change");
        json.require(reason != null, "reason");
        if (change > 0 != (reason == StockReason.RESTOCK)) {
            throw JsonBody.invalid("change", "must be above 0 for RESTOCK and below 0 for WRITE_OFF");
        }
        send(exchange, item, change, reason);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("item").value(accepted.item());
        json.name("available").value(accepted.available());
        if (accepted.outcome() == Outcome.PROPOSED.code()) {
            json.name("proposedUntil").time(accepted.detail());
        }
    }

    private static long change(final JsonBody json) {
        final long change = json.integer(-ProtocolLimits.MAX_STOCK, ProtocolLimits.MAX_STOCK);
        if (change == 0) {
            throw json.invalid("must not be 0");
        }
        return change;
    }

    private void send(final Exchange exchange, final long item, final long change, final StockReason reason) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final ChangeStockEncoder encoder = new ChangeStockEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .item(item)
                            .change(change)
                            .reason(reason.code());
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
