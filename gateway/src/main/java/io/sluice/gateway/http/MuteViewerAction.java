package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.gateway.link.Reply;

/** {@code POST /operator/viewers/{viewer}/mute}. One event loop's. */
final class MuteViewerAction extends DoneAnswer implements Action {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MuteViewerDecoder command = new MuteViewerDecoder();

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.pathId("viewer");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        MuteTerm term = null;
        String reason = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "for" -> term = json.constant(MuteTerm.class);
                case "reason" -> reason = json.text(ProtocolLimits.MAX_REASON_BYTES);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(term != null, "for");
        send(exchange, viewer, term, reason);
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        command.wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("for").value(MuteTerm.ofDuration(command.durationMs()).name());
        if (command.durationMs() > 0) {
            json.name("until").time(reply.timeMs() + command.durationMs());
        }
    }

    private void send(final Exchange exchange, final long viewer, final MuteTerm term, final String reason) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final MuteViewerEncoder encoder = new MuteViewerEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .viewer(viewer)
                            .durationMs(term.durationMs())
                            .reason(reason);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
