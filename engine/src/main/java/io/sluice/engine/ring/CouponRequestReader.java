package io.sluice.engine.ring;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CampaignTerms;
import io.sluice.engine.core.CountRequest;
import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import org.agrona.DirectBuffer;

/** Reads commands about coupons for the core. One thread; what it gives out is valid until the next. */
final class CouponRequestReader {
    private final ClaimCouponDecoder claimCoupon = new ClaimCouponDecoder();
    private final NoteWatchedDecoder noteWatched = new NoteWatchedDecoder();
    private final PutCampaignDecoder putCampaign = new PutCampaignDecoder();
    private final InviteToCampaignDecoder inviteToCampaign = new InviteToCampaignDecoder();
    private final Ascii key = new Ascii(ProtocolLimits.MAX_KEY_BYTES);
    private final CampaignTerms terms = new CampaignTerms();
    private final CountRequest viewers = new CountRequest();
    private byte[] title;

    ClaimCouponDecoder claim(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        claimCoupon.wrapAndApplyHeader(buffer, offset, header);
        final int length = claimCoupon.keyLength();
        key.set(buffer, claimCoupon.limit() + ClaimCouponDecoder.keyHeaderLength(), length);
        return claimCoupon;
    }

    NoteWatchedDecoder watched(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        noteWatched.wrapAndApplyHeader(buffer, offset, header);
        viewers.clear();
        for (final NoteWatchedDecoder.ViewersDecoder each = noteWatched.viewers(); each.hasNext(); ) {
            each.next();
            viewers.add(each.viewer(), each.seconds());
        }
        return noteWatched;
    }

    InviteToCampaignDecoder invite(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        inviteToCampaign.wrapAndApplyHeader(buffer, offset, header);
        viewers.clear();
        for (final InviteToCampaignDecoder.ViewersDecoder each = inviteToCampaign.viewers(); each.hasNext(); ) {
            viewers.add(each.next().viewer(), 1);
        }
        return inviteToCampaign;
    }

    PutCampaignDecoder campaign(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putCampaign.wrapAndApplyHeader(buffer, offset, header);
        terms.discount(
                        putCampaign.discountFen(),
                        putCampaign.basisPoints(),
                        putCampaign.minimumFen(),
                        FlashRule.ofCode(putCampaign.flash()),
                        putCampaign.refund() != 0)
                .supply(putCampaign.budgetFen(), putCampaign.count(), putCampaign.perViewer())
                .cost(putCampaign.points())
                .claims(
                        putCampaign.claimFromMs(),
                        putCampaign.claimToMs(),
                        putCampaign.validMs(),
                        putCampaign.rain() != 0)
                .audience()
                .set(Audience.ofCode(putCampaign.audience()))
                .near(putCampaign.store(), putCampaign.radiusMetres())
                .watched(putCampaign.room(), putCampaign.watchedSeconds())
                .member(putCampaign.memberMs());
        for (final PutCampaignDecoder.OffersDecoder each = putCampaign.offers(); each.hasNext(); ) {
            terms.addOffer(each.next().offer());
        }
        title = new byte[putCampaign.titleLength()];
        putCampaign.getTitle(title, 0, title.length);
        return putCampaign;
    }

    /** The key of the claim read last. */
    Ascii key() {
        return key;
    }

    /** The terms of the campaign read last. */
    CampaignTerms terms() {
        return terms;
    }

    /** The title of the campaign read last. */
    byte[] title() {
        return title;
    }

    /** The viewers of the command read last that had some. */
    CountRequest viewers() {
        return viewers;
    }
}
