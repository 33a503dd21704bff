package io.sluice.gateway.http;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;

/** Writes the data of records about campaigns, coupons and who watched a room. One thread. */
final class CouponRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        return switch (record.commandType()) {
            case PutCampaignDecoder.TEMPLATE_ID -> writeCampaign(record, json);
            case InviteToCampaignDecoder.TEMPLATE_ID -> writeInvited(record, json);
            case StartRainDecoder.TEMPLATE_ID -> writeRain(record, json);
            case ClaimCouponDecoder.TEMPLATE_ID -> writeClaim(record, json);
            case NoteWatchedDecoder.TEMPLATE_ID -> writeWatched(record, json);
            default -> null;
        };
    }

    private String writeCampaign(final RecordFlyweight record, final JsonWriter json) {
        final PutCampaignDecoder command =
                new PutCampaignDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("campaign").value(command.campaign());
        json.name("discountFen").value(command.discountFen());
        json.name("basisPoints").value(command.basisPoints());
        json.name("minimumFen").value(command.minimumFen());
        json.name("budgetFen").value(command.budgetFen());
        json.name("count").value(command.count());
        json.name("perViewer").value(command.perViewer());
        if (command.points() > 0) {
            json.name("points").value(command.points());
        }
        json.name("claimFrom").time(command.claimFromMs());
        json.name("claimTo").time(command.claimToMs());
        json.name("validMs").value(command.validMs());
        json.name("rain").value(command.rain() != 0);
        json.name("flash").value(FlashRule.ofCode(command.flash()).name());
        json.name("comesBack").value(command.refund() != 0);
        writeAudience(command, json);
        final PutCampaignDecoder.OffersDecoder offers = command.offers();
        if (offers.count() > 0) {
            json.name("offers").beginArray();
            offers.forEach(offer -> json.value(offer.offer()));
            json.endArray();
        }
        json.name("title").value(command.title());
        return "campaigns/" + command.campaign();
    }

    private static void writeAudience(final PutCampaignDecoder command, final JsonWriter json) {
        final Audience audience = Audience.ofCode(command.audience());
        json.name("audience").beginObject().name("kind").value(audience.name());
        switch (audience) {
            case EVERYBODY, LISTED, BUYERS -> {}
            case NEWCOMERS -> json.name("memberMs").value(command.memberMs());
            case NEARBY -> {
                json.name("store").value(command.store());
                json.name("radiusMetres").value(command.radiusMetres());
            }
            case WATCHED -> {
                json.name("room").value(command.room());
                json.name("watchedSeconds").value(command.watchedSeconds());
            }
        }
        json.endObject();
    }

    private String writeInvited(final RecordFlyweight record, final JsonWriter json) {
        final InviteToCampaignDecoder command =
                new InviteToCampaignDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("campaign").value(command.campaign());
        json.name("viewers").beginArray();
        for (final InviteToCampaignDecoder.ViewersDecoder each : command.viewers()) {
            json.beginObject().name("viewer").value(each.viewer()).endObject();
        }
        json.endArray();
        return "campaigns/" + command.campaign();
    }

    private String writeRain(final RecordFlyweight record, final JsonWriter json) {
        final StartRainDecoder command =
                new StartRainDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("campaign").value(command.campaign());
        json.name("count").value(command.count());
        json.name("durationMs").value(command.durationMs());
        if (record.outcome() == Outcome.ACCEPTED) {
            json.name("until").time(detail(record));
        }
        return "rooms/" + command.room();
    }

    private String writeClaim(final RecordFlyweight record, final JsonWriter json) {
        final ClaimCouponDecoder command =
                new ClaimCouponDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("campaign").value(command.campaign());
        if (command.latitudeE6() != ProtocolLimits.NO_POSITION) {
            json.name("latitudeE6").value(command.latitudeE6());
            json.name("longitudeE6").value(command.longitudeE6());
        }
        json.name("key").value(command.key());
        final long detail = detail(record);
        switch (record.outcome()) {
            case ACCEPTED, REPEATED -> json.name("coupon").digitString(detail);
            case CLAIM_NOT_OPEN -> {
                if (detail != OfferTimes.NEVER_MS) {
                    json.name("opensAt").time(detail);
                }
            }
            case CLAIM_CLOSED -> json.name("closesAt").time(detail);
            case CLAIM_LIMIT -> json.name("limit").value(detail);
            case POINTS_TOO_FEW -> json.name("balance").value(detail);
            default -> {}
        }
        return "campaigns/" + command.campaign();
    }

    private String writeWatched(final RecordFlyweight record, final JsonWriter json) {
        final NoteWatchedDecoder command =
                new NoteWatchedDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("room").value(command.room());
        json.name("viewers").beginArray();
        for (final NoteWatchedDecoder.ViewersDecoder each : command.viewers()) {
            json.beginObject().name("viewer").value(each.viewer());
            json.name("seconds").value(each.seconds()).endObject();
        }
        json.endArray();
        return "rooms/" + command.room();
    }

    private long detail(final RecordFlyweight record) {
        return decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                .detail();
    }
}
