package io.sluice.gateway.http;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.PlanScope;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.InviteToCampaignDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import org.agrona.collections.LongArrayList;

/**
 * Rooms, offers, viewers and order of a record, those that its event shows: a filter reads them without writing the
 * event. Reused; one thread; allocates nothing.
 */
final class RecordKeys implements RecordVisitor {
    private final RecordDispatcher dispatcher = new RecordDispatcher(this);
    private final LongArrayList offers = new LongArrayList();
    private final LongArrayList viewers = new LongArrayList();
    private long room;
    /** Where a move takes from, when that is a room's as well. */
    private long roomMovedFrom;

    private long order;

    /** Reads them anew; a command that the core does not take has none. */
    RecordKeys read(final RecordFlyweight record) {
        offers.clear();
        room = 0;
        roomMovedFrom = 0;
        viewers.clear();
        order = 0;
        dispatcher.onRecord(record);
        return this;
    }

    /** Whether the record is about a room, or moves units from it or to it. */
    boolean hasRoom(final long id) {
        return room == id || roomMovedFrom == id;
    }

    /**
     * Whether a viewer ordered, wrote, waited, was muted or came, is one of those an operators' list is about, or has other
     * points or another place.
     */
    boolean hasViewer(final long viewer) {
        return viewers.containsLong(viewer);
    }

    /** The order, 0 for none. */
    long order() {
        return order;
    }

    /** Whether the record is about an offer or has a line of it. */
    boolean hasOffer(final long offer) {
        return offers.containsLong(offer);
    }

    @Override
    public void onPlaceOrder(
            final RecordFlyweight record, final PlaceOrderDecoder command, final OrderDecisionDecoder decision) {
        room = command.room();
        viewers.addLong(command.viewer());
        for (final PlaceOrderDecoder.LinesDecoder line : command.lines()) {
            offers.addLong(line.offer());
        }
        readOrder(decision.order(), decision);
    }

    @Override
    public void onPayOrder(
            final RecordFlyweight record, final PayOrderDecoder command, final OrderDecisionDecoder decision) {
        readOrder(command.order(), decision);
    }

    @Override
    public void onCancelOrder(
            final RecordFlyweight record, final CancelOrderDecoder command, final OrderDecisionDecoder decision) {
        if (command.viewer() != 0) {
            viewers.addLong(command.viewer());
        }
        readOrder(command.order(), decision);
    }

    @Override
    public void onExpireOrder(
            final RecordFlyweight record, final ExpireOrderDecoder command, final OrderDecisionDecoder decision) {
        readOrder(command.order(), decision);
    }

    @Override
    public void onRefundOrder(
            final RecordFlyweight record, final RefundOrderDecoder command, final OrderDecisionDecoder decision) {
        for (final RefundOrderDecoder.LinesDecoder line : command.lines()) {
            offers.addLong(line.offer());
        }
        readOrder(command.order(), decision);
    }

    @Override
    public void onRequestRefund(
            final RecordFlyweight record, final RequestRefundDecoder command, final OrderDecisionDecoder decision) {
        for (final RequestRefundDecoder.LinesDecoder line : command.lines()) {
            offers.addLong(line.offer());
        }
        readOrder(command.order(), decision);
    }

    @Override
    public void onDeclineRefund(
            final RecordFlyweight record, final DeclineRefundDecoder command, final OrderDecisionDecoder decision) {
        readOrder(command.order(), decision);
    }

    @Override
    public void onWithdrawRefundRequest(
            final RecordFlyweight record,
            final WithdrawRefundRequestDecoder command,
            final OrderDecisionDecoder decision) {
        readOrder(command.order(), decision);
    }

    /** The order as the decision has it, if it found one. */
    private void readOrder(final long asked, final OrderDecisionDecoder decision) {
        order = asked;
        if (decision.order() != 0) {
            room = decision.room();
            viewers.addLong(decision.viewer());
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                offers.addLong(line.offer());
            }
        }
    }

    @Override
    public void onPutRoom(final RecordFlyweight record, final PutRoomDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onChangeRoomState(
            final RecordFlyweight record, final ChangeRoomStateDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onAddLikes(
            final RecordFlyweight record, final AddLikesDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onPostComment(
            final RecordFlyweight record, final PostCommentDecoder command, final DecisionDecoder decision) {
        room = command.room();
        viewers.addLong(command.viewer());
    }

    @Override
    public void onMuteViewer(
            final RecordFlyweight record, final MuteViewerDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onHideComment(
            final RecordFlyweight record, final HideCommentDecoder command, final DecisionDecoder decision) {
        room = command.room();
        if (!record.outcome().isRefusal()) {
            viewers.addLong(decision.detail());
        }
    }

    @Override
    public void onReportComment(
            final RecordFlyweight record, final ReportCommentDecoder command, final DecisionDecoder decision) {
        room = command.room();
        viewers.addLong(command.viewer());
    }

    @Override
    public void onAppealMute(
            final RecordFlyweight record, final AppealMuteDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onDecideAppeal(
            final RecordFlyweight record, final DecideAppealDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onSlowRoom(
            final RecordFlyweight record, final SlowRoomDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onPinOffer(
            final RecordFlyweight record, final PinOfferDecoder command, final DecisionDecoder decision) {
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onPutOffer(
            final RecordFlyweight record, final PutOfferDecoder command, final DecisionDecoder decision) {
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onOpenOffer(
            final RecordFlyweight record, final OpenOfferDecoder command, final DecisionDecoder decision) {
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onCloseOffer(
            final RecordFlyweight record, final CloseOfferDecoder command, final DecisionDecoder decision) {
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onNoteTouch(
            final RecordFlyweight record, final NoteTouchDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onPutViewers(
            final RecordFlyweight record, final PutViewersDecoder command, final DecisionDecoder decision) {
        for (final PutViewersDecoder.ViewersDecoder entry : command.viewers()) {
            viewers.addLong(entry.viewer());
        }
    }

    @Override
    public void onPutGuide(
            final RecordFlyweight record, final PutGuideDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onHostRoom(
            final RecordFlyweight record, final HostRoomDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onPutCommissionPlan(
            final RecordFlyweight record, final PutCommissionPlanDecoder command, final DecisionDecoder decision) {
        if (command.scope() == PlanScope.OFFER.code()) {
            offers.addLong(command.target());
        }
    }

    @Override
    public void onPutCampaign(
            final RecordFlyweight record, final PutCampaignDecoder command, final DecisionDecoder decision) {
        for (final PutCampaignDecoder.OffersDecoder each : command.offers()) {
            offers.addLong(each.offer());
        }
    }

    @Override
    public void onInviteToCampaign(
            final RecordFlyweight record, final InviteToCampaignDecoder command, final DecisionDecoder decision) {
        for (final InviteToCampaignDecoder.ViewersDecoder each : command.viewers()) {
            viewers.addLong(each.viewer());
        }
    }

    @Override
    public void onStartRain(
            final RecordFlyweight record, final StartRainDecoder command, final DecisionDecoder decision) {
        room = command.room();
    }

    @Override
    public void onClaimCoupon(
            final RecordFlyweight record, final ClaimCouponDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onNoteWatched(
            final RecordFlyweight record, final NoteWatchedDecoder command, final DecisionDecoder decision) {
        room = command.room();
        for (final NoteWatchedDecoder.ViewersDecoder each : command.viewers()) {
            viewers.addLong(each.viewer());
        }
    }

    @Override
    public void onPutPack(final RecordFlyweight record, final PutPackDecoder command, final DecisionDecoder decision) {
        offers.addLong(command.offer());
    }

    @Override
    public void onAwardPoints(
            final RecordFlyweight record, final AwardPointsDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
    }

    @Override
    public void onPointMoves(final RecordFlyweight record, final PointMovesDecoder moves) {
        for (final PointMovesDecoder.MovesDecoder each : moves.moves()) {
            viewers.addLong(each.viewer());
        }
    }

    @Override
    public void onMoveStock(
            final RecordFlyweight record, final MoveStockDecoder command, final DecisionDecoder decision) {
        room = roomOf(command.toKind(), command.to());
        roomMovedFrom = roomOf(command.fromKind(), command.from());
    }

    @Override
    public void onCloseAllotment(
            final RecordFlyweight record, final CloseAllotmentDecoder command, final DecisionDecoder decision) {
        room = roomOf(command.kind(), command.of());
    }

    @Override
    public void onJoinLine(
            final RecordFlyweight record, final JoinLineDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        roomAndOffer(command.room(), command.offer());
    }

    @Override
    public void onLeaveLine(
            final RecordFlyweight record, final LeaveLineDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        offers.addLong(command.offer());
    }

    @Override
    public void onCallNext(
            final RecordFlyweight record, final CallNextDecoder command, final DecisionDecoder decision) {
        offers.addLong(command.offer());
    }

    @Override
    public void onEndTurn(final RecordFlyweight record, final EndTurnDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        offers.addLong(command.offer());
    }

    @Override
    public void onLineMoves(final RecordFlyweight record, final LineMovesDecoder moves) {
        for (final LineMovesDecoder.PlacesDecoder each : moves.places()) {
            viewers.addLong(each.viewer());
            room = each.room();
        }
    }

    @Override
    public void onBookShow(
            final RecordFlyweight record, final BookShowDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        room = command.room();
    }

    @Override
    public void onWriteReview(
            final RecordFlyweight record, final WriteReviewDecoder command, final DecisionDecoder decision) {
        viewers.addLong(command.viewer());
        order = command.order();
        offers.addLong(command.offer());
    }

    @Override
    public void onReviewMoves(final RecordFlyweight record, final ReviewMovesDecoder moves) {
        for (final ReviewMovesDecoder.ReviewsDecoder each : moves.reviews()) {
            viewers.addLong(each.viewer());
            order = each.order();
        }
    }

    private static long roomOf(final short stockKind, final long of) {
        return stockKind == StockKind.ROOM.code() || stockKind == StockKind.REPLAY.code() ? of : 0;
    }

    private void roomAndOffer(final long newRoom, final long newOffer) {
        room = newRoom;
        offers.addLong(newOffer);
    }
}
