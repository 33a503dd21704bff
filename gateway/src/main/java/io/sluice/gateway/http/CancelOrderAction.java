package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.link.Reply;

/**
 * {@code POST /orders/{order}/cancel}, and {@code POST /operator/orders/{order}/cancel} on its owner's behalf, of which the
 * record says who did it. One event loop's.
 */
final class CancelOrderAction implements Action, ReplyAction {
    private static final int OK = 200;
    private static final long NOBODY = 0;

    private final OrderAnswers answers;
    private final boolean isForOperators;

    private CancelOrderAction(final OrderAnswers answers, final boolean isForOperators) {
        this.answers = answers;
        this.isForOperators = isForOperators;
    }

    /** For the order's owner. */
    static CancelOrderAction byOwner(final OrderAnswers answers) {
        return new CancelOrderAction(answers, false);
    }

    /** For whoever helps the owner. */
    static CancelOrderAction byOperator(final OrderAnswers answers) {
        return new CancelOrderAction(answers, true);
    }

    @Override
    public void run(final Exchange exchange) {
        final long subject = exchange.identity().subject();
        final long order = exchange.pathOrder();
        exchange.send(isForOperators ? cancel(NOBODY, order, subject) : cancel(subject, order, NOBODY), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else {
            final JsonWriter json = exchange.loop().json().reset().beginObject();
            if (isForOperators) {
                json.name("viewer").value(answers.decision().viewer());
            }
            OrderAnswerWriter.writeFields(
                    json, answers.decision(), exchange.loop().durability());
            json.endObject();
            exchange.answer(OK);
        }
    }

    private static CommandWriter cancel(final long viewer, final long order, final long actor) {
        return (buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .viewer(viewer)
                    .order(order)
                    .actor(actor);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
