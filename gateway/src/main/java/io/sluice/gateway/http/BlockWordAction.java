package io.sluice.gateway.http;

import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.BlockWordEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /operator/block-words}. One event loop's. */
final class BlockWordAction extends DoneAnswer implements Action {
    private static final String WORD = "word";
    private static final String BLOCKED = "blocked";

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        String word = null;
        Boolean blocked = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case WORD -> word = word(json);
                case BLOCKED -> blocked = json.flag();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(word != null, WORD);
        json.require(blocked != null, BLOCKED);
        send(exchange, word, blocked);
    }

    private static String word(final JsonBody json) {
        final String word = json.text(ProtocolLimits.MAX_WORD_BYTES).strip();
        if (FoldedText.of(word).isEmpty()) {
            throw json.invalid("must have a letter, a digit or a sign in it");
        }
        return word;
    }

    private void send(final Exchange exchange, final String word, final boolean blocked) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final BlockWordEncoder encoder = new BlockWordEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .blocked((short) (blocked ? 1 : 0))
                            .word(word);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
