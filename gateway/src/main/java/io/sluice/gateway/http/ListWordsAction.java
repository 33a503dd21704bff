package io.sluice.gateway.http;

import io.sluice.engine.view.WordBoard;
import java.util.Set;

/** {@code GET /operator/block-words}: what may not be said. Any event loop. */
final class ListWordsAction implements Action {
    private static final int OK = 200;

    private final WordBoard words;

    ListWordsAction(final WordBoard words) {
        this.words = words;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, Set.of());
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("words").beginArray();
        words.words().forEach(json::value);
        json.endArray().endObject();
        exchange.answer(OK, false);
    }
}
