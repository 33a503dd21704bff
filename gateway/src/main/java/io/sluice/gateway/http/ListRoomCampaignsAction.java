package io.sluice.gateway.http;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.view.CampaignTerms;
import io.sluice.engine.view.CampaignView;
import io.sluice.gateway.link.EnginePort;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code GET /rooms/{room}/campaigns}: what may be claimed now or within a day and is for an offer of the room, of coupons
 * that rain only those that do so here. The next to end first. Any event loop.
 */
final class ListRoomCampaignsAction implements Action {
    /** Campaigns that are told at once. */
    private static final int MOST = 100;

    private static final long SOON_MS = TimeUnit.DAYS.toMillis(1);
    private static final int OK = 200;

    private final EnginePort engine;
    private final RoomSnapshots rooms;

    ListRoomCampaignsAction(final EnginePort engine, final RoomSnapshots rooms) {
        this.engine = engine;
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        GetRoomAction.picture(rooms, room);
        final long nowMs = engine.nowMs();
        final List<CampaignView> found = engine.brandBoard().campaigns().currentAt(nowMs).stream()
                .filter(campaign -> isShown(campaign, room, nowMs))
                .limit(MOST + 1L)
                .toList();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("room").value(room);
        json.name("now").time(nowMs);
        json.name("campaigns").beginArray();
        found.stream().limit(MOST).forEach(campaign -> CampaignJson.writePublic(json, campaign));
        json.endArray();
        json.name("more").value(found.size() > MOST);
        json.endObject();
        exchange.answer(OK);
    }

    private boolean isShown(final CampaignView campaign, final long room, final long nowMs) {
        final CampaignTerms terms = campaign.terms();
        final boolean rainsElsewhere = terms.rain()
                && (campaign.rain().room() != room || !campaign.rain().fallsAt(nowMs));
        return campaign.hasOne()
                && terms.audience().kind() != Audience.BUYERS
                && !rainsElsewhere
                && terms.claimFromMs() - nowMs <= SOON_MS
                && (terms.offers().isEmpty() || terms.offers().stream().anyMatch(offer -> rooms.hasOffer(room, offer)));
    }
}
