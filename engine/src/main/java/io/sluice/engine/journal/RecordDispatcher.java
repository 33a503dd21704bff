package io.sluice.engine.journal;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.ReviewMovesDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import org.agrona.DirectBuffer;

/** Decodes records and tells a {@link RecordVisitor} of them. One thread; allocates nothing. */
public final class RecordDispatcher implements RecordHandler {
    private final RecordVisitor visitor;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final PlaceOrderDecoder placeOrder = new PlaceOrderDecoder();
    private final PayOrderDecoder payOrder = new PayOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ExpireOrderDecoder expireOrder = new ExpireOrderDecoder();
    private final RefundOrderDecoder refundOrder = new RefundOrderDecoder();
    private final RequestRefundDecoder requestRefund = new RequestRefundDecoder();
    private final DeclineRefundDecoder declineRefund = new DeclineRefundDecoder();
    private final WithdrawRefundRequestDecoder withdrawRequest = new WithdrawRefundRequestDecoder();
    private final PostCommentDecoder postComment = new PostCommentDecoder();
    private final AddLikesDecoder addLikes = new AddLikesDecoder();
    private final PutRoomDecoder putRoom = new PutRoomDecoder();
    private final ChangeRoomStateDecoder changeRoomState = new ChangeRoomStateDecoder();
    private final PutItemDecoder putItem = new PutItemDecoder();
    private final ChangeStockDecoder changeStock = new ChangeStockDecoder();
    private final PutOfferDecoder putOffer = new PutOfferDecoder();
    private final OpenOfferDecoder openOffer = new OpenOfferDecoder();
    private final CloseOfferDecoder closeOffer = new CloseOfferDecoder();
    private final PinOfferDecoder pinOffer = new PinOfferDecoder();
    private final MuteViewerDecoder muteViewer = new MuteViewerDecoder();
    private final ChangeLimitsDecoder changeLimits = new ChangeLimitsDecoder();
    private final PutStoreDecoder putStore = new PutStoreDecoder();
    private final PutGuideDecoder putGuide = new PutGuideDecoder();
    private final PutGroupDecoder putGroup = new PutGroupDecoder();
    private final PutViewersDecoder putViewers = new PutViewersDecoder();
    private final PutAttributionPolicyDecoder putAttributionPolicy = new PutAttributionPolicyDecoder();
    private final HostRoomDecoder hostRoom = new HostRoomDecoder();
    private final NoteTouchDecoder noteTouch = new NoteTouchDecoder();
    private final CommissionDecoder commission = new CommissionDecoder();
    private final PointMovesDecoder points = new PointMovesDecoder();
    private final LineMovesDecoder lineMoves = new LineMovesDecoder();
    private final ReviewMovesDecoder reviewMoves = new ReviewMovesDecoder();
    private final MoneyDispatcher money;
    private final StockDispatcher stock;
    private final ReviewDispatcher reviews;
    private final TalkDispatcher talk;

    /** Tells {@code visitor}. */
    public RecordDispatcher(final RecordVisitor visitor) {
        this.visitor = visitor;
        money = new MoneyDispatcher(visitor);
        stock = new StockDispatcher(visitor);
        reviews = new ReviewDispatcher(visitor);
        talk = new TalkDispatcher(visitor);
    }

    @Override
    public void onRecord(final RecordFlyweight record) {
        if (record.outcome() == Outcome.COMMAND_INVALID || !dispatch(record)) {
            visitor.onUnknown(record);
        }
    }

    private boolean dispatch(final RecordFlyweight record) {
        return switch (record.decisionType()) {
            case OrderDecisionDecoder.TEMPLATE_ID -> {
                if (!dispatchOrder(record)) {
                    yield false;
                }
                orderDecision.sbeRewind().sbeSkip();
                dispatchBehind(record, orderDecision.limit());
                yield true;
            }
            case DecisionDecoder.TEMPLATE_ID -> {
                if (!dispatchOther(record)) {
                    yield false;
                }
                dispatchBehind(record, decision.limit());
                yield true;
            }
            default -> false;
        };
    }

    private boolean dispatchOrder(final RecordFlyweight record) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        orderDecision.wrapAndApplyHeader(buffer, record.decisionOffset(), header);
        switch (record.commandType()) {
            case PlaceOrderDecoder.TEMPLATE_ID ->
                visitor.onPlaceOrder(record, placeOrder.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case PayOrderDecoder.TEMPLATE_ID ->
                visitor.onPayOrder(record, payOrder.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case CancelOrderDecoder.TEMPLATE_ID ->
                visitor.onCancelOrder(record, cancelOrder.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case ExpireOrderDecoder.TEMPLATE_ID ->
                visitor.onExpireOrder(record, expireOrder.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case RefundOrderDecoder.TEMPLATE_ID ->
                visitor.onRefundOrder(record, refundOrder.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case RequestRefundDecoder.TEMPLATE_ID ->
                visitor.onRequestRefund(record, requestRefund.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case DeclineRefundDecoder.TEMPLATE_ID ->
                visitor.onDeclineRefund(record, declineRefund.wrapAndApplyHeader(buffer, at, header), orderDecision);
            case WithdrawRefundRequestDecoder.TEMPLATE_ID ->
                visitor.onWithdrawRefundRequest(
                        record, withdrawRequest.wrapAndApplyHeader(buffer, at, header), orderDecision);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Behind the decision lie the commission, the points, the place in a line and the review that it moved, if it moved any. */
    private void dispatchBehind(final RecordFlyweight record, final int decisionEnd) {
        final int end = record.decisionOffset() + record.decisionLength();
        int at = decisionEnd;
        if (at < end && header.wrap(record.buffer(), at).templateId() == CommissionDecoder.TEMPLATE_ID) {
            visitor.onCommission(record, commission.wrapAndApplyHeader(record.buffer(), at, header));
            at = commission.sbeRewind().sbeSkip().limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == PointMovesDecoder.TEMPLATE_ID) {
            visitor.onPointMoves(record, points.wrapAndApplyHeader(record.buffer(), at, header));
            at = points.sbeRewind().sbeSkip().limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == LineMovesDecoder.TEMPLATE_ID) {
            visitor.onLineMoves(record, lineMoves.wrapAndApplyHeader(record.buffer(), at, header));
            at = lineMoves.sbeRewind().sbeSkip().limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == ReviewMovesDecoder.TEMPLATE_ID) {
            visitor.onReviewMoves(record, reviewMoves.wrapAndApplyHeader(record.buffer(), at, header));
        }
    }

    private boolean dispatchOther(final RecordFlyweight record) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        decision.wrapAndApplyHeader(buffer, record.decisionOffset(), header);
        switch (record.commandType()) {
            case PostCommentDecoder.TEMPLATE_ID ->
                visitor.onPostComment(record, postComment.wrapAndApplyHeader(buffer, at, header), decision);
            case AddLikesDecoder.TEMPLATE_ID ->
                visitor.onAddLikes(record, addLikes.wrapAndApplyHeader(buffer, at, header), decision);
            case MuteViewerDecoder.TEMPLATE_ID ->
                visitor.onMuteViewer(record, muteViewer.wrapAndApplyHeader(buffer, at, header), decision);
            case PutRoomDecoder.TEMPLATE_ID ->
                visitor.onPutRoom(record, putRoom.wrapAndApplyHeader(buffer, at, header), decision);
            case ChangeRoomStateDecoder.TEMPLATE_ID ->
                visitor.onChangeRoomState(record, changeRoomState.wrapAndApplyHeader(buffer, at, header), decision);
            case PutItemDecoder.TEMPLATE_ID ->
                visitor.onPutItem(record, putItem.wrapAndApplyHeader(buffer, at, header), decision);
            case ChangeStockDecoder.TEMPLATE_ID ->
                visitor.onChangeStock(record, changeStock.wrapAndApplyHeader(buffer, at, header), decision);
            case ChangeLimitsDecoder.TEMPLATE_ID ->
                visitor.onChangeLimits(record, changeLimits.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return dispatchOffer(record);
            }
        }
        return true;
    }

    private boolean dispatchOffer(final RecordFlyweight record) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case PutOfferDecoder.TEMPLATE_ID ->
                visitor.onPutOffer(record, putOffer.wrapAndApplyHeader(buffer, at, header), decision);
            case OpenOfferDecoder.TEMPLATE_ID ->
                visitor.onOpenOffer(record, openOffer.wrapAndApplyHeader(buffer, at, header), decision);
            case CloseOfferDecoder.TEMPLATE_ID ->
                visitor.onCloseOffer(record, closeOffer.wrapAndApplyHeader(buffer, at, header), decision);
            case PinOfferDecoder.TEMPLATE_ID ->
                visitor.onPinOffer(record, pinOffer.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return dispatchBrand(record);
            }
        }
        return true;
    }

    private boolean dispatchBrand(final RecordFlyweight record) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case PutStoreDecoder.TEMPLATE_ID ->
                visitor.onPutStore(record, putStore.wrapAndApplyHeader(buffer, at, header), decision);
            case PutGuideDecoder.TEMPLATE_ID ->
                visitor.onPutGuide(record, putGuide.wrapAndApplyHeader(buffer, at, header), decision);
            case PutGroupDecoder.TEMPLATE_ID ->
                visitor.onPutGroup(record, putGroup.wrapAndApplyHeader(buffer, at, header), decision);
            case PutViewersDecoder.TEMPLATE_ID ->
                visitor.onPutViewers(record, putViewers.wrapAndApplyHeader(buffer, at, header), decision);
            case PutAttributionPolicyDecoder.TEMPLATE_ID ->
                visitor.onPutAttributionPolicy(
                        record, putAttributionPolicy.wrapAndApplyHeader(buffer, at, header), decision);
            case HostRoomDecoder.TEMPLATE_ID ->
                visitor.onHostRoom(record, hostRoom.wrapAndApplyHeader(buffer, at, header), decision);
            case NoteTouchDecoder.TEMPLATE_ID ->
                visitor.onNoteTouch(record, noteTouch.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return money.dispatch(record, decision)
                        || stock.dispatch(record, decision)
                        || reviews.dispatch(record, decision)
                        || talk.dispatch(record, decision);
            }
        }
        return true;
    }
}
