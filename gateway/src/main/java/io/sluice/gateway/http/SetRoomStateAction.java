package io.sluice.gateway.http;

import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /operator/rooms/{room}/state}. One event loop's. */
final class SetRoomStateAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        RoomState state = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals("state")) {
                throw json.unknown();
            }
            state = json.constant(RoomState.class);
        }
        json.end();
        json.require(state != null, "state");
        send(exchange, room, state);
    }

    private void send(final Exchange exchange, final long room, final RoomState state) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final ChangeRoomStateEncoder encoder = new ChangeRoomStateEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .state(state.code());
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
