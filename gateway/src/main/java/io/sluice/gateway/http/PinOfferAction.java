package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PinOfferEncoder;

/** {@code POST /operator/rooms/{room}/pin}. One event loop's. */
final class PinOfferAction extends DoneAnswer implements Action {
    private static final long NOT_GIVEN = -1;

    @Override
    public void run(final Exchange exchange) {
        final long actor = exchange.identity().subject();
        final long room = exchange.pathId("room");
        final long offer = offer(exchange.body());
        exchange.send(
                (buffer, offset) -> {
                    final PinOfferEncoder encoder = new PinOfferEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .offer(offer);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    private static long offer(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        long offer = NOT_GIVEN;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals("offer")) {
                throw json.unknown();
            }
            offer = json.idOrNull();
        }
        json.end();
        json.require(offer != NOT_GIVEN, "offer");
        return offer;
    }
}
