package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;

/** {@code PUT /operator/groups/{group}}. One event loop's. */
final class SaveGroupAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long group = exchange.pathId("group");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String title = null;
        long store = 0;
        long guide = 0;
        long owner = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "name" -> title = json.text(ProtocolLimits.MAX_NAME_BYTES);
                case "store" -> store = json.id();
                case "guide" -> guide = json.id();
                case "owner" -> owner = json.id();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "name");
        json.require(store != 0, "store");
        json.require(guide != 0, "guide");
        send(exchange, group, title, store, guide, owner);
    }

    private void send(
            final Exchange exchange,
            final long group,
            final String name,
            final long store,
            final long guide,
            final long owner) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutGroupEncoder encoder = new PutGroupEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .group(group)
                            .store(store)
                            .guide(guide)
                            .owner(owner)
                            .name(name);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
