package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecideAppealEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** {@code POST /operator/viewers/{viewer}/appeal}. One event loop's. */
final class DecideAppealAction extends DoneAnswer implements Action {
    private static final String APPEAL = "appeal";
    private static final String GRANTED = "granted";

    @Override
    public void run(final Exchange exchange) {
        final long viewer = exchange.pathId("viewer");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long appeal = 0;
        Boolean granted = null;
        String reason = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case APPEAL -> appeal = json.id();
                case GRANTED -> granted = json.flag();
                case "reason" -> reason = json.text(ProtocolLimits.MAX_REASON_BYTES);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(appeal != 0, APPEAL);
        json.require(granted != null, GRANTED);
        send(exchange, viewer, appeal, granted, reason);
    }

    private void send(
            final Exchange exchange, final long viewer, final long appeal, final boolean granted, final String reason) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> {
                    final DecideAppealEncoder encoder = new DecideAppealEncoder()
                            .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                            .actor(actor)
                            .viewer(viewer)
                            .appeal(appeal)
                            .granted((short) (granted ? 1 : 0))
                            .reason(reason);
                    return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
                },
                this);
    }
}
