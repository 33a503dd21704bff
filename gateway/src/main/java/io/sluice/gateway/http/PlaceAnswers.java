package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.gateway.link.Reply;

/** Reads the decisions on joining and leaving a waiting line. One event loop's. */
public final class PlaceAnswers {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final LineMovesDecoder moves = new LineMovesDecoder();
    private Outcome outcome;
    private Reply reply;

    /** Wraps the reply's decision. */
    public PlaceAnswers read(final Reply answer) {
        reply = answer;
        decision.wrapAndApplyHeader(answer.buffer(), answer.decisionOffset(), header);
        outcome = Outcome.ofCode(decision.outcome());
        return this;
    }

    /** Whether there is no place to tell of. */
    public boolean isRefused() {
        return outcome.isRefusal();
    }

    /** Whether nothing changed: the viewer was there already. */
    public boolean isReplayed() {
        return outcome == Outcome.REPEATED;
    }

    /** Why there is none, of an offer. */
    public Problem problem(final long offer) {
        final Problem problem = OutcomeProblems.of(outcome, decision.detail(), reply.sequence());
        return switch (outcome) {
            case ROOM_UNKNOWN -> problem.field("room");
            case ROOM_NOT_OPEN, CAPACITY -> problem;
            default -> problem.offer(offer);
        };
    }

    /** Writes the place, which follows every decision that is no refusal, with its record into an object that is open. */
    public void writeFields(final JsonWriter json) {
        moves.wrapAndApplyHeader(reply.buffer(), decision.limit(), header);
        PlaceJson.write(json, moves.places().next());
        json.name("sequence").value(reply.sequence());
    }
}
