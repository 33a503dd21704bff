package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.view.AudienceView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;

/** A coupon campaign as an operator wants it, read from a body and written as a command. */
final class CampaignRequest implements CommandWriter {
    private static final long NOT_GIVEN = -1;
    private static final long MAX_SECONDS = TimeUnit.MILLISECONDS.toSeconds(ProtocolLimits.MAX_POLICY_MS);

    private final long actor;
    private final long campaign;
    private String title;
    private long discountFen = NOT_GIVEN;
    private int basisPoints;
    private long minimumFen;
    private long budgetFen = NOT_GIVEN;
    private long count = NOT_GIVEN;
    private int perViewer = 1;
    private int points;
    private long claimFromMs = NOT_GIVEN;
    private long claimToMs = NOT_GIVEN;
    private long validSeconds = NOT_GIVEN;
    private boolean rain;
    private FlashRule flash = FlashRule.ON_TOP;
    private boolean comesBack = true;
    private AudienceView audience = AudienceRequest.EVERYBODY;
    private List<Long> offers = List.of();

    CampaignRequest(final long actor, final long campaign) {
        this.actor = actor;
        this.campaign = campaign;
    }

    CampaignRequest parse(final byte[] body) {
        final JsonBody json = JsonBody.open(body, body.length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!parseWorth(json, name) && !parseSupply(json, name)) {
                throw json.unknown();
            }
        }
        json.end();
        json.require(title != null, "title");
        json.require(discountFen != NOT_GIVEN, "discountFen");
        json.require(budgetFen != NOT_GIVEN, "budgetFen");
        json.require(count != NOT_GIVEN, "count");
        json.require(claimFromMs != NOT_GIVEN, "claimFrom");
        json.require(claimToMs != NOT_GIVEN, "claimTo");
        json.require(validSeconds != NOT_GIVEN, "validSeconds");
        if (claimToMs <= claimFromMs) {
            throw JsonBody.invalid("claimTo", "must be later than claimFrom");
        }
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final PutCampaignEncoder encoder = new PutCampaignEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(actor)
                .campaign(campaign)
                .discountFen(discountFen)
                .basisPoints(basisPoints)
                .minimumFen(minimumFen)
                .budgetFen(budgetFen)
                .count((int) count)
                .perViewer(perViewer)
                .points(points)
                .claimFromMs(claimFromMs)
                .claimToMs(claimToMs)
                .validMs(TimeUnit.SECONDS.toMillis(validSeconds))
                .rain((short) (rain ? 1 : 0))
                .flash(flash.code())
                .refund((short) (comesBack ? 1 : 0))
                .audience(audience.kind().code())
                .store(audience.store())
                .radiusMetres(audience.radiusMetres())
                .room(audience.room())
                .watchedSeconds(audience.watchedSeconds())
                .memberMs(audience.memberMs());
        final PutCampaignEncoder.OffersEncoder each = encoder.offersCount(offers.size());
        offers.forEach(offer -> each.next().offer(offer));
        encoder.title(title);
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    private boolean parseWorth(final JsonBody json, final String name) {
        switch (name) {
            case "title" -> title = json.text(ProtocolLimits.MAX_TITLE_BYTES);
            case "discountFen" -> discountFen = json.integer(1, ProtocolLimits.MAX_PRICE_FEN);
            case "basisPoints" -> basisPoints = (int) json.integer(0, ProtocolLimits.WHOLE_BASIS_POINTS);
            case "minimumFen" -> minimumFen = json.integer(0, ProtocolLimits.MAX_PRICE_FEN);
            case "flash" -> flash = json.constant(FlashRule.class);
            case "comesBack" -> comesBack = json.flag();
            case "offers" -> offers = json.ids(ProtocolLimits.MAX_OFFERS_OF_CAMPAIGN);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean parseSupply(final JsonBody json, final String name) {
        switch (name) {
            case "budgetFen" -> budgetFen = json.integer(1, ProtocolLimits.MAX_ID);
            case "count" -> count = json.integer(1, ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN);
            case "perViewer" -> perViewer = (int) json.integer(1, ProtocolLimits.MAX_COUPONS_PER_VIEWER);
            case "points" -> points = (int) json.integer(0, ProtocolLimits.MAX_POINTS);
            case "claimFrom" -> claimFromMs = timeSince1970(json);
            case "claimTo" -> claimToMs = timeSince1970(json);
            case "validSeconds" -> validSeconds = json.integer(1, MAX_SECONDS);
            case "rain" -> rain = json.flag();
            case "audience" -> audience = AudienceRequest.parse(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long timeSince1970(final JsonBody json) {
        final long timeMs = json.time();
        if (timeMs < 0) {
            throw json.invalid("must not be before 1970");
        }
        return timeMs;
    }
}
