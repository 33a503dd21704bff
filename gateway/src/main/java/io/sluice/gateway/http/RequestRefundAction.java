package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.Reply;

/**
 * {@code POST /operator/orders/{order}/refund-requests}: asks the payment provider to pay back. What is asked for is a record
 * that downstream systems take to the provider, whose word ends it. In the demo the gateway plays the {@linkplain DemoProvider
 * provider}. One event loop's.
 */
final class RequestRefundAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final OrderAnswers answers;
    private final boolean playsProvider;

    RequestRefundAction(final OrderAnswers answers, final boolean playsProvider) {
        this.answers = answers;
        this.playsProvider = playsProvider;
    }

    @Override
    public void run(final Exchange exchange) {
        final long order = exchange.pathOrder();
        final String key = IdempotencyKey.of(exchange);
        final RefundRequest request = new RefundRequest();
        String reason = "";
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("reason")) {
                reason = json.text(ProtocolLimits.MAX_REASON_BYTES);
            } else if (!request.parseField(json, name)) {
                throw json.unknown();
            }
        }
        json.end();
        request.requireWhole(json);
        final long actor = exchange.identity().subject();
        final DemoProvider provider = playsProvider ? DemoProvider.of(reason) : DemoProvider.WAITS;
        exchange.send(
                request.requestOf(actor, order, key, reason),
                provider == DemoProvider.WAITS
                        ? this
                        : (sameExchange, reply) -> askProvider(sameExchange, reply, provider, request));
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else {
            answer(exchange, Asked.of(answers, reply), answers.isReplayed());
        }
    }

    private void askProvider(
            final Exchange exchange, final Reply reply, final DemoProvider provider, final RefundRequest request) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        final Asked asked = Asked.of(answers, reply);
        if (answers.isReplayed()) {
            // The provider was told the first time, and the request may have been withdrawn since.
            answer(exchange, asked, true);
            return;
        }
        exchange.send(
                provider.word(request, asked.order, asked.sequence),
                (sameExchange, heard) -> answer(sameExchange, asked, false));
    }

    private static void answer(final Exchange exchange, final Asked asked, final boolean isReplayed) {
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("outcome").value(Outcome.REFUND_REQUESTED.name());
        json.name("order").digitString(asked.order);
        json.name("refundFen").value(asked.amountFen);
        json.name("sequence").value(asked.sequence);
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, isReplayed);
    }

    /** What was asked for, copied out of the answer. */
    private record Asked(long order, long amountFen, long sequence) {
        static Asked of(final OrderAnswers answers, final Reply reply) {
            return new Asked(answers.decision().order(), answers.decision().amountFen(), answers.sequence(reply));
        }
    }
}
