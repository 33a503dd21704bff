package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.ServiceCommand;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.DeclineRefundEncoder;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import io.sluice.engine.protocol.codec.RequestRefundEncoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what viewers and the payment provider ask; an enum's value that is none gets a code that none has. */
final class OrderCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private OrderCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is not about an order. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.PlaceOrder order) {
            return encode(order, buffer);
        }
        if (command instanceof Command.RefundOrder refund) {
            return encode(refund, buffer);
        }
        if (command instanceof Command.PayOrder pay) {
            final PayOrderEncoder encoder = new PayOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).order(pay.order()).amountFen(pay.amountFen()).reference(pay.reference());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof ServiceCommand.RequestRefund request) {
            return encode(request, buffer);
        }
        if (command instanceof ServiceCommand.DeclineRefund decline) {
            final DeclineRefundEncoder encoder = new DeclineRefundEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.order(decline.order()).request(decline.request()).reason("closed");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof ServiceCommand.WithdrawRefundRequest withdraw) {
            final WithdrawRefundRequestEncoder encoder =
                    new WithdrawRefundRequestEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(withdraw.actor()).order(withdraw.order()).request(withdraw.request());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof ServiceCommand.CancelOrder cancel) {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.viewer(cancel.viewer())
                            .order(cancel.order())
                            .actor(cancel.actor())
                            .encodedLength();
        }
        if (command instanceof Command.ExpireOrder expire) {
            final ExpireOrderEncoder encoder = new ExpireOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.order(expire.order()).encodedLength();
        }
        if (command instanceof Command.FindOrder find) {
            final FindOrderEncoder encoder = new FindOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.viewer(find.viewer()).order(find.order()).encodedLength();
        }
        return 0;
    }

    private static int encode(final Command.PlaceOrder order, final MutableDirectBuffer buffer) {
        final PlaceOrderEncoder encoder =
                new PlaceOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.viewer(order.viewer())
                .room(order.room())
                .expectedTotalFen(order.expectedTotalFen())
                .store(order.touch().store())
                .guide(order.touch().guide())
                .group(order.touch().group())
                .inviter(order.touch().inviter());
        final PlaceOrderEncoder.LinesEncoder lines =
                encoder.linesCount(order.lines().size());
        order.lines().forEach(line -> lines.next().offer(line.offer()).quantity(line.quantity()));
        encoder.key(order.key()).coupon(order.coupon()).share(order.share());
        return HEADER + encoder.encodedLength();
    }

    private static int encode(final ServiceCommand.RequestRefund request, final MutableDirectBuffer buffer) {
        final RequestRefundEncoder encoder =
                new RequestRefundEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.actor(request.actor())
                .order(request.order())
                .returned(
                        request.returned() == null
                                ? NO_CODE
                                : request.returned().code());
        final RequestRefundEncoder.LinesEncoder lines =
                encoder.linesCount(request.lines().size());
        request.lines().forEach(line -> lines.next().offer(line.offer()).quantity(line.quantity()));
        return HEADER + encoder.key(request.key()).reason("why").encodedLength();
    }

    private static int encode(final Command.RefundOrder refund, final MutableDirectBuffer buffer) {
        final RefundOrderEncoder encoder =
                new RefundOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.actor(1)
                .order(refund.order())
                .returned(
                        refund.returned() == null ? NO_CODE : refund.returned().code())
                .request(refund.request());
        final RefundOrderEncoder.LinesEncoder lines =
                encoder.linesCount(refund.lines().size());
        refund.lines().forEach(line -> lines.next().offer(line.offer()).quantity(line.quantity()));
        return HEADER + encoder.reference(refund.reference()).encodedLength();
    }
}
