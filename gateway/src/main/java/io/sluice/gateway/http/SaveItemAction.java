package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;

/** {@code PUT /operator/items/{item}}. One event loop's. */
final class SaveItemAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long item = exchange.pathId("item");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String title = null;
        String image = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "title" -> title = json.text(ProtocolLimits.MAX_TITLE_BYTES);
                case "image" -> image = json.url();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "title");
        send(exchange, item, title, image);
    }

    private void send(final Exchange exchange, final long item, final String title, final String image) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutItemEncoder encoder = new PutItemEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .item(item)
                            .title(title)
                            .image(image);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
