package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.ClassifyItemDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import org.agrona.DirectBuffer;

/** Tells a visitor of the records about commission and coupons. One thread; allocates nothing. */
final class MoneyDispatcher {
    private final RecordVisitor visitor;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutCommissionPlanDecoder putCommissionPlan = new PutCommissionPlanDecoder();
    private final ClassifyItemDecoder classifyItem = new ClassifyItemDecoder();
    private final OpenPayoutDecoder openPayout = new OpenPayoutDecoder();
    private final ChangePayoutStateDecoder changePayoutState = new ChangePayoutStateDecoder();
    private final PutCampaignDecoder putCampaign = new PutCampaignDecoder();
    private final InviteToCampaignDecoder inviteToCampaign = new InviteToCampaignDecoder();
    private final PutPackDecoder putPack = new PutPackDecoder();
    private final PutPointRuleDecoder putPointRule = new PutPointRuleDecoder();
    private final AwardPointsDecoder awardPoints = new AwardPointsDecoder();
    private final StartRainDecoder startRain = new StartRainDecoder();
    private final ClaimCouponDecoder claimCoupon = new ClaimCouponDecoder();
    private final NoteWatchedDecoder noteWatched = new NoteWatchedDecoder();

    MoneyDispatcher(final RecordVisitor visitor) {
        this.visitor = visitor;
    }

    /** Tells of a record whose decision was decoded; false when its command is none of these. */
    boolean dispatch(final RecordFlyweight record, final DecisionDecoder decision) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case PutCommissionPlanDecoder.TEMPLATE_ID ->
                visitor.onPutCommissionPlan(record, putCommissionPlan.wrapAndApplyHeader(buffer, at, header), decision);
            case ClassifyItemDecoder.TEMPLATE_ID ->
                visitor.onClassifyItem(record, classifyItem.wrapAndApplyHeader(buffer, at, header), decision);
            case OpenPayoutDecoder.TEMPLATE_ID ->
                visitor.onOpenPayout(record, openPayout.wrapAndApplyHeader(buffer, at, header), decision);
            case ChangePayoutStateDecoder.TEMPLATE_ID ->
                visitor.onChangePayoutState(record, changePayoutState.wrapAndApplyHeader(buffer, at, header), decision);
            case PutCampaignDecoder.TEMPLATE_ID ->
                visitor.onPutCampaign(record, putCampaign.wrapAndApplyHeader(buffer, at, header), decision);
            case PutPackDecoder.TEMPLATE_ID ->
                visitor.onPutPack(record, putPack.wrapAndApplyHeader(buffer, at, header), decision);
            case PutPointRuleDecoder.TEMPLATE_ID ->
                visitor.onPutPointRule(record, putPointRule.wrapAndApplyHeader(buffer, at, header), decision);
            case AwardPointsDecoder.TEMPLATE_ID ->
                visitor.onAwardPoints(record, awardPoints.wrapAndApplyHeader(buffer, at, header), decision);
            case InviteToCampaignDecoder.TEMPLATE_ID ->
                visitor.onInviteToCampaign(record, inviteToCampaign.wrapAndApplyHeader(buffer, at, header), decision);
            case StartRainDecoder.TEMPLATE_ID ->
                visitor.onStartRain(record, startRain.wrapAndApplyHeader(buffer, at, header), decision);
            case ClaimCouponDecoder.TEMPLATE_ID ->
                visitor.onClaimCoupon(record, claimCoupon.wrapAndApplyHeader(buffer, at, header), decision);
            case NoteWatchedDecoder.TEMPLATE_ID ->
                visitor.onNoteWatched(record, noteWatched.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
