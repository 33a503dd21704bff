package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.PackBoard;
import io.sluice.gateway.link.Reply;

/** Reads decisions about orders and answers with the order or the refusal. One event loop's. */
final class OrderAnswers {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();
    private final PackBoard packs;
    private Outcome outcome;
    private boolean replayed;

    /** Takes which offers are packs from this board. */
    OrderAnswers(final PackBoard packs) {
        this.packs = packs;
    }

    /** Wraps the reply's decision; a repeated one counts as what it was first. */
    OrderAnswers read(final Reply reply) {
        decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        outcome = Outcome.ofCode(decision.outcome());
        replayed = outcome == Outcome.REPEATED;
        if (replayed) {
            outcome = Outcome.ofCode(decision.cause());
        }
        return this;
    }

    OrderDecisionDecoder decision() {
        return decision;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isReplayed() {
        return replayed;
    }

    /** Why money has to go back; an answer given again has it in its detail. */
    Outcome refundCause() {
        return Outcome.ofCode(replayed ? (int) decision.detail() : decision.cause());
    }

    /** Number of the record that gave the answer first. */
    long sequence(final Reply reply) {
        return decision.answeredAt() == 0 ? reply.sequence() : decision.answeredAt();
    }

    /** Answers with the order, or refuses. */
    void answer(final Exchange exchange, final Reply reply, final int status) {
        if (outcome.isRefusal()) {
            refuse(exchange, reply);
            return;
        }
        write(exchange);
        exchange.answer(status, replayed);
    }

    /** Answers with the order, as the first answer again. */
    void answerAgain(final Exchange exchange, final Reply reply, final int status) {
        if (outcome.isRefusal()) {
            refuse(exchange, reply);
            return;
        }
        write(exchange);
        exchange.answer(status, true);
    }

    private void write(final Exchange exchange) {
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        OrderAnswerWriter.writeFields(json, decision, packs, exchange.loop().durability());
        json.endObject();
    }

    void refuse(final Exchange exchange, final Reply reply) {
        exchange.refuse(OutcomeProblems.ofOrder(reply, decision, outcome), replayed);
    }
}
