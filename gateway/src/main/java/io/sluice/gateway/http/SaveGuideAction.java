package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import java.util.List;

/** {@code PUT /operator/guides/{guide}}. One event loop's. */
final class SaveGuideAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long guide = exchange.pathId("guide");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String title = null;
        List<Long> stores = null;
        long viewer = 0;
        boolean active = true;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "name" -> title = json.text(ProtocolLimits.MAX_NAME_BYTES);
                case "stores" -> stores = json.ids(ProtocolLimits.MAX_STORES_OF_GUIDE);
                case "viewer" -> viewer = json.id();
                case "active" -> active = json.flag();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "name");
        json.require(stores != null, "stores");
        send(exchange, guide, title, stores, viewer, active);
    }

    private void send(
            final Exchange exchange,
            final long guide,
            final String name,
            final List<Long> stores,
            final long viewer,
            final boolean active) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutGuideEncoder encoder = new PutGuideEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .guide(guide)
                            .viewer(viewer)
                            .active((short) (active ? 1 : 0));
                    final PutGuideEncoder.StoresEncoder worksIn = encoder.storesCount(stores.size());
                    stores.forEach(store -> worksIn.next().store(store));
                    encoder.name(name);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
