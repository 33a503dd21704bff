package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutPackEncoder;

/** {@code PUT /operator/offers/{offer}/pack}. One event loop's. */
final class SavePackAction extends DoneAnswer implements Action {
    private static final String CAMPAIGN = "campaign";
    private static final String UNITS = "units";

    @Override
    public void run(final Exchange exchange) {
        final long offer = exchange.pathId("offer");
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long campaign = 0;
        int units = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case CAMPAIGN -> campaign = json.id();
                case UNITS -> units = (int) json.integer(1, ProtocolLimits.MAX_VOUCHERS);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(campaign != 0, CAMPAIGN);
        json.require(units != 0, UNITS);
        send(exchange, offer, campaign, units);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case OFFER_UNKNOWN ->
                new Problem(ProblemCode.OFFER_UNKNOWN, "There is no offer " + exchange.pathId("offer") + ".")
                        .field("offer")
                        .sequence(sequence);
            case CAMPAIGN_UNKNOWN, NOT_ELIGIBLE -> problem.field(CAMPAIGN);
            default -> problem;
        };
    }

    private void send(final Exchange exchange, final long offer, final long campaign, final int units) {
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new PutPackEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .offer(offer)
                                .campaign(campaign)
                                .units(units)
                                .encodedLength(),
                this);
    }
}
