package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.CloseOfferEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /operator/rooms/{room}/offers/{offer}/close}. One event loop's. */
final class CloseOfferAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long actor = exchange.identity().subject();
        final long room = exchange.pathId("room");
        final long offer = exchange.pathId("offer");
        exchange.send(
                (buffer, offset) -> {
                    final CloseOfferEncoder encoder = new CloseOfferEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .offer(offer);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
