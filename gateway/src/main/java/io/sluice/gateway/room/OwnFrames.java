package io.sluice.gateway.room;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.OrderAnswerWriter;
import io.sluice.gateway.http.OutcomeProblems;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;

/** Writes the frames that answer one viewer's own frames. One event loop's. */
final class OwnFrames {
    private static final String LATE_ORDER = "It may have been done. Send it again with the same key.";
    private static final String LATE_COMMENT = "It may be shown yet. Sent again, it may be shown twice.";

    private final RoomRegistry registry;
    private final Durability durability;
    private final JsonWriter json = new JsonWriter();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    OwnFrames(final RoomRegistry registry, final Durability durability) {
        this.registry = registry;
        this.durability = durability;
    }

    /** What to do with the decision on an order. */
    ReplyHandler toOrder(final LiveViewer viewer, final String key) {
        return new ReplyHandler() {
            @Override
            public void onReply(final Reply reply) {
                answerOrder(viewer, key, reply);
            }

            @Override
            public void onLate() {
                refuse(viewer, FrameKind.ORDER, key, new Problem(ProblemCode.ANSWER_LATE, LATE_ORDER), false);
            }
        };
    }

    /** What to do with the decision on a comment. */
    ReplyHandler toComment(final LiveViewer viewer, final String text) {
        return new ReplyHandler() {
            @Override
            public void onReply(final Reply reply) {
                answerComment(viewer, text, reply);
            }

            @Override
            public void onLate() {
                refuse(viewer, FrameKind.COMMENT, "", new Problem(ProblemCode.ANSWER_LATE, LATE_COMMENT), false);
            }
        };
    }

    /**
     * Tells a viewer that its frame was refused.
     *
     * @param kind      of the frame, null when it could not be told.
     * @param key       of the order, empty for none.
     * @param replayed  whether this was the first answer, too.
     */
    void refuse(
            final LiveViewer viewer,
            final FrameKind kind,
            final String key,
            final Problem problem,
            final boolean replayed) {
        begin("refused").name("of").value(kind == null ? "frame" : kind.label());
        writeKey(key, replayed);
        problem.writeFields(json);
        tell(viewer);
    }

    void pong(final LiveViewer viewer, final long nowMs) {
        begin("pong").name("now").value(nowMs);
        tell(viewer);
    }

    private void answerOrder(final LiveViewer viewer, final String key, final Reply reply) {
        orderDecision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final Outcome told = reply.outcome();
        final boolean replayed = told == Outcome.REPEATED;
        final Outcome outcome = replayed ? Outcome.ofCode(orderDecision.cause()) : told;
        if (outcome.isRefusal()) {
            final Problem problem = OutcomeProblems.ofOrder(reply, orderDecision, outcome);
            refuse(viewer, FrameKind.ORDER, key, problem, replayed);
            return;
        }
        viewer.answered(orderDecision.answeredAt());
        begin("order");
        writeKey(key, replayed);
        OrderAnswerWriter.writeFields(json, orderDecision, durability);
        tell(viewer);
    }

    private void answerComment(final LiveViewer viewer, final String text, final Reply reply) {
        final Outcome outcome = reply.outcome();
        if (outcome.isRefusal()) {
            decision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
            final Problem problem = OutcomeProblems.of(outcome, decision.detail(), reply.sequence());
            refuse(viewer, FrameKind.COMMENT, "", problem, false);
            return;
        }
        begin("comment").name("id").value(reply.sequence());
        json.name("name").value(viewer.name()).name("text").value(text);
        tell(viewer);
    }

    private JsonWriter begin(final String kind) {
        return json.reset().beginObject().name("t").value(kind);
    }

    private void writeKey(final String key, final boolean replayed) {
        if (!key.isEmpty()) {
            json.name("key").value(key);
        }
        if (replayed) {
            json.name("replayed").value(true);
        }
    }

    private void tell(final LiveViewer viewer) {
        json.endObject();
        registry.tell(viewer, WireFrames.text(json));
    }
}
