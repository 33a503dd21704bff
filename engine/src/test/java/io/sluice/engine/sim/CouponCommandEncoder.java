package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.codec.ClaimCouponEncoder;
import io.sluice.engine.protocol.codec.FindCouponsEncoder;
import io.sluice.engine.protocol.codec.FindInvitersEncoder;
import io.sluice.engine.protocol.codec.InviteToCampaignEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import io.sluice.engine.protocol.codec.PutCampaignEncoder;
import io.sluice.engine.protocol.codec.StartRainEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of coupons, and of many viewers at once; an enum's value that is none gets a code that none has. */
final class CouponCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private CouponCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.PutCampaign campaign) {
            return encode(campaign, buffer);
        }
        if (command instanceof Command.InviteToCampaign invite) {
            final InviteToCampaignEncoder encoder = new InviteToCampaignEncoder().wrapAndApplyHeader(buffer, 0, header);
            final InviteToCampaignEncoder.ViewersEncoder viewers = encoder.actor(1)
                    .campaign(invite.campaign())
                    .viewersCount(invite.viewers().size());
            invite.viewers().forEach(viewer -> viewers.next().viewer(viewer));
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.StartRain rain) {
            final StartRainEncoder encoder = new StartRainEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1)
                    .campaign(rain.campaign())
                    .room(rain.room())
                    .count(rain.count())
                    .durationMs(rain.durationMs());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.NoteWatched watched) {
            final NoteWatchedEncoder encoder = new NoteWatchedEncoder().wrapAndApplyHeader(buffer, 0, header);
            final NoteWatchedEncoder.ViewersEncoder viewers =
                    encoder.room(watched.room()).viewersCount(watched.viewers().size());
            watched.viewers()
                    .forEach(each -> viewers.next().viewer(each.viewer()).seconds(each.seconds()));
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.ClaimCoupon claim) {
            final ClaimCouponEncoder encoder = new ClaimCouponEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(claim.viewer())
                    .campaign(claim.campaign())
                    .latitudeE6(claim.latitudeE6())
                    .longitudeE6(claim.longitudeE6())
                    .key(claim.key());
            return HEADER + encoder.encodedLength();
        }
        return encodeQuery(command, buffer);
    }

    private static int encodeQuery(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.FindCoupons find) {
            final FindCouponsEncoder encoder = new FindCouponsEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(find.viewer()).before(find.before()).maximum((short) find.maximum());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.FindInviters find) {
            final FindInvitersEncoder encoder = new FindInvitersEncoder().wrapAndApplyHeader(buffer, 0, header);
            final FindInvitersEncoder.ViewersEncoder viewers =
                    encoder.viewersCount(find.viewers().size());
            find.viewers().forEach(viewer -> viewers.next().viewer(viewer));
            return HEADER + encoder.encodedLength();
        }
        return 0;
    }

    private static int encode(final Command.PutCampaign campaign, final MutableDirectBuffer buffer) {
        final PutCampaignEncoder encoder =
                new PutCampaignEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final Command.Off off = campaign.off();
        final Command.Supply supply = campaign.supply();
        final Command.Crowd crowd = campaign.crowd();
        encoder.actor(1)
                .campaign(campaign.campaign())
                .discountFen(off.discountFen())
                .basisPoints(off.basisPoints())
                .minimumFen(off.minimumFen())
                .flash(off.flash() == null ? NO_CODE : off.flash().code())
                .refund((short) (off.comesBack() ? 1 : 0))
                .budgetFen(supply.budgetFen())
                .count(supply.count())
                .perViewer(supply.perViewer())
                .claimFromMs(supply.claimFromMs())
                .claimToMs(supply.claimToMs())
                .validMs(supply.validMs())
                .rain((short) (supply.rain() ? 1 : 0))
                .points(supply.points())
                .audience(crowd.kind() == null ? NO_CODE : crowd.kind().code())
                .store(crowd.store())
                .radiusMetres(crowd.radiusMetres())
                .room(crowd.room())
                .watchedSeconds(crowd.watchedSeconds())
                .memberMs(crowd.memberMs());
        final PutCampaignEncoder.OffersEncoder offers =
                encoder.offersCount(campaign.offers().size());
        campaign.offers().forEach(offer -> offers.next().offer(offer));
        return HEADER + encoder.title(campaign.title()).encodedLength();
    }
}
