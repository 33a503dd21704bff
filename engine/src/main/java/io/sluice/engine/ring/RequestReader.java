package io.sluice.engine.ring;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.core.Foresight;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.OrderRequest;
import io.sluice.engine.core.RefundRequest;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import org.agrona.DirectBuffer;

/**
 * Reads the commands that have repeating or variable parts into the core's request objects, once their {@link CommandShape}
 * was found right. What it returns is reused: valid until the next read. One thread; allocates only the operators' texts
 * and new limits.
 */
final class RequestReader {
    private final PlaceOrderDecoder placeOrder = new PlaceOrderDecoder();
    private final PayOrderDecoder payOrder = new PayOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ExpireOrderDecoder expireOrder = new ExpireOrderDecoder();
    private final RefundOrderDecoder refundOrder = new RefundOrderDecoder();
    private final RequestRefundDecoder requestRefund = new RequestRefundDecoder();
    private final DeclineRefundDecoder declineRefund = new DeclineRefundDecoder();
    private final WithdrawRefundRequestDecoder withdrawRequest = new WithdrawRefundRequestDecoder();
    private final PutRoomDecoder putRoom = new PutRoomDecoder();
    private final PutItemDecoder putItem = new PutItemDecoder();
    private final PutOfferDecoder putOffer = new PutOfferDecoder();
    private final ChangeLimitsDecoder changeLimits = new ChangeLimitsDecoder();
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final Ascii reference = new Ascii(ProtocolLimits.MAX_KEY_BYTES);
    private final OfferTerms terms = new OfferTerms();
    private byte[] title;
    private byte[] address;

    OrderRequest order(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        placeOrder.wrapAndApplyHeader(buffer, offset, header);
        order.set(placeOrder.viewer(), placeOrder.room(), placeOrder.expectedTotalFen());
        order.touch().set(placeOrder.store(), placeOrder.guide(), placeOrder.group(), placeOrder.inviter());
        for (final PlaceOrderDecoder.LinesDecoder line = placeOrder.lines(); line.hasNext(); ) {
            line.next();
            order.lines().add(line.offer(), line.quantity());
        }
        int length = placeOrder.keyLength();
        order.key().set(buffer, placeOrder.limit() + PlaceOrderDecoder.keyHeaderLength(), length);
        placeOrder.skipKey();
        length = placeOrder.couponLength();
        order.coupon().set(buffer, placeOrder.limit() + PlaceOrderDecoder.couponHeaderLength(), length);
        placeOrder.skipCoupon();
        length = placeOrder.shareLength();
        order.share().set(buffer, placeOrder.limit() + PlaceOrderDecoder.shareHeaderLength(), length);
        return order;
    }

    /** Says where a command about an order will look. */
    void foresee(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Foresight foresight) {
        switch (header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID -> {
                placeOrder.wrapAndApplyHeader(buffer, offset, header);
                final long viewer = placeOrder.viewer();
                for (final PlaceOrderDecoder.LinesDecoder line = placeOrder.lines(); line.hasNext(); ) {
                    foresight.onLine(viewer, line.next().offer());
                }
                final int key = placeOrder.limit() + PlaceOrderDecoder.keyHeaderLength();
                if ((placeOrder.guide() | placeOrder.group() | placeOrder.inviter()) != 0) {
                    foresight.onCode(placeOrder.guide(), placeOrder.group(), placeOrder.inviter());
                }
                foresight.onKey(viewer, Ascii.hashOf(buffer, key, placeOrder.keyLength()));
                placeOrder.skipKey();
                if (placeOrder.couponLength() > 0) {
                    final int coupon = placeOrder.limit() + PlaceOrderDecoder.couponHeaderLength();
                    order.coupon().set(buffer, coupon, placeOrder.couponLength());
                    foresight.onCoupon(order.coupon().number());
                }
            }
            case PayOrderDecoder.TEMPLATE_ID -> {
                payOrder.wrapAndApplyHeader(buffer, offset, header);
                foresight.onOrder(payOrder.order());
                final int text = payOrder.limit() + PayOrderDecoder.referenceHeaderLength();
                foresight.onReference(Ascii.hashOf(buffer, text, payOrder.referenceLength()));
            }
            case CancelOrderDecoder.TEMPLATE_ID ->
                foresight.onReturn(
                        cancelOrder.wrapAndApplyHeader(buffer, offset, header).order());
            case ExpireOrderDecoder.TEMPLATE_ID ->
                foresight.onReturn(
                        expireOrder.wrapAndApplyHeader(buffer, offset, header).order());
            case RequestRefundDecoder.TEMPLATE_ID ->
                foresight.onReturn(
                        requestRefund.wrapAndApplyHeader(buffer, offset, header).order());
            case DeclineRefundDecoder.TEMPLATE_ID ->
                foresight.onReturn(declined(buffer, offset, header).order());
            case WithdrawRefundRequestDecoder.TEMPLATE_ID ->
                foresight.onReturn(withdrawn(buffer, offset, header).order());
            default ->
                foresight.onReturn(
                        refundOrder.wrapAndApplyHeader(buffer, offset, header).order());
        }
    }

    PayOrderDecoder payment(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        payOrder.wrapAndApplyHeader(buffer, offset, header);
        reference.set(buffer, payOrder.limit() + PayOrderDecoder.referenceHeaderLength(), payOrder.referenceLength());
        return payOrder;
    }

    RefundRequest refund(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        refundOrder.wrapAndApplyHeader(buffer, offset, header);
        refund.set(refundOrder.order(), ReturnedStock.ofCode(refundOrder.returned()));
        if (isRecordedBefore(header)) {
            refund.recordedBefore();
        } else if (header.blockLength()
                >= RefundOrderDecoder.requestEncodingOffset() + RefundOrderDecoder.requestEncodingLength()) {
            refund.completes(refundOrder.request());
        }
        for (final RefundOrderDecoder.LinesDecoder line = refundOrder.lines(); line.hasNext(); ) {
            line.next();
            refund.lines().add(line.offer(), line.quantity());
        }
        final int length = refundOrder.referenceLength();
        refund.reference().set(buffer, refundOrder.limit() + RefundOrderDecoder.referenceHeaderLength(), length);
        return refund;
    }

    /** What an operator wants to be paid back; its reference is the operator's key. */
    RefundRequest refundRequest(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        requestRefund.wrapAndApplyHeader(buffer, offset, header);
        refund.set(requestRefund.order(), ReturnedStock.ofCode(requestRefund.returned()));
        if (isRecordedBefore(header)) {
            refund.recordedBefore();
        }
        for (final RequestRefundDecoder.LinesDecoder line = requestRefund.lines(); line.hasNext(); ) {
            line.next();
            refund.lines().add(line.offer(), line.quantity());
        }
        final int length = requestRefund.keyLength();
        refund.reference().set(buffer, requestRefund.limit() + RequestRefundDecoder.keyHeaderLength(), length);
        return refund;
    }

    /** The operator who wanted the refund read last. */
    long actor() {
        return requestRefund.actor();
    }

    DeclineRefundDecoder declined(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        return declineRefund.wrapAndApplyHeader(buffer, offset, header);
    }

    WithdrawRefundRequestDecoder withdrawn(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        return withdrawRequest.wrapAndApplyHeader(buffer, offset, header);
    }

    CancelOrderDecoder cancellation(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        return cancelOrder.wrapAndApplyHeader(buffer, offset, header);
    }

    /** The operator of the cancellation read last, 0 for its owner. Once, any number below 0 was an operator's, too. */
    long cancelledBy(final MessageHeaderDecoder header) {
        final boolean namesActor = header.version() >= CancelOrderDecoder.actorSinceVersion()
                && header.blockLength()
                        >= CancelOrderDecoder.actorEncodingOffset() + CancelOrderDecoder.actorEncodingLength();
        if (!namesActor) {
            return 0;
        }
        return isRecordedBefore(header) && cancelOrder.actor() < 0 ? Long.MAX_VALUE : cancelOrder.actor();
    }

    /** Whether a command is of before the schema's sixth version, which decides some of them otherwise. */
    private static boolean isRecordedBefore(final MessageHeaderDecoder header) {
        return header.version() < RefundOrderDecoder.requestSinceVersion();
    }

    PutRoomDecoder room(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putRoom.wrapAndApplyHeader(buffer, offset, header);
        title = new byte[putRoom.titleLength()];
        putRoom.getTitle(title, 0, title.length);
        address = new byte[putRoom.streamUrlLength()];
        putRoom.getStreamUrl(address, 0, address.length);
        return putRoom;
    }

    PutItemDecoder item(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putItem.wrapAndApplyHeader(buffer, offset, header);
        title = new byte[putItem.titleLength()];
        putItem.getTitle(title, 0, title.length);
        address = new byte[putItem.imageLength()];
        putItem.getImage(address, 0, address.length);
        return putItem;
    }

    /** Reads an offer; more price windows than there may be leave {@link #terms} without a valid price. */
    PutOfferDecoder offer(final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header) {
        putOffer.wrapAndApplyHeader(buffer, offset, header);
        final boolean namesTurns = header.version() >= PutOfferDecoder.turnSecondsSinceVersion()
                && header.blockLength() > PutOfferDecoder.turnSecondsEncodingOffset();
        final PutOfferDecoder.PriceWindowsDecoder windows = putOffer.priceWindows();
        final boolean fits = windows.count() <= ProtocolLimits.MAX_PRICE_WINDOWS;
        terms.set(
                fits ? putOffer.listPriceFen() : -1,
                putOffer.opensAtMs(),
                putOffer.closesAtMs(),
                putOffer.perViewerLimit(),
                putOffer.holdSeconds());
        terms.turns(namesTurns ? putOffer.turnSeconds() : 0);
        while (fits && windows.hasNext()) {
            windows.next();
            terms.addWindow(windows.fromMs(), windows.toMs(), windows.priceFen());
        }
        return putOffer;
    }

    /** Reads limits; null when one of them is out of range. What an older command does not name stays as it is. */
    CoreLimits limits(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final CoreLimits present) {
        changeLimits.wrapAndApplyHeader(buffer, offset, header);
        final boolean namesViewers = header.version() >= ChangeLimitsDecoder.maxViewersSinceVersion()
                && header.blockLength() > ChangeLimitsDecoder.maxViewersEncodingOffset();
        final boolean namesWriteOff = header.version() >= ChangeLimitsDecoder.maxWriteOffSinceVersion()
                && header.blockLength() > ChangeLimitsDecoder.maxWriteOffEncodingOffset();
        try {
            return new CoreLimits(
                    changeLimits.maxRooms(),
                    changeLimits.maxItems(),
                    changeLimits.maxOffers(),
                    changeLimits.maxOrders(),
                    changeLimits.maxKeys(),
                    changeLimits.keyRetentionMs(),
                    changeLimits.maxViewerOffers(),
                    changeLimits.maxMutes(),
                    changeLimits.maxRefusedKeys(),
                    namesViewers ? changeLimits.maxViewers() : present.maxViewers(),
                    namesWriteOff ? changeLimits.maxWriteOff() : present.maxWriteOff());
        } catch (final IllegalArgumentException outOfRange) {
            return null;
        }
    }

    /** The reference of the payment read last. */
    Ascii reference() {
        return reference;
    }

    /** The terms of the offer read last. */
    OfferTerms terms() {
        return terms;
    }

    /** The title of the room or item read last. */
    byte[] title() {
        return title;
    }

    /** The stream's address of the room, or the picture's of the item, read last. */
    byte[] address() {
        return address;
    }
}
