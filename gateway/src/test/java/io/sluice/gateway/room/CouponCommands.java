package io.sluice.gateway.room;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.protocol.codec.PutPackEncoder;
import io.sluice.engine.protocol.codec.StartRainEncoder;

/** Writers of what operators say about coupons: campaigns of 100 coupons of ten yuan, and packs. */
final class CouponCommands {
    private static final long OPERATOR = 1;
    private static final long FAR_OFF_MS = 4_000_000_000_000L;

    private CouponCommands() {}

    static CommandWriter putCampaign(final long campaign, final boolean rain) {
        return putCampaign(campaign, "红包雨", rain, Audience.EVERYBODY);
    }

    /** A campaign whose coupons are vouchers. */
    static CommandWriter putVouchers(final long campaign, final String title) {
        return putCampaign(campaign, title, false, Audience.BUYERS);
    }

    static CommandWriter putPack(final long offer, final long campaign, final int units) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new PutPackEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(OPERATOR)
                        .offer(offer)
                        .campaign(campaign)
                        .units(units)
                        .encodedLength();
    }

    private static CommandWriter putCampaign(
            final long campaign, final String title, final boolean rain, final Audience audience) {
        return (buffer, offset) -> {
            final PutCampaignEncoder encoder = new PutCampaignEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(OPERATOR)
                    .campaign(campaign)
                    .discountFen(1_000)
                    .basisPoints(0)
                    .minimumFen(0)
                    .budgetFen(100_000)
                    .count(100)
                    .perViewer(1)
                    .points(0)
                    .claimFromMs(0)
                    .claimToMs(FAR_OFF_MS)
                    .validMs(86_400_000)
                    .rain((short) (rain ? 1 : 0))
                    .flash(FlashRule.ON_TOP.code())
                    .refund((short) 1)
                    .audience(audience.code())
                    .store(0)
                    .radiusMetres(0)
                    .room(0)
                    .watchedSeconds(0)
                    .memberMs(0);
            encoder.offersCount(0);
            encoder.title(title);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    static CommandWriter startRain(final long campaign, final int count, final long durationMs) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new StartRainEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(OPERATOR)
                        .campaign(campaign)
                        .room(Commands.ROOM)
                        .count(count)
                        .durationMs(durationMs)
                        .encodedLength();
    }
}
