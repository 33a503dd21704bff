package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.gateway.link.Reply;

/** Answers an operator's command with its record, the same for one that is repeated, or refuses. One event loop's. */
class DoneAnswer implements ReplyAction {
    private static final int OK = 200;
    /** It is not done yet: somebody else has to agree. */
    private static final int ACCEPTED = 202;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    @Override
    public final void onReply(final Exchange exchange, final Reply reply) {
        decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final Outcome outcome = Outcome.ofCode(decision.outcome());
        if (outcome.isRefusal()) {
            exchange.refuse(problem(exchange, outcome, decision.detail(), reply.sequence()));
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        writeSubject(json, reply, decision);
        json.name("sequence").value(reply.sequence());
        json.name("at").time(reply.timeMs());
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(outcome == Outcome.PROPOSED ? ACCEPTED : OK, outcome == Outcome.REPEATED);
    }

    /** What a refusal is told as. */
    Problem problem(final Exchange exchange, final Outcome refusal, final long detail, final long sequence) {
        return OutcomeProblems.of(refusal, detail, sequence);
    }

    /** Writes what an answer says besides its record. */
    void writeSubject(final JsonWriter json, final Reply reply, final DecisionDecoder accepted) {}
}
