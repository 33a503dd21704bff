package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MoveStockEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/items/{item}/moves}. One event loop's. */
final class MoveStockAction extends DoneAnswer implements Action {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String UNITS = "units";

    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId("item");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        StockAddress from = null;
        StockAddress to = null;
        long units = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case FROM -> from = StockAddress.parse(json);
                case TO -> to = StockAddress.parse(json);
                case UNITS -> units = json.integer(1, ProtocolLimits.MAX_STOCK);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(from != null, FROM);
        json.require(to != null, TO);
        json.require(units != 0, UNITS);
        if (from.equals(to)) {
            throw JsonBody.invalid(TO, "must be another stock than from");
        }
        send(exchange, item, from, to, units);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("item").value(accepted.item());
        json.name("stock").beginObject();
        StockAddress.writeMembers(json, StockKind.ofCode(accepted.stockKind()), accepted.stockOf());
        json.endObject();
        json.name("available").value(accepted.available());
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case ALLOTMENT_UNKNOWN -> problem.field(FROM);
            case ROOM_ENDED -> problem.field(TO);
            default -> problem;
        };
    }

    private void send(
            final Exchange exchange,
            final long item,
            final StockAddress from,
            final StockAddress to,
            final long units) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new MoveStockEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .item(item)
                                .fromKind(from.kind().code())
                                .from(from.of())
                                .toKind(to.kind().code())
                                .to(to.of())
                                .units(units)
                                .encodedLength(),
                this);
    }
}
