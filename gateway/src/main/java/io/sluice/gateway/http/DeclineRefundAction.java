package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.DeclineRefundEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.admission.WebhookSignature;

/** {@code POST /refunds/declined}, the provider's word that it does not pay back what it was asked for. One event loop's. */
final class DeclineRefundAction implements Action {
    private final WebhookSignature signature;
    private final EndedRequestAnswer answer;

    DeclineRefundAction(final WebhookSignature signature, final EndedRequestAnswer answer) {
        this.signature = signature;
        this.answer = answer;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = SignedBody.open(exchange, signature);
        long order = -1;
        long request = 0;
        String reason = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "order" -> order = json.orderId();
                case "request" -> request = json.id();
                case "reason" -> reason = json.text(ProtocolLimits.MAX_REASON_BYTES);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(order >= 0, "order");
        json.require(request > 0, "request");
        json.require(reason != null, "reason");
        exchange.send(decline(order, request, reason), answer);
    }

    /** The command that the record {@code request} asked in vain. */
    static CommandWriter decline(final long order, final long request, final String reason) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new DeclineRefundEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .order(order)
                        .request(request)
                        .reason(reason)
                        .encodedLength();
    }
}
