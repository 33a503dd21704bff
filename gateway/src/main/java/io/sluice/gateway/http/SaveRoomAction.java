package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;

/** {@code PUT /operator/rooms/{room}}. One event loop's. */
final class SaveRoomAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String title = null;
        String streamUrl = "";
        long startsAtMs = Long.MIN_VALUE;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "title" -> title = json.text(ProtocolLimits.MAX_TITLE_BYTES);
                case "startsAt" -> startsAtMs = json.time();
                case "streamUrl" -> streamUrl = json.url();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "title");
        json.require(startsAtMs != Long.MIN_VALUE, "startsAt");
        send(exchange, room, startsAtMs, title, streamUrl);
    }

    private void send(
            final Exchange exchange,
            final long room,
            final long startsAtMs,
            final String title,
            final String streamUrl) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutRoomEncoder encoder = new PutRoomEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .startsAtMs(startsAtMs)
                            .title(title)
                            .streamUrl(streamUrl);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
