package io.sluice.gateway.http;

import io.sluice.engine.protocol.OrderState;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.Reply;

/** {@code POST /refunds}, the provider's word that money went back. One event loop's. */
final class RefundAction implements Action, ReplyAction {
    private static final int OK = 200;
    private static final long NO_REQUEST = 0;

    private final WebhookSignature signature;
    private final OrderAnswers answers;

    RefundAction(final WebhookSignature signature, final OrderAnswers answers) {
        this.signature = signature;
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = SignedBody.open(exchange, signature);
        String reference = null;
        long order = -1;
        long asked = NO_REQUEST;
        final RefundRequest request = new RefundRequest();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "reference" -> reference = PaymentAction.reference(json);
                case "order" -> order = json.orderId();
                case "request" -> asked = json.id();
                default -> {
                    if (!request.parseField(json, name)) {
                        throw json.unknown();
                    }
                }
            }
        }
        json.end();
        json.require(reference != null, "reference");
        json.require(order >= 0, "order");
        request.requireWhole(json);
        // Without lines it is whatever is left of the order, which may be more than that request asked for.
        json.require(asked == NO_REQUEST || request.hasLines(), "lines");
        exchange.send(request.of(0, order, reference, asked), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("outcome").value(answers.outcome().name());
        json.name("order").digitString(answers.decision().order());
        json.name("refundFen").value(answers.decision().amountFen());
        json.name("state").value(OrderState.ofCode(answers.decision().state()).name());
        json.name("sequence").value(answers.sequence(reply));
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, answers.isReplayed());
    }
}
