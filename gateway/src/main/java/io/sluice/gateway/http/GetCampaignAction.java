package io.sluice.gateway.http;

import io.sluice.engine.view.CampaignView;
import io.sluice.gateway.link.EnginePort;

/** {@code GET /operator/campaigns/{campaign}}. Any event loop. */
final class GetCampaignAction implements Action {
    private static final int OK = 200;

    private final EnginePort engine;

    GetCampaignAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final long id = exchange.pathId("campaign");
        final CampaignView campaign = engine.brandBoard().campaigns().campaign(id);
        if (campaign == null) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.CAMPAIGN_UNKNOWN, "There is no campaign " + id + ".").field("campaign"));
        }
        CampaignJson.write(exchange.loop().json().reset(), campaign, engine.nowMs());
        exchange.answer(OK);
    }
}
