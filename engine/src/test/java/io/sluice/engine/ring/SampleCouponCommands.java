package io.sluice.engine.ring;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.ClaimCouponEncoder;
import io.sluice.engine.protocol.codec.FindCouponsEncoder;
import io.sluice.engine.protocol.codec.InviteToCampaignEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.protocol.codec.StartRainEncoder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** As {@link SampleCommands}, of coupons. */
final class SampleCouponCommands {
    /** Its coupons rain, and take 10 % off, not more than {@link #DISCOUNT_FEN}. */
    static final long CAMPAIGN = 60;
    /** Its coupons take {@link #DISCOUNT_FEN} off, each viewer has as many as one may. */
    static final long OTHER_CAMPAIGN = 61;

    static final long DISCOUNT_FEN = 800;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleCouponCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.PUT_CAMPAIGN, putCampaign(CAMPAIGN, 1_000, true));
        commands.put(CommandShape.INVITE_TO_CAMPAIGN, (buffer, offset) -> {
            final InviteToCampaignEncoder encoder =
                    new InviteToCampaignEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .campaign(CAMPAIGN)
                    .viewersCount(2)
                    .next()
                    .viewer(101)
                    .next()
                    .viewer(102);
            return HEADER + encoder.encodedLength();
        });
        commands.put(CommandShape.START_RAIN, (buffer, offset) -> {
            final StartRainEncoder encoder = new StartRainEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .campaign(CAMPAIGN)
                            .room(SampleCommands.ROOM)
                            .count(100)
                            .durationMs(ProtocolLimits.MAX_RAIN_MS)
                            .encodedLength();
        });
        commands.put(CommandShape.CLAIM_COUPON, claim(SampleCommands.VIEWER, CAMPAIGN, "claim"));
        commands.put(CommandShape.NOTE_WATCHED, (buffer, offset) -> {
            final NoteWatchedEncoder encoder = new NoteWatchedEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.room(SampleCommands.ROOM)
                    .viewersCount(2)
                    .next()
                    .viewer(101)
                    .seconds(60)
                    .next()
                    .viewer(102)
                    .seconds(1);
            return HEADER + encoder.encodedLength();
        });
        return commands;
    }

    /** A campaign for everybody that is for the sample's offer and another. */
    static CommandWriter putCampaign(final long campaign, final int basisPoints, final boolean rains) {
        return (buffer, offset) -> {
            final PutCampaignEncoder encoder = new PutCampaignEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .campaign(campaign)
                    .discountFen(DISCOUNT_FEN)
                    .basisPoints(basisPoints)
                    .minimumFen(SampleCommands.PRICE_FEN)
                    .budgetFen(Long.MAX_VALUE)
                    .count(ProtocolLimits.MAX_COUPONS_OF_CAMPAIGN)
                    .perViewer(ProtocolLimits.MAX_COUPONS_PER_VIEWER)
                    .claimFromMs(0)
                    .claimToMs(Long.MAX_VALUE)
                    .validMs(TimeUnit.DAYS.toMillis(30))
                    .rain((short) (rains ? 1 : 0))
                    .flash(FlashRule.ON_TOP.code())
                    .refund((short) 1)
                    .audience(Audience.EVERYBODY.code())
                    .store(0)
                    .radiusMetres(0)
                    .room(0)
                    .watchedSeconds(0)
                    .memberMs(0)
                    .points(0);
            encoder.offersCount(2).next().offer(SampleCommands.OFFER).next().offer(SampleCommands.OFFER);
            return HEADER + encoder.title("满减券").encodedLength();
        };
    }

    static CommandWriter claim(final long viewer, final long campaign, final String key) {
        return (buffer, offset) -> {
            final ClaimCouponEncoder encoder = new ClaimCouponEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.viewer(viewer)
                            .campaign(campaign)
                            .latitudeE6(31_230_400)
                            .longitudeE6(121_473_700)
                            .key(key)
                            .encodedLength();
        };
    }

    /** A query. */
    static CommandWriter findCoupons(final long viewer, final long before, final int maximum) {
        return (buffer, offset) -> {
            final FindCouponsEncoder query = new FindCouponsEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + query.viewer(viewer)
                            .before(before)
                            .coupon(0)
                            .maximum((short) maximum)
                            .encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
