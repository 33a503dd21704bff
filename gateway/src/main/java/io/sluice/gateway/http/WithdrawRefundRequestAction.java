package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestEncoder;

/**
 * {@code DELETE /operator/orders/{order}/refund-requests/{request}}: the provider is not to pay back any more what it has not
 * answered yet. Nobody can keep it from that; money that goes all the same is taken note of. One event loop's.
 */
final class WithdrawRefundRequestAction implements Action {
    private final EndedRequestAnswer answer;

    WithdrawRefundRequestAction(final EndedRequestAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void run(final Exchange exchange) {
        final long order = exchange.pathOrder();
        final long request = exchange.pathId("request");
        final long actor = exchange.identity().subject();
        exchange.send(
                (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                        + new WithdrawRefundRequestEncoder()
                                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                                .actor(actor)
                                .order(order)
                                .request(request)
                                .encodedLength(),
                answer);
    }
}
