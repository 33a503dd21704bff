package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;

/** {@code PUT /operator/campaigns/{campaign}}. One event loop's. */
final class SaveCampaignAction extends DoneAnswer implements Action {
    @Override
    public void run(final Exchange exchange) {
        final long campaign = exchange.pathId("campaign");
        exchange.send(new CampaignRequest(exchange.identity().subject(), campaign).parse(exchange.body()), this);
    }

    @Override
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        final Problem problem = super.problem(exchange, refusal, detail, sequence);
        return switch (refusal) {
            case STORE_UNKNOWN -> problem.field("audience.store");
            case ROOM_UNKNOWN -> problem.field("audience.room");
            case OFFER_UNKNOWN ->
                new Problem(ProblemCode.OFFER_UNKNOWN, "There is no offer " + detail + ".")
                        .field("offers")
                        .offer(detail)
                        .sequence(sequence);
            default -> problem;
        };
    }
}
