package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;
import java.util.UUID;

/** {@code POST /demo/payments}: plays the payment provider for one of the viewer's own orders. One event loop's. */
final class DemoPaymentAction implements Action {
    private final OrderAnswers answers;
    private final PaymentAction payments;

    DemoPaymentAction(final OrderAnswers answers, final PaymentAction payments) {
        this.answers = answers;
        this.payments = payments;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        long order = -1;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals("order")) {
                throw json.unknown();
            }
            order = json.orderId();
        }
        json.end();
        json.require(order >= 0, "order");
        exchange.send(GetOrderAction.find(exchange.identity().subject(), order), this::onOrder);
    }

    /** Every press is a payment of its own, as it would be at a real provider. */
    private void onOrder(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        exchange.send(
                PaymentAction.pay(
                        exchange.identity().subject(),
                        answers.decision().order(),
                        answers.decision().totalFen(),
                        "demo-" + UUID.randomUUID()),
                payments);
    }
}
