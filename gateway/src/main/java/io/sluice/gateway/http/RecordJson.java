package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
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
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
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
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes journal records as CloudEvents 1.0, the contract's schema JournalEvent: the record's number is the event's id, so
 * a reader that misses one sees it. One thread.
 */
public final class RecordJson {
    private static final String SOURCE = "/journal";
    /** A command the core does not take: nothing in it is to be believed, its lengths included. */
    private static final String INVALID = "io.sluice.command.invalid";

    private static final String POSITION_SOURCE = "/journal/position";
    private static final Map<Integer, String> TYPES = Map.ofEntries(
            Map.entry(PlaceOrderDecoder.TEMPLATE_ID, "io.sluice.order.place"),
            Map.entry(CancelOrderDecoder.TEMPLATE_ID, "io.sluice.order.cancel"),
            Map.entry(ExpireOrderDecoder.TEMPLATE_ID, "io.sluice.order.expire"),
            Map.entry(PayOrderDecoder.TEMPLATE_ID, "io.sluice.order.pay"),
            Map.entry(RefundOrderDecoder.TEMPLATE_ID, "io.sluice.order.refund"),
            Map.entry(RequestRefundDecoder.TEMPLATE_ID, "io.sluice.order.refund-request"),
            Map.entry(DeclineRefundDecoder.TEMPLATE_ID, "io.sluice.order.refund-decline"),
            Map.entry(WithdrawRefundRequestDecoder.TEMPLATE_ID, "io.sluice.order.refund-withdraw"),
            Map.entry(PutRoomDecoder.TEMPLATE_ID, "io.sluice.room.save"),
            Map.entry(ChangeRoomStateDecoder.TEMPLATE_ID, "io.sluice.room.state"),
            Map.entry(PinOfferDecoder.TEMPLATE_ID, "io.sluice.room.pin"),
            Map.entry(PostCommentDecoder.TEMPLATE_ID, "io.sluice.room.comment"),
            Map.entry(AddLikesDecoder.TEMPLATE_ID, "io.sluice.room.likes"),
            Map.entry(PutItemDecoder.TEMPLATE_ID, "io.sluice.item.save"),
            Map.entry(ChangeStockDecoder.TEMPLATE_ID, "io.sluice.item.stock"),
            Map.entry(PutOfferDecoder.TEMPLATE_ID, "io.sluice.offer.save"),
            Map.entry(OpenOfferDecoder.TEMPLATE_ID, "io.sluice.offer.open"),
            Map.entry(CloseOfferDecoder.TEMPLATE_ID, "io.sluice.offer.close"),
            Map.entry(MuteViewerDecoder.TEMPLATE_ID, "io.sluice.viewer.mute"),
            Map.entry(NoteTouchDecoder.TEMPLATE_ID, "io.sluice.viewer.touch"),
            Map.entry(PutViewersDecoder.TEMPLATE_ID, "io.sluice.viewers.save"),
            Map.entry(PutStoreDecoder.TEMPLATE_ID, "io.sluice.store.save"),
            Map.entry(PutGuideDecoder.TEMPLATE_ID, "io.sluice.guide.save"),
            Map.entry(PutGroupDecoder.TEMPLATE_ID, "io.sluice.group.save"),
            Map.entry(HostRoomDecoder.TEMPLATE_ID, "io.sluice.room.host"),
            Map.entry(PutAttributionPolicyDecoder.TEMPLATE_ID, "io.sluice.policy.save"),
            Map.entry(PutCommissionPlanDecoder.TEMPLATE_ID, "io.sluice.plan.save"),
            Map.entry(ClassifyItemDecoder.TEMPLATE_ID, "io.sluice.item.class"),
            Map.entry(OpenPayoutDecoder.TEMPLATE_ID, "io.sluice.payout.open"),
            Map.entry(ChangePayoutStateDecoder.TEMPLATE_ID, "io.sluice.payout.state"),
            Map.entry(PutCampaignDecoder.TEMPLATE_ID, "io.sluice.campaign.save"),
            Map.entry(InviteToCampaignDecoder.TEMPLATE_ID, "io.sluice.campaign.invite"),
            Map.entry(StartRainDecoder.TEMPLATE_ID, "io.sluice.campaign.rain"),
            Map.entry(ClaimCouponDecoder.TEMPLATE_ID, "io.sluice.coupon.claim"),
            Map.entry(PutPackDecoder.TEMPLATE_ID, "io.sluice.pack.save"),
            Map.entry(PutPointRuleDecoder.TEMPLATE_ID, "io.sluice.points.rule"),
            Map.entry(AwardPointsDecoder.TEMPLATE_ID, "io.sluice.points.award"),
            Map.entry(NoteWatchedDecoder.TEMPLATE_ID, "io.sluice.room.watched"),
            Map.entry(MoveStockDecoder.TEMPLATE_ID, "io.sluice.allotment.move"),
            Map.entry(CloseAllotmentDecoder.TEMPLATE_ID, "io.sluice.allotment.close"),
            Map.entry(JoinLineDecoder.TEMPLATE_ID, "io.sluice.line.join"),
            Map.entry(LeaveLineDecoder.TEMPLATE_ID, "io.sluice.line.leave"),
            Map.entry(CallNextDecoder.TEMPLATE_ID, "io.sluice.line.call"),
            Map.entry(EndTurnDecoder.TEMPLATE_ID, "io.sluice.line.lapse"),
            Map.entry(ApproveProposalDecoder.TEMPLATE_ID, "io.sluice.proposal.approve"),
            Map.entry(WithdrawProposalDecoder.TEMPLATE_ID, "io.sluice.proposal.withdraw"),
            Map.entry(BookShowDecoder.TEMPLATE_ID, "io.sluice.room.book"),
            Map.entry(WriteReviewDecoder.TEMPLATE_ID, "io.sluice.review.write"),
            Map.entry(JudgeReviewDecoder.TEMPLATE_ID, "io.sluice.review.judge"),
            Map.entry(HideCommentDecoder.TEMPLATE_ID, "io.sluice.comment.hide"),
            Map.entry(BlockWordDecoder.TEMPLATE_ID, "io.sluice.word.block"),
            Map.entry(SlowRoomDecoder.TEMPLATE_ID, "io.sluice.room.slow"),
            Map.entry(ReportCommentDecoder.TEMPLATE_ID, "io.sluice.comment.report"),
            Map.entry(AppealMuteDecoder.TEMPLATE_ID, "io.sluice.mute.appeal"),
            Map.entry(DecideAppealDecoder.TEMPLATE_ID, "io.sluice.mute.decide"),
            Map.entry(ChangeLimitsDecoder.TEMPLATE_ID, "io.sluice.engine.limits"));

    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final OrderRecordJson orders = new OrderRecordJson();
    private final BrandRecordJson brand = new BrandRecordJson();
    private final CommissionRecordJson commissions = new CommissionRecordJson();
    private final CouponRecordJson coupons = new CouponRecordJson();
    private final PointRecordJson points = new PointRecordJson();
    private final StockRecordJson stock = new StockRecordJson();
    private final ReviewRecordJson reviews = new ReviewRecordJson();
    private final TalkRecordJson talk = new TalkRecordJson();
    private final RoomRecordJson rooms = new RoomRecordJson();

    /** Writes one event, a JSON object without a line's end. */
    public void write(final RecordFlyweight record, final JsonWriter json) {
        json.beginObject();
        json.name("specversion").value("1.0");
        json.name("id").digitString(record.sequence());
        json.name("source").value(SOURCE);
        json.name("type").value(typeName(record));
        json.name("time").time(record.timeMs());
        json.name("datacontenttype").value("application/json");
        json.name("data").beginObject();
        json.name("sequence").value(record.sequence());
        json.name("previousHash")
                .hex(header.wrap(record.buffer(), record.offset()).previousHash());
        json.name("outcome").value(record.outcome().name());
        final String subject = writeFields(record, json);
        stock.writeMoves(record, points.writeMoves(record, json), json);
        json.endObject();
        json.name("subject").value(subject);
        json.endObject();
    }

    /** Writes the fields of the command and its decision; answers what they are about. */
    private String writeFields(final RecordFlyweight record, final JsonWriter json) {
        if (record.outcome() == Outcome.COMMAND_INVALID) {
            return "engine";
        }
        if (isAboutOrder(record.commandType())) {
            return orders.write(record, json);
        }
        String subject = brand.write(record, json);
        if (subject == null) {
            subject = commissions.write(record, json);
        }
        if (subject == null) {
            subject = coupons.write(record, json);
        }
        if (subject == null) {
            subject = points.write(record, json);
        }
        if (subject == null) {
            subject = stock.write(record, json);
        }
        if (subject == null) {
            subject = reviews.write(record, json);
        }
        if (subject == null) {
            subject = talk.write(record, json);
        }
        return subject == null ? rooms.write(record, json) : subject;
    }

    /**
     * Writes a position: every record up to {@code sequence} was shown or left out by the reader's filter. Its id is the
     * sequence, under a source of its own, so that no two events share both.
     */
    void writePosition(final long sequence, final JsonWriter json) {
        json.beginObject();
        json.name("specversion").value("1.0");
        json.name("id").digitString(sequence);
        json.name("source").value(POSITION_SOURCE);
        json.name("type").value("io.sluice.journal.position");
        json.name("datacontenttype").value("application/json");
        json.name("data").beginObject().name("sequence").value(sequence).endObject();
        json.name("subject").value("journal");
        json.endObject();
    }

    /** Every type an event can have. */
    public static Set<String> typeNames() {
        final Set<String> names = new TreeSet<>(TYPES.values());
        names.add(INVALID);
        return names;
    }

    /** The event's type of a record. */
    static String typeName(final RecordFlyweight record) {
        if (record.outcome() == Outcome.COMMAND_INVALID) {
            return INVALID;
        }
        return typeName(record.commandType());
    }

    /** The event's type of a command that can be decoded, by its SBE template. */
    static String typeName(final int commandType) {
        final String name = TYPES.get(commandType);
        if (name == null) {
            throw new IllegalArgumentException("command type=" + commandType);
        }
        return name;
    }

    /** Whether some records have this type. */
    static boolean isTypeName(final String name) {
        return INVALID.equals(name) || TYPES.containsValue(name);
    }

    /** Whether commands of an SBE template are about one order. */
    private static boolean isAboutOrder(final int type) {
        return type == RequestRefundDecoder.TEMPLATE_ID
                || type == DeclineRefundDecoder.TEMPLATE_ID
                || type == WithdrawRefundRequestDecoder.TEMPLATE_ID
                || (type >= PlaceOrderDecoder.TEMPLATE_ID && type <= RefundOrderDecoder.TEMPLATE_ID);
    }
}
