package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PlacePageDecoder;
import io.sluice.gateway.link.Reply;
import java.util.Set;

/** {@code GET /me/places}: where the viewer waits or has a turn. One event loop's. */
final class ListPlacesAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlacePageDecoder page = new PlacePageDecoder();

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, Set.of());
        exchange.send(LineCommands.find(exchange.identity().subject()), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("places").beginArray();
        for (final PlacePageDecoder.PlacesDecoder place : page.places()) {
            json.beginObject();
            PlaceJson.write(json, place);
            json.endObject();
        }
        json.endArray().endObject();
        exchange.answer(OK);
    }
}
