package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.AppealMuteEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /me/appeal}. One event loop's. */
final class AppealMuteAction extends DoneAnswer implements Action {
    private static final String TEXT = "text";

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.identity().subject();
        final String text = text(exchange.body());
        exchange.send(
                (buffer, offset) -> {
                    final AppealMuteEncoder encoder = new AppealMuteEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .viewer(viewer)
                            .text(text);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }

    private static String text(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        String text = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!TEXT.equals(name)) {
                throw json.unknown();
            }
            text = json.text(ProtocolLimits.MAX_APPEAL_BYTES).strip();
            if (text.isEmpty()) {
                throw json.invalid("must say something");
            }
        }
        json.end();
        json.require(text != null, TEXT);
        return text;
    }
}
