package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.ReportCommentEncoder;

/** {@code POST /rooms/{room}/comments/{comment}/report}. How many others reported it is told to nobody here. One event loop's. */
final class ReportCommentAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.identity().subject();
        final long room = exchange.pathId("room");
        final long comment = exchange.pathId("comment");
        exchange.send(
                (buffer, offset) -> {
                    final ReportCommentEncoder encoder = new ReportCommentEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .viewer(viewer)
                            .room(room)
                            .comment(comment);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
