package io.sluice.gateway.http;

import io.sluice.engine.view.AudienceView;
import io.sluice.engine.view.CampaignTerms;
import io.sluice.engine.view.CampaignView;
import java.util.concurrent.TimeUnit;

/** Writes coupon campaigns, all of one for operators and what viewers are told. Any thread. */
final class CampaignJson {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private CampaignJson() {}

    /** Writes all of a campaign as an object; {@code nowMs} tells whether it rains. */
    static void write(final JsonWriter json, final CampaignView campaign, final long nowMs) {
        final CampaignTerms terms = campaign.terms();
        json.beginObject();
        writeHead(json, campaign);
        json.name("budgetFen").value(terms.budgetFen());
        json.name("count").value(terms.count());
        json.name("validSeconds").value(roundedUp(terms.validMs(), TimeUnit.SECONDS.toMillis(1)));
        json.name("rain").value(terms.rain());
        json.name("flash").value(terms.flash().name());
        json.name("comesBack").value(terms.comesBack());
        json.name("claimed").value(campaign.claimed());
        json.name("takenFen").value(campaign.takenFen());
        if (terms.rain() && campaign.rain().fallsAt(nowMs)) {
            json.name("raining")
                    .beginObject()
                    .name("room")
                    .value(campaign.rain().room());
            writeRain(json, campaign);
            json.endObject();
        }
        json.endObject();
    }

    /** Writes what anybody may know of a campaign as an object, with the rain of it where the room has one. */
    static void writePublic(final JsonWriter json, final CampaignView campaign) {
        json.beginObject();
        writeHead(json, campaign);
        json.name("left").value(left(campaign));
        if (campaign.terms().rain()) {
            json.name("rain").beginObject();
            writeRain(json, campaign);
            json.endObject();
        }
        json.endObject();
    }

    private static void writeHead(final JsonWriter json, final CampaignView campaign) {
        final CampaignTerms terms = campaign.terms();
        json.name("campaign").value(campaign.id());
        json.name("title").value(campaign.title());
        json.name("discountFen").value(terms.discountFen());
        json.name("basisPoints").value(terms.basisPoints());
        json.name("minimumFen").value(terms.minimumFen());
        json.name("perViewer").value(terms.perViewer());
        if (terms.points() > 0) {
            json.name("points").value(terms.points());
        }
        json.name("claimFrom").time(terms.claimFromMs());
        json.name("claimTo").time(terms.claimToMs());
        writeAudience(json, terms.audience());
        if (!terms.offers().isEmpty()) {
            json.name("offers").beginArray();
            terms.offers().forEach(json::value);
            json.endArray();
        }
    }

    private static void writeAudience(final JsonWriter json, final AudienceView audience) {
        json.name("audience").beginObject().name("kind").value(audience.kind().name());
        switch (audience.kind()) {
            case EVERYBODY, LISTED, BUYERS -> {}
            case NEWCOMERS -> json.name("memberDays").value(roundedUp(audience.memberMs(), DAY_MS));
            case NEARBY -> {
                json.name("store").value(audience.store());
                json.name("radiusMetres").value(audience.radiusMetres());
            }
            case WATCHED -> {
                json.name("room").value(audience.room());
                json.name("watchedSeconds").value(audience.watchedSeconds());
            }
        }
        json.endObject();
    }

    private static void writeRain(final JsonWriter json, final CampaignView campaign) {
        json.name("until").time(campaign.rain().untilMs());
        json.name("left").value(Math.min(campaign.rain().left(), left(campaign)));
    }

    /** Coupons that count and budget leave. */
    private static long left(final CampaignView campaign) {
        final CampaignTerms terms = campaign.terms();
        final long affordable = (terms.budgetFen() - campaign.takenFen()) / terms.discountFen();
        return Math.max(0, Math.min(terms.count() - campaign.claimed(), affordable));
    }

    /** What is no whole unit did not come by this API. */
    private static long roundedUp(final long ms, final long unitMs) {
        return (ms + unitMs - 1) / unitMs;
    }
}
