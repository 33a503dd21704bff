package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HideCommentEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/rooms/{room}/comments/{comment}/hide}. One event loop's. */
final class HideCommentAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long actor = exchange.identity().subject();
        final long room = exchange.pathId("room");
        final long comment = exchange.pathId("comment");
        exchange.send(
                (buffer, offset) -> {
                    final HideCommentEncoder encoder = new HideCommentEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .room(room)
                            .comment(comment);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("viewer").value(accepted.detail());
    }
}
