package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.StartRainEncoder;
import io.sluice.gateway.link.Reply;
import java.util.concurrent.TimeUnit;

/** {@code POST /operator/rooms/{room}/rain}. One event loop's. */
final class StartRainAction extends DoneAnswer implements Action {
    private static final long MAX_SECONDS = TimeUnit.MILLISECONDS.toSeconds(ProtocolLimits.MAX_RAIN_MS);

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long campaign = 0;
        int count = 0;
        long seconds = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "campaign" -> campaign = json.id();
                case "count" -> count = (int) json.integer(1, ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN);
                case "seconds" -> seconds = json.integer(1, MAX_SECONDS);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(campaign != 0, "campaign");
        json.require(count != 0, "count");
        json.require(seconds != 0, "seconds");
        send(exchange, room, campaign, count, TimeUnit.SECONDS.toMillis(seconds));
    }

    @Override
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {
        json.name("until").time(accepted.detail());
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case CAMPAIGN_UNKNOWN, NO_RAIN, RAIN_FALLS -> problem.field("campaign");
            case ROOM_UNKNOWN -> problem.field("room");
            default -> problem;
        };
    }

    private void send(
            final Exchange exchange, final long room, final long campaign, final int count, final long durationMs) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new StartRainEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .campaign(campaign)
                                .room(room)
                                .count(count)
                                .durationMs(durationMs)
                                .encodedLength(),
                this);
    }
}
