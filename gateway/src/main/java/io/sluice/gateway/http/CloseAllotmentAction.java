package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.CloseAllotmentEncoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code DELETE /operator/items/{item}/allotments/{kind}/{of}}. One event loop's. */
final class CloseAllotmentAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId("item");
        final StockAddress allotment = StockAddress.inPath(exchange);
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new CloseAllotmentEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .item(item)
                                .kind(allotment.kind().code())
                                .of(allotment.of())
                                .encodedLength(),
                this);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("item").value(accepted.item());
        json.name("returned").value(accepted.detail());
        json.name("available").value(accepted.available());
    }
}
