package io.sluice.engine.ring;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.codec.AwardPointsEncoder;
import io.sluice.engine.protocol.codec.FindPointsEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.protocol.codec.PutPackEncoder;
import io.sluice.engine.protocol.codec.PutPointRuleEncoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** As {@link SampleCommands}, of packs and points. */
final class SamplePointCommands {
    /** Its coupons are the vouchers of packs. */
    static final long VOUCHERS = 62;
    /** Its coupons cost {@link #PRICE} points. */
    static final long PRICED_CAMPAIGN = 63;

    /** Units of a pack; the lines of the samples' orders are of any number. */
    static final int UNITS = 1;

    static final int PRICE = 5;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SamplePointCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.PUT_PACK, putPack());
        commands.put(CommandShape.PUT_POINT_RULE, putPointRule(PointReason.QUIZ, 3));
        commands.put(CommandShape.AWARD_POINTS, awardPoints(SampleCommands.VIEWER, PointReason.QUIZ.code(), "award"));
        return commands;
    }

    /** A rule for every reason that has one. */
    static List<CommandWriter> rules() {
        return List.of(
                putPointRule(PointReason.PURCHASE, 10),
                putPointRule(PointReason.REFERRAL, 20),
                putPointRule(PointReason.SHARE, 2),
                putPointRule(PointReason.COMMENT, 1),
                putPointRule(PointReason.QUIZ, 3),
                putPointRule(PointReason.GIFT, 50));
    }

    /** The rules, the pack and its vouchers, and a campaign that takes points. */
    static List<CommandWriter> opening() {
        final List<CommandWriter> commands = new ArrayList<>(rules());
        commands.add(putVouchers());
        commands.add(putPack());
        commands.add(putPricedCampaign());
        return commands;
    }

    /** The campaign of the sample's pack. */
    static CommandWriter putVouchers() {
        return (buffer, offset) -> {
            final int length =
                    SampleCouponCommands.putCampaign(VOUCHERS, 0, false).write(buffer, offset);
            final int audience = offset + HEADER + PutCampaignEncoder.audienceEncodingOffset();
            buffer.putByte(audience, (byte) Audience.BUYERS.code());
            return length;
        };
    }

    /** A campaign for everybody who has points. */
    static CommandWriter putPricedCampaign() {
        return (buffer, offset) -> {
            final int length =
                    SampleCouponCommands.putCampaign(PRICED_CAMPAIGN, 0, false).write(buffer, offset);
            final int points = offset + HEADER + PutCampaignEncoder.pointsEncodingOffset();
            buffer.putInt(points, PRICE, ByteOrder.LITTLE_ENDIAN);
            return length;
        };
    }

    /** Makes the sample's offer a pack. */
    static CommandWriter putPack() {
        return (buffer, offset) -> {
            final PutPackEncoder encoder = new PutPackEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .offer(SampleCommands.OFFER)
                            .campaign(VOUCHERS)
                            .units(UNITS)
                            .encodedLength();
        };
    }

    /** Up to a thousand a day, for a month. */
    static CommandWriter putPointRule(final PointReason reason, final int points) {
        return (buffer, offset) -> {
            final PutPointRuleEncoder encoder = new PutPointRuleEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .reason(reason.code())
                            .points(points)
                            .dailyCap(1_000)
                            .validMs(TimeUnit.DAYS.toMillis(30))
                            .encodedLength();
        };
    }

    static CommandWriter awardPoints(final long viewer, final short reason, final String key) {
        return (buffer, offset) -> {
            final AwardPointsEncoder encoder = new AwardPointsEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1).viewer(viewer).reason(reason).key(key).encodedLength();
        };
    }

    /** A query. */
    static CommandWriter findPoints(final long viewer, final long before, final int maximum) {
        return (buffer, offset) -> {
            final FindPointsEncoder query = new FindPointsEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + query.viewer(viewer)
                            .before(before)
                            .maximum((short) maximum)
                            .encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
