package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.Reply;

/** {@code POST /payments}, the provider's word that money arrived. One event loop's. */
final class PaymentAction implements Action, ReplyAction {
    /** A total of 16 lines of 100,000 at the dearest price. */
    static final long MAX_AMOUNT_FEN =
            ProtocolLimits.MAX_PRICE_FEN * ProtocolLimits.MAX_QUANTITY * ProtocolLimits.MAX_LINES;

    private static final int OK = 200;

    private final WebhookSignature signature;
    private final OrderAnswers answers;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PayOrderDecoder command = new PayOrderDecoder();

    PaymentAction(final WebhookSignature signature, final OrderAnswers answers) {
        this.signature = signature;
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final JsonBody json = SignedBody.open(exchange, signature);
        String reference = null;
        long order = -1;
        long amountFen = -1;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "reference" -> reference = reference(json);
                case "order" -> order = json.orderId();
                case "amountFen" -> amountFen = json.integer(0, MAX_AMOUNT_FEN);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(reference != null, "reference");
        json.require(order >= 0, "order");
        json.require(amountFen >= 0, "amountFen");
        exchange.send(pay(0, order, amountFen, reference), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        command.wrapAndApplyHeader(reply.buffer(), reply.commandOffset(), header);
        final Outcome outcome = answers.outcome();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("outcome").value(outcome.name());
        if (outcome == Outcome.REFUND_DUE) {
            json.name("cause").value(answers.refundCause().name());
        }
        json.name("order").digitString(command.order());
        json.name("sequence").value(answers.sequence(reply));
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, answers.isReplayed());
    }

    /** A provider's reference, which is none of ours. */
    static String reference(final JsonBody json) {
        final String reference = json.ascii(1, ProtocolLimits.MAX_KEY_BYTES);
        if (reference.startsWith(ConfirmOrderAction.REFERENCE_PREFIX)) {
            throw json.invalid("must not begin with " + ConfirmOrderAction.REFERENCE_PREFIX);
        }
        return reference;
    }

    /** The command that money arrived. */
    static CommandWriter pay(final long actor, final long order, final long amountFen, final String reference) {
        return (buffer, offset) -> {
            final PayOrderEncoder encoder = new PayOrderEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .actor(actor)
                    .order(order)
                    .amountFen(amountFen)
                    .reference(reference);
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        };
    }
}
