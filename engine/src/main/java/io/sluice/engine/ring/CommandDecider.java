package io.sluice.engine.ring;

import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.RefundRequest;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.DeclineRefundDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import io.sluice.engine.protocol.codec.RequestRefundDecoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Takes an encoded command to the core and writes the core's decision behind it. The ring decides with it, and replay
 * decides again with it: the same bytes in give the same bytes out. One thread.
 */
final class CommandDecider {
    private static final int FIRST_VERSION_THAT_GIVES_BACK = 6;

    private final FlashCore core;
    private final Decision decision = new Decision();
    private final DecisionWriter writer = new DecisionWriter();
    private final RequestReader requests = new RequestReader();
    private final BrandDecider brand;
    private final MoneyDecider money;
    private final CouponDecider coupons;
    private final PointDecider points;
    private final StockDecider stock;
    private final ReviewDecider reviews;
    private final BookingDecider bookings;
    private final TalkDecider talk;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExpireOrderDecoder expireOrder = new ExpireOrderDecoder();
    private final ChangeRoomStateDecoder changeRoomState = new ChangeRoomStateDecoder();
    private final ChangeStockDecoder changeStock = new ChangeStockDecoder();
    private final OpenOfferDecoder openOffer = new OpenOfferDecoder();
    private final CloseOfferDecoder closeOffer = new CloseOfferDecoder();
    private final PinOfferDecoder pinOffer = new PinOfferDecoder();

    CommandDecider(final FlashCore core) {
        this.core = core;
        brand = new BrandDecider(core);
        money = new MoneyDecider(core);
        coupons = new CouponDecider(core);
        points = new PointDecider(core);
        stock = new StockDecider(core);
        reviews = new ReviewDecider(core);
        bookings = new BookingDecider(core);
        talk = new TalkDecider(core);
    }

    /** The decision made last. */
    Decision decision() {
        return decision;
    }

    /** Decides a command and writes the decision behind it; see the other {@code decide}. */
    int decide(
            final MutableDirectBuffer buffer,
            final int commandOffset,
            final int commandLength,
            final long sequence,
            final long timeMs) {
        final int decisionOffset = commandOffset + commandLength;
        return decide(buffer, commandOffset, commandLength, sequence, timeMs, buffer, decisionOffset);
    }

    /**
     * Decides the command at {@code commandOffset} as the record {@code sequence} at {@code timeMs} and writes the decision
     * to {@code decisionOffset} of {@code decisionBuffer}. A command whose inner lengths do not add up to {@code
     * commandLength} is COMMAND_INVALID.
     *
     * @return bytes of the decision; 0 when no command has this template id, and then nothing happened.
     */
    int decide(
            final DirectBuffer buffer,
            final int commandOffset,
            final int commandLength,
            final long sequence,
            final long timeMs,
            final MutableDirectBuffer decisionBuffer,
            final int decisionOffset) {
        final CommandShape shape = shapeOf(buffer, commandOffset, commandLength);
        if (shape == null) {
            return 0;
        }
        decision.begin(sequence, timeMs);
        if (shape.fits(buffer, commandOffset, commandLength)) {
            take(buffer, commandOffset);
        }
        return shape.isAboutOrder()
                ? writer.writeOrder(decision, decisionBuffer, decisionOffset)
                : writer.writePlain(decision, decisionBuffer, decisionOffset);
    }

    /** Says where the core will look when it {@linkplain #decide decides} a command, which changes nothing. */
    void foresee(final DirectBuffer buffer, final int commandOffset, final int commandLength) {
        final CommandShape shape = shapeOf(buffer, commandOffset, commandLength);
        if (shape != null && shape.isAboutOrder() && shape.fits(buffer, commandOffset, commandLength)) {
            requests.foresee(buffer, commandOffset, header, core.foresight());
        }
    }

    private CommandShape shapeOf(final DirectBuffer buffer, final int offset, final int length) {
        return length < MessageHeaderDecoder.ENCODED_LENGTH
                ? null
                : CommandShape.ofTemplate(header.wrap(buffer, offset).templateId());
    }

    /** A command that nobody takes stays COMMAND_INVALID. */
    private void take(final DirectBuffer buffer, final int offset) {
        final boolean decided = decideOrder(buffer, offset)
                || talk.decide(buffer, offset, header, decision)
                || decideCatalogue(buffer, offset)
                || brand.decide(buffer, offset, header, decision)
                || money.decide(buffer, offset, header, decision)
                || coupons.decide(buffer, offset, header, decision)
                || points.decide(buffer, offset, header, decision)
                || stock.decide(buffer, offset, header, decision)
                || reviews.decide(buffer, offset, header, decision)
                || bookings.decide(buffer, offset, header, decision);
        if (!decided && header.templateId() == ChangeLimitsDecoder.TEMPLATE_ID) {
            core.changeLimits(requests.limits(buffer, offset, header, core.limits()), decision);
        }
    }

    private boolean decideOrder(final DirectBuffer buffer, final int offset) {
        switch (header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID -> core.placeOrder(requests.order(buffer, offset, header), decision);
            case PayOrderDecoder.TEMPLATE_ID -> {
                final PayOrderDecoder payment = requests.payment(buffer, offset, header);
                core.payOrder(payment.order(), payment.amountFen(), requests.reference(), decision);
            }
            case CancelOrderDecoder.TEMPLATE_ID -> {
                final CancelOrderDecoder cancelled = requests.cancellation(buffer, offset, header);
                core.cancelOrder(cancelled.viewer(), cancelled.order(), requests.cancelledBy(header), decision);
            }
            case ExpireOrderDecoder.TEMPLATE_ID -> {
                expireOrder.wrapAndApplyHeader(buffer, offset, header);
                core.expireOrder(expireOrder.order(), decision);
            }
            case RefundOrderDecoder.TEMPLATE_ID -> core.refundOrder(requests.refund(buffer, offset, header), decision);
            case RequestRefundDecoder.TEMPLATE_ID -> {
                final RefundRequest request = requests.refundRequest(buffer, offset, header);
                core.pendingRefunds().request(requests.actor(), request, decision);
            }
            case DeclineRefundDecoder.TEMPLATE_ID -> {
                final DeclineRefundDecoder declined = requests.declined(buffer, offset, header);
                core.pendingRefunds().decline(declined.order(), declined.request(), decision);
            }
            case WithdrawRefundRequestDecoder.TEMPLATE_ID -> {
                final WithdrawRefundRequestDecoder withdrawn = requests.withdrawn(buffer, offset, header);
                core.pendingRefunds().withdraw(withdrawn.actor(), withdrawn.order(), withdrawn.request(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean decideCatalogue(final DirectBuffer buffer, final int offset) {
        switch (header.templateId()) {
            case PutRoomDecoder.TEMPLATE_ID -> {
                final PutRoomDecoder room = requests.room(buffer, offset, header);
                core.putRoom(room.room(), room.startsAtMs(), requests.title(), requests.address(), decision);
            }
            case ChangeRoomStateDecoder.TEMPLATE_ID -> {
                changeRoomState.wrapAndApplyHeader(buffer, offset, header);
                core.changeRoomState(changeRoomState.room(), RoomState.ofCode(changeRoomState.state()), decision);
                if (header.version() >= FIRST_VERSION_THAT_GIVES_BACK) {
                    core.bookings().giveBack(changeRoomState.room(), decision);
                }
            }
            case PutItemDecoder.TEMPLATE_ID -> {
                final PutItemDecoder item = requests.item(buffer, offset, header);
                core.putItem(item.item(), requests.title(), requests.address(), decision);
            }
            case ChangeStockDecoder.TEMPLATE_ID -> {
                changeStock.wrapAndApplyHeader(buffer, offset, header);
                final StockReason reason = StockReason.ofCode(changeStock.reason());
                core.stockChanges()
                        .change(changeStock.actor(), changeStock.item(), changeStock.change(), reason, decision);
            }
            case PutOfferDecoder.TEMPLATE_ID -> {
                final PutOfferDecoder offer = requests.offer(buffer, offset, header);
                core.putOffer(offer.room(), offer.offer(), offer.item(), requests.terms(), decision);
            }
            default -> {
                return decideOfferSwitch(buffer, offset);
            }
        }
        return true;
    }

    private boolean decideOfferSwitch(final DirectBuffer buffer, final int offset) {
        switch (header.templateId()) {
            case OpenOfferDecoder.TEMPLATE_ID -> {
                openOffer.wrapAndApplyHeader(buffer, offset, header);
                core.openOffer(openOffer.room(), openOffer.offer(), decision);
            }
            case CloseOfferDecoder.TEMPLATE_ID -> {
                closeOffer.wrapAndApplyHeader(buffer, offset, header);
                core.closeOffer(closeOffer.room(), closeOffer.offer(), decision);
            }
            case PinOfferDecoder.TEMPLATE_ID -> {
                pinOffer.wrapAndApplyHeader(buffer, offset, header);
                core.pinOffer(pinOffer.room(), pinOffer.offer(), decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
