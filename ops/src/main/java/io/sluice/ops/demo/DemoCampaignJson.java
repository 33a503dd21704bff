package io.sluice.ops.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** A campaign of the demo as the operator's API takes it. */
final class DemoCampaignJson {
    private DemoCampaignJson() {}

    static JsonObject of(final DemoCampaign campaign, final Instant from) {
        final DemoCampaign.Takes takes = campaign.takes();
        final JsonObject audience =
                new JsonObject().put("kind", campaign.audience().kind());
        campaign.audience().fields().forEach(audience::put);
        final JsonObject body = new JsonObject()
                .put("title", campaign.title())
                .put("discountFen", takes.discountFen())
                .put("basisPoints", takes.basisPoints())
                .put("minimumFen", takes.minimumFen())
                .put("budgetFen", takes.discountFen() * campaign.count())
                .put("count", campaign.count())
                .put("claimFrom", DemoOperator.time(from))
                .put("claimTo", DemoOperator.time(from.plus(Duration.ofDays(DemoCampaign.OPEN_DAYS))))
                .put("validSeconds", Duration.ofDays(DemoCampaign.VALID_DAYS).toSeconds())
                .put("rain", campaign.rains())
                .put("points", campaign.points())
                .put("audience", audience);
        return campaign.offers().isEmpty() ? body : body.put("offers", new JsonArray(campaign.offers()));
    }
}
