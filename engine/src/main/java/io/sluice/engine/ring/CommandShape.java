package io.sluice.engine.ring;

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
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.GroupSizeEncodingDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OpenPayoutDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
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
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * How the commands are built: a block of fields, then at most one repeating group, then texts. The decoders trust the
 * lengths inside a command; so a command is looked at as a whole before any of it is decoded, lest what a slot held before
 * be read as part of it, which no replay could repeat. Commands about an order stand first. Allocates nothing.
 */
enum CommandShape {
    PLACE_ORDER(
            PlaceOrderDecoder.TEMPLATE_ID,
            PlaceOrderDecoder.BLOCK_LENGTH,
            PlaceOrderDecoder.LinesDecoder.sbeBlockLength(),
            PlaceOrderDecoder.keyHeaderLength(),
            PlaceOrderDecoder.couponHeaderLength(),
            PlaceOrderDecoder.shareHeaderLength()),
    PAY_ORDER(
            PayOrderDecoder.TEMPLATE_ID,
            PayOrderDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PayOrderDecoder.referenceHeaderLength()),
    /** As long as before operators could do it: what was appended may be missing. */
    CANCEL_ORDER(CancelOrderDecoder.TEMPLATE_ID, CancelOrderDecoder.actorEncodingOffset(), CommandShape.NO_GROUP),
    EXPIRE_ORDER(ExpireOrderDecoder.TEMPLATE_ID, ExpireOrderDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    REQUEST_REFUND(
            RequestRefundDecoder.TEMPLATE_ID,
            RequestRefundDecoder.BLOCK_LENGTH,
            RequestRefundDecoder.LinesDecoder.sbeBlockLength(),
            RequestRefundDecoder.keyHeaderLength(),
            RequestRefundDecoder.reasonHeaderLength()),
    DECLINE_REFUND(
            DeclineRefundDecoder.TEMPLATE_ID,
            DeclineRefundDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            DeclineRefundDecoder.reasonHeaderLength()),
    WITHDRAW_REFUND_REQUEST(
            WithdrawRefundRequestDecoder.TEMPLATE_ID, WithdrawRefundRequestDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    /** As long as before it named what it completes: what was appended may be missing. */
    REFUND_ORDER(
            RefundOrderDecoder.TEMPLATE_ID,
            RefundOrderDecoder.requestEncodingOffset(),
            RefundOrderDecoder.LinesDecoder.sbeBlockLength(),
            RefundOrderDecoder.referenceHeaderLength()),
    POST_COMMENT(
            PostCommentDecoder.TEMPLATE_ID,
            PostCommentDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PostCommentDecoder.textHeaderLength()),
    ADD_LIKES(AddLikesDecoder.TEMPLATE_ID, AddLikesDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    PUT_ROOM(
            PutRoomDecoder.TEMPLATE_ID,
            PutRoomDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PutRoomDecoder.titleHeaderLength(),
            PutRoomDecoder.streamUrlHeaderLength()),
    CHANGE_ROOM_STATE(ChangeRoomStateDecoder.TEMPLATE_ID, ChangeRoomStateDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    PUT_ITEM(
            PutItemDecoder.TEMPLATE_ID,
            PutItemDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PutItemDecoder.titleHeaderLength(),
            PutItemDecoder.imageHeaderLength()),
    CHANGE_STOCK(ChangeStockDecoder.TEMPLATE_ID, ChangeStockDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    /** As long as before there were waiting lines: what was appended may be missing. */
    PUT_OFFER(
            PutOfferDecoder.TEMPLATE_ID,
            PutOfferDecoder.turnSecondsEncodingOffset(),
            PutOfferDecoder.PriceWindowsDecoder.sbeBlockLength()),
    OPEN_OFFER(OpenOfferDecoder.TEMPLATE_ID, OpenOfferDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    CLOSE_OFFER(CloseOfferDecoder.TEMPLATE_ID, CloseOfferDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    PIN_OFFER(PinOfferDecoder.TEMPLATE_ID, PinOfferDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    NOTE_TOUCH(
            NoteTouchDecoder.TEMPLATE_ID,
            NoteTouchDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            NoteTouchDecoder.shareHeaderLength()),
    PUT_STORE(
            PutStoreDecoder.TEMPLATE_ID,
            PutStoreDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PutStoreDecoder.nameHeaderLength()),
    PUT_GUIDE(
            PutGuideDecoder.TEMPLATE_ID,
            PutGuideDecoder.BLOCK_LENGTH,
            PutGuideDecoder.StoresDecoder.sbeBlockLength(),
            PutGuideDecoder.nameHeaderLength()),
    PUT_GROUP(
            PutGroupDecoder.TEMPLATE_ID,
            PutGroupDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            PutGroupDecoder.nameHeaderLength()),
    PUT_VIEWERS(
            PutViewersDecoder.TEMPLATE_ID,
            PutViewersDecoder.BLOCK_LENGTH,
            PutViewersDecoder.ViewersDecoder.sbeBlockLength()),
    PUT_ATTRIBUTION_POLICY(
            PutAttributionPolicyDecoder.TEMPLATE_ID,
            PutAttributionPolicyDecoder.BLOCK_LENGTH,
            PutAttributionPolicyDecoder.RulesDecoder.sbeBlockLength()),
    PUT_COMMISSION_PLAN(
            PutCommissionPlanDecoder.TEMPLATE_ID,
            PutCommissionPlanDecoder.BLOCK_LENGTH,
            PutCommissionPlanDecoder.SharesDecoder.sbeBlockLength()),
    CLASSIFY_ITEM(ClassifyItemDecoder.TEMPLATE_ID, ClassifyItemDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    OPEN_PAYOUT(OpenPayoutDecoder.TEMPLATE_ID, OpenPayoutDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    CHANGE_PAYOUT_STATE(
            ChangePayoutStateDecoder.TEMPLATE_ID, ChangePayoutStateDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    PUT_CAMPAIGN(
            PutCampaignDecoder.TEMPLATE_ID,
            PutCampaignDecoder.BLOCK_LENGTH,
            PutCampaignDecoder.OffersDecoder.sbeBlockLength(),
            PutCampaignDecoder.titleHeaderLength()),
    PUT_PACK(PutPackDecoder.TEMPLATE_ID, PutPackDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    PUT_POINT_RULE(PutPointRuleDecoder.TEMPLATE_ID, PutPointRuleDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    AWARD_POINTS(
            AwardPointsDecoder.TEMPLATE_ID,
            AwardPointsDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            AwardPointsDecoder.keyHeaderLength()),
    INVITE_TO_CAMPAIGN(
            InviteToCampaignDecoder.TEMPLATE_ID,
            InviteToCampaignDecoder.BLOCK_LENGTH,
            InviteToCampaignDecoder.ViewersDecoder.sbeBlockLength()),
    START_RAIN(StartRainDecoder.TEMPLATE_ID, StartRainDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    CLAIM_COUPON(
            ClaimCouponDecoder.TEMPLATE_ID,
            ClaimCouponDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            ClaimCouponDecoder.keyHeaderLength()),
    MOVE_STOCK(MoveStockDecoder.TEMPLATE_ID, MoveStockDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    CLOSE_ALLOTMENT(CloseAllotmentDecoder.TEMPLATE_ID, CloseAllotmentDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    JOIN_LINE(JoinLineDecoder.TEMPLATE_ID, JoinLineDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    LEAVE_LINE(LeaveLineDecoder.TEMPLATE_ID, LeaveLineDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    CALL_NEXT(CallNextDecoder.TEMPLATE_ID, CallNextDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    APPROVE_PROPOSAL(ApproveProposalDecoder.TEMPLATE_ID, ApproveProposalDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    WITHDRAW_PROPOSAL(WithdrawProposalDecoder.TEMPLATE_ID, WithdrawProposalDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    END_TURN(EndTurnDecoder.TEMPLATE_ID, EndTurnDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    WRITE_REVIEW(
            WriteReviewDecoder.TEMPLATE_ID,
            WriteReviewDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            WriteReviewDecoder.nameHeaderLength(),
            WriteReviewDecoder.textHeaderLength(),
            WriteReviewDecoder.imageHeaderLength()),
    JUDGE_REVIEW(
            JudgeReviewDecoder.TEMPLATE_ID,
            JudgeReviewDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            JudgeReviewDecoder.reasonHeaderLength()),
    BOOK_SHOW(BookShowDecoder.TEMPLATE_ID, BookShowDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    HIDE_COMMENT(HideCommentDecoder.TEMPLATE_ID, HideCommentDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    BLOCK_WORD(
            BlockWordDecoder.TEMPLATE_ID,
            BlockWordDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            BlockWordDecoder.wordHeaderLength()),
    SLOW_ROOM(SlowRoomDecoder.TEMPLATE_ID, SlowRoomDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    REPORT_COMMENT(ReportCommentDecoder.TEMPLATE_ID, ReportCommentDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    APPEAL_MUTE(
            AppealMuteDecoder.TEMPLATE_ID,
            AppealMuteDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            AppealMuteDecoder.textHeaderLength()),
    DECIDE_APPEAL(
            DecideAppealDecoder.TEMPLATE_ID,
            DecideAppealDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            DecideAppealDecoder.reasonHeaderLength()),
    NOTE_WATCHED(
            NoteWatchedDecoder.TEMPLATE_ID,
            NoteWatchedDecoder.BLOCK_LENGTH,
            NoteWatchedDecoder.ViewersDecoder.sbeBlockLength()),
    HOST_ROOM(HostRoomDecoder.TEMPLATE_ID, HostRoomDecoder.BLOCK_LENGTH, CommandShape.NO_GROUP),
    MUTE_VIEWER(
            MuteViewerDecoder.TEMPLATE_ID,
            MuteViewerDecoder.BLOCK_LENGTH,
            CommandShape.NO_GROUP,
            MuteViewerDecoder.reasonHeaderLength()),
    /** As long as the first version of the schema had it: what was appended may be missing. */
    CHANGE_LIMITS(
            ChangeLimitsDecoder.TEMPLATE_ID, ChangeLimitsDecoder.maxViewersEncodingOffset(), CommandShape.NO_GROUP);

    private static final int NO_GROUP = 0;
    private static final long BEYOND = Long.MAX_VALUE >> 1;
    private static final CommandShape[] BY_TEMPLATE = new CommandShape[256];

    static {
        for (final CommandShape shape : values()) {
            BY_TEMPLATE[shape.templateId] = shape;
        }
    }

    private final int templateId;
    private final int blockLength;
    private final int entryLength;
    private final int[] textHeaderLengths;

    CommandShape(final int templateId, final int blockLength, final int entryLength, final int... textHeaderLengths) {
        this.templateId = templateId;
        this.blockLength = blockLength;
        this.entryLength = entryLength;
        this.textHeaderLengths = textHeaderLengths;
    }

    /** The shape of a template id's commands, null when no command has it. */
    static CommandShape ofTemplate(final int templateId) {
        return templateId < BY_TEMPLATE.length ? BY_TEMPLATE[templateId] : null;
    }

    /** Whether its decision is an OrderDecision. */
    boolean isAboutOrder() {
        return compareTo(REFUND_ORDER) <= 0;
    }

    /**
     * Whether a command of this shape is exactly as long as its parts say; reads nothing beyond it. Blocks and entries may be
     * longer than is known here: fields are appended to them.
     *
     * @param length  bytes of the command, at least its messageHeader's.
     */
    boolean fits(final DirectBuffer buffer, final int offset, final int length) {
        final int end = offset + length;
        final int actualLength = uint16(buffer, offset + MessageHeaderDecoder.blockLengthEncodingOffset());
        if (actualLength < blockLength) {
            return false;
        }
        long limit = (long) offset + MessageHeaderDecoder.ENCODED_LENGTH + actualLength;
        if (entryLength != NO_GROUP) {
            limit = behindGroup(buffer, limit, end);
        }
        for (final int headerLength : textHeaderLengths) {
            limit = behindText(buffer, limit, end, headerLength);
        }
        return limit == end;
    }

    private long behindGroup(final DirectBuffer buffer, final long start, final int end) {
        final long entries = start + GroupSizeEncodingDecoder.ENCODED_LENGTH;
        if (entries > end) {
            return BEYOND;
        }
        final int actualLength = uint16(buffer, (int) start + GroupSizeEncodingDecoder.blockLengthEncodingOffset());
        final int count = uint16(buffer, (int) start + GroupSizeEncodingDecoder.numInGroupEncodingOffset());
        return actualLength < entryLength ? BEYOND : entries + (long) actualLength * count;
    }

    private static long behindText(final DirectBuffer buffer, final long start, final int end, final int headerLength) {
        if (start + headerLength > end) {
            return BEYOND;
        }
        final boolean isShort = headerLength == Byte.BYTES;
        return start + headerLength + (isShort ? buffer.getByte((int) start) & 0xFF : uint16(buffer, (int) start));
    }

    private static int uint16(final DirectBuffer buffer, final int index) {
        return buffer.getShort(index, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
