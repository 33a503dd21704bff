package io.sluice.engine.view;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.ClaimCouponEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.protocol.codec.StartRainEncoder;

/** The commands that move campaigns. */
final class CampaignCommands {
    private CampaignCommands() {}

    static CommandWriter putCampaign(final long campaign, final String title, final CampaignTerms terms) {
        return (buffer, offset) -> {
            final PutCampaignEncoder encoder = new PutCampaignEncoder();
            encoder.wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(1)
                    .campaign(campaign)
                    .discountFen(terms.discountFen())
                    .basisPoints(terms.basisPoints())
                    .minimumFen(terms.minimumFen())
                    .budgetFen(terms.budgetFen())
                    .count(terms.count())
                    .perViewer(terms.perViewer())
                    .points(terms.points())
                    .claimFromMs(terms.claimFromMs())
                    .claimToMs(terms.claimToMs())
                    .validMs(terms.validMs())
                    .rain((short) (terms.rain() ? 1 : 0))
                    .flash(terms.flash().code())
                    .refund((short) (terms.comesBack() ? 1 : 0))
                    .audience(terms.audience().kind().code())
                    .store(terms.audience().store())
                    .radiusMetres(terms.audience().radiusMetres())
                    .room(terms.audience().room())
                    .watchedSeconds(terms.audience().watchedSeconds())
                    .memberMs(terms.audience().memberMs());
            final PutCampaignEncoder.OffersEncoder offers =
                    encoder.offersCount(terms.offers().size());
            terms.offers().forEach(offer -> offers.next().offer(offer));
            encoder.title(title);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }

    static CommandWriter startRain(final long campaign, final long room, final int count) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new StartRainEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .campaign(campaign)
                        .room(room)
                        .count(count)
                        .durationMs(60_000)
                        .encodedLength();
    }

    static CommandWriter claimCoupon(final long campaign) {
        return (buffer, offset) -> {
            final ClaimCouponEncoder encoder = new ClaimCouponEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(RecordBuilder.VIEWER)
                    .campaign(campaign)
                    .latitudeE6(ProtocolLimits.NO_POSITION)
                    .longitudeE6(ProtocolLimits.NO_POSITION)
                    .key("press");
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
