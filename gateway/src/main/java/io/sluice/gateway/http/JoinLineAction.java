package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;

/** {@code PUT /rooms/{room}/offers/{offer}/place}. One event loop's. */
final class JoinLineAction extends PlaceAnswer implements Action {
    private static final String UNITS = "units";

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId(ROOM);
        final long offer = exchange.pathId(OFFER);
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        int units = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!UNITS.equals(name)) {
                throw json.unknown();
            }
            units = (int) json.integer(1, ProtocolLimits.MAX_QUANTITY);
        }
        json.end();
        json.require(units != 0, UNITS);
        exchange.send(LineCommands.join(exchange.identity().subject(), room, offer, units), this);
    }
}
