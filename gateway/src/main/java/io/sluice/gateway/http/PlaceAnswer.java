package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;

/** Answers a viewer with the place in a waiting line, or refuses. One event loop's. */
class PlaceAnswer implements ReplyAction {
    static final String ROOM = "room";
    static final String OFFER = "offer";
    private static final int OK = 200;

    private final PlaceAnswers answers = new PlaceAnswers();

    @Override
    public final void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.isRefused()) {
            exchange.refuse(answers.problem(exchange.pathId(OFFER)));
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        answers.writeFields(json);
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, answers.isReplayed());
    }
}
