package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;

/** {@code PUT /operator/stores/{store}}. One event loop's. */
final class SaveStoreAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long store = exchange.pathId("store");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String title = null;
        int latitudeE6 = ProtocolLimits.NO_POSITION;
        int longitudeE6 = ProtocolLimits.NO_POSITION;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "name" -> title = json.text(ProtocolLimits.MAX_NAME_BYTES);
                case "latitudeE6" -> latitudeE6 = within(json, ProtocolLimits.MAX_LATITUDE_E6);
                case "longitudeE6" -> longitudeE6 = within(json, ProtocolLimits.MAX_LONGITUDE_E6);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "name");
        final boolean isSomewhere =
                latitudeE6 != ProtocolLimits.NO_POSITION || longitudeE6 != ProtocolLimits.NO_POSITION;
        json.require(!isSomewhere || latitudeE6 != ProtocolLimits.NO_POSITION, "latitudeE6");
        json.require(!isSomewhere || longitudeE6 != ProtocolLimits.NO_POSITION, "longitudeE6");
        send(exchange, store, title, latitudeE6, longitudeE6);
    }

    private void send(
            final Exchange exchange, final long store, final String name, final int latitudeE6, final int longitudeE6) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final PutStoreEncoder encoder = new PutStoreEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .store(store)
                            .latitudeE6(latitudeE6)
                            .longitudeE6(longitudeE6)
                            .name(name);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    private static int within(final JsonBody json, final int most) {
        return (int) json.integer(-most, most);
    }
}
