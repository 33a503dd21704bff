package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import java.util.concurrent.TimeUnit;

/** {@code PUT /operator/points/{reason}}. One event loop's. */
final class SavePointRuleAction extends DoneAnswer implements Action {
    private static final int NOT_GIVEN = -1;
    private static final long MAX_DAYS = TimeUnit.MILLISECONDS.toDays(ProtocolLimits.MAX_POLICY_MS);

    @Override
    public void run(final Exchange exchange) {
        final PointReason reason = PointReasons.RULED.parse("reason", exchange.pathText("reason"));
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        int points = NOT_GIVEN;
        int dailyCap = 0;
        long validDays = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "points" -> points = (int) json.integer(0, ProtocolLimits.MAX_POINTS);
                case "dailyCap" -> dailyCap = (int) json.integer(0, ProtocolLimits.MAX_POINTS);
                case "validDays" -> validDays = json.integer(0, MAX_DAYS);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(points != NOT_GIVEN, "points");
        send(exchange, reason, points, dailyCap, TimeUnit.DAYS.toMillis(validDays));
    }

    private void send(
            final Exchange exchange,
            final PointReason reason,
            final int points,
            final int dailyCap,
            final long validMs) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new PutPointRuleEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .reason(reason.code())
                                .points(points)
                                .dailyCap(dailyCap)
                                .validMs(validMs)
                                .encodedLength(),
                this);
    }
}
