package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.HostRoomEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code PUT /operator/rooms/{room}/host}. One event loop's. */
final class HostRoomAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long store = 0;
        long guide = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "store" -> store = json.id();
                case "guide" -> guide = json.id();
                default -> throw json.unknown();
            }
        }
        json.end();
        send(exchange, room, store, guide);
    }

    private void send(final Exchange exchange, final long room, final long store, final long guide) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final HostRoomEncoder encoder = new HostRoomEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .store(store)
                            .guide(guide);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
