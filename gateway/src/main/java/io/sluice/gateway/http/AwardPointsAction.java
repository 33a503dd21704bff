package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.codec.AwardPointsEncoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/viewers/{viewer}/points}. One event loop's. */
final class AwardPointsAction extends DoneAnswer implements Action {
    private static final String REASON = "reason";

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.pathId("viewer");
        final String key = IdempotencyKey.of(exchange);
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        PointReason reason = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals(REASON)) {
                throw json.unknown();
            }
            reason = PointReasons.AWARDED.parse(REASON, json.string());
        }
        json.end();
        json.require(reason != null, REASON);
        send(exchange, viewer, reason, key);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("points").value(accepted.detail());
    }

    private void send(final Exchange exchange, final long viewer, final PointReason reason, final String key) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new AwardPointsEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .viewer(viewer)
                                .reason(reason.code())
                                .key(key)
                                .encodedLength(),
                this);
    }
}
