package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.ChangePayoutStateDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.ClassifyItemDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;

/**
 * Hears of each record by the kind of its command, command and decision decoded; a method that is left out passes its
 * records over. A refused command has a record as well: {@link RecordFlyweight#outcome()} says what came of it. Called on
 * the thread that polls; the arguments are valid until the method returns, and groups and texts of the decoders are read in
 * the order of the schema.
 */
public interface RecordVisitor {
    /** An order was placed, or refused. */
    default void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {}

    /** Money arrived. */
    default void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {}

    /** An operator asked the provider to pay money back. */
    default void onRequestRefund(
            final RecordFlyweight record, final RequestRefundDecoder command, final OrderDecisionDecoder decision) {}

    /** The provider does not pay back what it was asked for. */
    default void onDeclineRefund(
            final RecordFlyweight record, final DeclineRefundDecoder command, final OrderDecisionDecoder decision) {}

    /** An operator took back what the provider was asked for. */
    default void onWithdrawRefundRequest(
            final RecordFlyweight record,
            final WithdrawRefundRequestDecoder command,
            final OrderDecisionDecoder decision) {}

    /** An owner gave an order back, or an operator on the owner's behalf. */
    default void onCancelOrder(
            final RecordFlyweight record, final CancelOrderDecoder command, final OrderDecisionDecoder decision) {}

    /** A hold ended. */
    default void onExpireOrder(
            final RecordFlyweight record, final ExpireOrderDecoder command, final OrderDecisionDecoder decision) {}

    /** Money went back. */
    default void onRefundOrder(
            final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {}

    /** A viewer said something. */
    default void onPostComment(
            final RecordFlyweight record, final PostCommentDecoder command, final DecisionDecoder decision) {}

    /** A tick's likes of a room. */
    default void onAddLikes(
            final RecordFlyweight record, final AddLikesDecoder command, final DecisionDecoder decision) {}

    /** A room was made or renamed. */
    default void onPutRoom(
            final RecordFlyweight record, final PutRoomDecoder command, final DecisionDecoder decision) {}

    /** A room went live or ended. */
    default void onChangeRoomState(
            final RecordFlyweight record, final ChangeRoomStateDecoder command, final DecisionDecoder decision) {}

    /** An item was made or renamed. */
    default void onPutItem(
            final RecordFlyweight record, final PutItemDecoder command, final DecisionDecoder decision) {}

    /** Units came in or were written off. */
    default void onChangeStock(
            final RecordFlyweight record, final ChangeStockDecoder command, final DecisionDecoder decision) {}

    /** An offer was made or its terms changed. */
    default void onPutOffer(
            final RecordFlyweight record, final PutOfferDecoder command, final DecisionDecoder decision) {}

    /** An offer went on sale. */
    default void onOpenOffer(
            final RecordFlyweight record, final OpenOfferDecoder command, final DecisionDecoder decision) {}

    /** An offer went off sale. */
    default void onCloseOffer(
            final RecordFlyweight record, final CloseOfferDecoder command, final DecisionDecoder decision) {}

    /** A room's pin moved. */
    default void onPinOffer(
            final RecordFlyweight record, final PinOfferDecoder command, final DecisionDecoder decision) {}

    /** A viewer was muted, or may talk again. */
    default void onMuteViewer(
            final RecordFlyweight record, final MuteViewerDecoder command, final DecisionDecoder decision) {}

    /** The core may keep more or less. */
    default void onChangeLimits(
            final RecordFlyweight record, final ChangeLimitsDecoder command, final DecisionDecoder decision) {}

    /** A store was made or changed. */
    default void onPutStore(
            final RecordFlyweight record, final PutStoreDecoder command, final DecisionDecoder decision) {}

    /** A guide was made or changed. */
    default void onPutGuide(
            final RecordFlyweight record, final PutGuideDecoder command, final DecisionDecoder decision) {}

    /** A group was made or changed. */
    default void onPutGroup(
            final RecordFlyweight record, final PutGroupDecoder command, final DecisionDecoder decision) {}

    /** Operators said who viewers belong to. */
    default void onPutViewers(
            final RecordFlyweight record, final PutViewersDecoder command, final DecisionDecoder decision) {}

    /** Orders are attributed otherwise from here on. */
    default void onPutAttributionPolicy(
            final RecordFlyweight record, final PutAttributionPolicyDecoder command, final DecisionDecoder decision) {}

    /** A room got a host, or none. */
    default void onHostRoom(
            final RecordFlyweight record, final HostRoomDecoder command, final DecisionDecoder decision) {}

    /** A viewer came by a code, was served or joined a group. */
    default void onNoteTouch(
            final RecordFlyweight record, final NoteTouchDecoder command, final DecisionDecoder decision) {}

    /** Commission was earned by the payment, or taken back by the refund, that was told of just now. */
    default void onCommission(final RecordFlyweight record, final CommissionDecoder commission) {}

    /** Others earn, or otherwise, of orders that are paid from here on. */
    default void onPutCommissionPlan(
            final RecordFlyweight record, final PutCommissionPlanDecoder command, final DecisionDecoder decision) {}

    /** An item was put into a category or became a tip. */
    default void onClassifyItem(
            final RecordFlyweight record, final ClassifyItemDecoder command, final DecisionDecoder decision) {}

    /** A payout of commission was opened. */
    default void onOpenPayout(
            final RecordFlyweight record, final OpenPayoutDecoder command, final DecisionDecoder decision) {}

    /** A payout was approved, paid or cancelled. */
    default void onChangePayoutState(
            final RecordFlyweight record, final ChangePayoutStateDecoder command, final DecisionDecoder decision) {}

    /** A coupon campaign was made or changed. */
    default void onPutCampaign(
            final RecordFlyweight record, final PutCampaignDecoder command, final DecisionDecoder decision) {}

    /** An offer became a pack. */
    default void onPutPack(
            final RecordFlyweight record, final PutPackDecoder command, final DecisionDecoder decision) {}

    /** A reason brings other points from here on. */
    default void onPutPointRule(
            final RecordFlyweight record, final PutPointRuleDecoder command, final DecisionDecoder decision) {}

    /** A viewer was given points. */
    default void onAwardPoints(
            final RecordFlyweight record, final AwardPointsDecoder command, final DecisionDecoder decision) {}

    /** Points were moved by what was told of just now. */
    default void onPointMoves(final RecordFlyweight record, final PointMovesDecoder moves) {}

    /** Units of an item were set aside, or moved on, or back. */
    default void onMoveStock(
            final RecordFlyweight record, final MoveStockDecoder command, final DecisionDecoder decision) {}

    /** What was set aside went back to all. */
    default void onCloseAllotment(
            final RecordFlyweight record, final CloseAllotmentDecoder command, final DecisionDecoder decision) {}

    /** A viewer waits for what is sold out. */
    default void onJoinLine(
            final RecordFlyweight record, final JoinLineDecoder command, final DecisionDecoder decision) {}

    /** A viewer gave up a place or a turn. */
    default void onLeaveLine(
            final RecordFlyweight record, final LeaveLineDecoder command, final DecisionDecoder decision) {}

    /** The first in a line was called, or sent home. */
    default void onCallNext(
            final RecordFlyweight record, final CallNextDecoder command, final DecisionDecoder decision) {}

    /** A turn was over. */
    default void onEndTurn(
            final RecordFlyweight record, final EndTurnDecoder command, final DecisionDecoder decision) {}

    /** A second person agreed to a write-off; see {@link #onChangeStock}. */
    default void onApproveProposal(
            final RecordFlyweight record, final ApproveProposalDecoder command, final DecisionDecoder decision) {}

    /** A write-off that waited for a second person was withdrawn. */
    default void onWithdrawProposal(
            final RecordFlyweight record, final WithdrawProposalDecoder command, final DecisionDecoder decision) {}

    /** A place in a waiting line was moved by what was told of just now. */
    default void onLineMoves(final RecordFlyweight record, final LineMovesDecoder moves) {}

    /** A buyer wrote a review. */
    default void onWriteReview(
            final RecordFlyweight record, final WriteReviewDecoder command, final DecisionDecoder decision) {}

    /** A review is shown, or is not any more. */
    default void onJudgeReview(
            final RecordFlyweight record, final JudgeReviewDecoder command, final DecisionDecoder decision) {}

    /** A viewer booked a show, or took that back. */
    default void onBookShow(
            final RecordFlyweight record, final BookShowDecoder command, final DecisionDecoder decision) {}

    /** A review stands otherwise by what was told of just now. */
    default void onReviewMoves(final RecordFlyweight record, final ReviewMovesDecoder moves) {}
    /** A comment was taken from the screens. */
    default void onHideComment(
            final RecordFlyweight record, final HideCommentDecoder command, final DecisionDecoder decision) {}

    /** A word was blocked, or may be said again. */
    default void onBlockWord(
            final RecordFlyweight record, final BlockWordDecoder command, final DecisionDecoder decision) {}

    /** A room was made slow, or quick again. */
    default void onSlowRoom(
            final RecordFlyweight record, final SlowRoomDecoder command, final DecisionDecoder decision) {}

    /** A viewer reported a comment. */
    default void onReportComment(
            final RecordFlyweight record, final ReportCommentDecoder command, final DecisionDecoder decision) {}

    /** A muted viewer asked to be heard again. */
    default void onAppealMute(
            final RecordFlyweight record, final AppealMuteDecoder command, final DecisionDecoder decision) {}

    /** An appeal was granted or denied. */
    default void onDecideAppeal(
            final RecordFlyweight record, final DecideAppealDecoder command, final DecisionDecoder decision) {}

    /** Viewers were put on the list of a campaign. */
    default void onInviteToCampaign(
            final RecordFlyweight record, final InviteToCampaignDecoder command, final DecisionDecoder decision) {}

    /** Coupons fall in a room. */
    default void onStartRain(
            final RecordFlyweight record, final StartRainDecoder command, final DecisionDecoder decision) {}

    /** A viewer claimed a coupon. */
    default void onClaimCoupon(
            final RecordFlyweight record, final ClaimCouponDecoder command, final DecisionDecoder decision) {}

    /** Viewers watched a live room. */
    default void onNoteWatched(
            final RecordFlyweight record, final NoteWatchedDecoder command, final DecisionDecoder decision) {}

    /**
     * A record whose command cannot be decoded: of a kind that a later version of the schema brought, or COMMAND_INVALID,
     * whose inner lengths may be wrong. Nothing was changed by the latter.
     */
    default void onUnknown(final RecordFlyweight record) {}
}
