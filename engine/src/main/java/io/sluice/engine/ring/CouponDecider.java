package io.sluice.engine.ring;

import io.sluice.engine.core.Coupons;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about coupons to the core. One thread. */
final class CouponDecider {
    private final FlashCore core;
    private final PutPackDecoder putPack = new PutPackDecoder();
    private final CouponRequestReader requests = new CouponRequestReader();
    private final StartRainDecoder startRain = new StartRainDecoder();

    CouponDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        final Coupons coupons = core.coupons();
        switch (header.templateId()) {
            case ClaimCouponDecoder.TEMPLATE_ID -> {
                final ClaimCouponDecoder claim = requests.claim(buffer, offset, header);
                coupons.claim(
                        claim.viewer(),
                        claim.campaign(),
                        claim.latitudeE6(),
                        claim.longitudeE6(),
                        requests.key(),
                        decision);
            }
            case NoteWatchedDecoder.TEMPLATE_ID -> {
                final NoteWatchedDecoder watched = requests.watched(buffer, offset, header);
                coupons.noteWatched(watched.room(), requests.viewers(), decision);
            }
            case PutCampaignDecoder.TEMPLATE_ID -> {
                final PutCampaignDecoder campaign = requests.campaign(buffer, offset, header);
                coupons.putCampaign(campaign.campaign(), requests.terms(), requests.title(), decision);
            }
            case InviteToCampaignDecoder.TEMPLATE_ID -> {
                final InviteToCampaignDecoder invite = requests.invite(buffer, offset, header);
                coupons.invite(invite.campaign(), requests.viewers(), decision);
            }
            case StartRainDecoder.TEMPLATE_ID -> {
                startRain.wrapAndApplyHeader(buffer, offset, header);
                coupons.startRain(
                        startRain.campaign(), startRain.room(), startRain.count(), startRain.durationMs(), decision);
            }
            case PutPackDecoder.TEMPLATE_ID -> {
                putPack.wrapAndApplyHeader(buffer, offset, header);
                core.packs().put(putPack.offer(), putPack.campaign(), putPack.units(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
