package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.SlowRoomEncoder;

/** {@code POST /operator/rooms/{room}/slow}. One event loop's. */
final class SlowRoomAction extends DoneAnswer implements Action {
    private static final String SECONDS = "seconds";
    private static final int NOT_GIVEN = -1;

    @Override
    public void run(final Exchange exchange) {
        final long actor = exchange.identity().subject();
        final long room = exchange.pathId("room");
        final int seconds = seconds(exchange.body());
        exchange.send(
                (buffer, offset) -> {
                    final SlowRoomEncoder encoder = new SlowRoomEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .seconds(seconds);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    private static int seconds(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        int seconds = NOT_GIVEN;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!SECONDS.equals(name)) {
                throw json.unknown();
            }
            seconds = (int) json.integer(0, ProtocolLimits.MAX_SLOW_SECONDS);
        }
        json.end();
        json.require(seconds != NOT_GIVEN, SECONDS);
        return seconds;
    }
}
