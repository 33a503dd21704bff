package io.sluice.gateway.room;

import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.http.ClaimAnswers;
import io.sluice.gateway.http.ClaimedCoupon;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.OrderAnswerWriter;
import io.sluice.gateway.http.OutcomeProblems;
import io.sluice.gateway.http.PlaceAnswers;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.http.Problems;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Pressure;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import io.sluice.gateway.trace.OrderTrace;

/** Writes the frames that answer one viewer's own frames. One event loop's. */
final class OwnFrames {
    private static final String LATE_WITH_KEY = "It may have been done. Send it again with the same key.";
    private static final String LATE_PLACE = "It may have been done. Send it again.";
    private static final String LATE_COMMENT = "It may be shown yet. Sent again, it may be shown twice.";

    private static final int OK = 200;

    private final RoomRegistry registry;
    private final EngineClient client;
    private final FrameFigures figures;
    private final ClaimAnswers claims;
    private final PlaceAnswers places = new PlaceAnswers();
    private final Durability durability;
    private final JsonWriter json = new JsonWriter();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    /** When the frame that is being answered was heard. */
    private long heardNs;
    /** Of the order that is being answered, null for none. */
    private OrderTrace trace;

    /**
     * Answers to the viewers of a registry.
     *
     * @param client   of the same event loop.
     * @param engine   its boards, and what an answer's record survives.
     * @param figures  shared by all event loops.
     */
    OwnFrames(
            final RoomRegistry registry,
            final EngineClient client,
            final EnginePort engine,
            final FrameFigures figures) {
        this.registry = registry;
        this.client = client;
        this.figures = figures;
        claims = new ClaimAnswers(engine);
        durability = engine.durability();
    }

    /** A viewer's frame has come: what is answered, or asked to be answered, until the next comes belongs to it. */
    void heard() {
        heardNs = System.nanoTime();
        trace = null;
    }

    /** The frame that was heard is an order that is traced; null when it is not. */
    void traced(final OrderTrace order) {
        trace = order;
    }

    /** The order that was heard is about to be offered to the ring. */
    void offered() {
        if (trace != null) {
            trace.offered();
        }
    }

    /** What to do with the decision on an order. */
    ReplyHandler toOrder(final LiveViewer viewer, final String key) {
        return new Awaited() {
            @Override
            void answer(final Reply reply) {
                answerOrder(viewer, key, reply);
            }

            @Override
            void giveUp() {
                refuse(viewer, FrameKind.ORDER, key, new Problem(ProblemCode.ANSWER_LATE, LATE_WITH_KEY), false);
            }
        };
    }

    /** What to do with the decision on a claim. */
    ReplyHandler toClaim(final LiveViewer viewer, final String key) {
        return new Awaited() {
            @Override
            void answer(final Reply reply) {
                answerClaim(viewer, key, reply);
            }

            @Override
            void giveUp() {
                refuse(viewer, FrameKind.CLAIM, key, new Problem(ProblemCode.ANSWER_LATE, LATE_WITH_KEY), false);
            }
        };
    }

    /** What to do with the coupon that was asked for, for a claim does not say what it is worth. */
    private ReplyHandler toCoupon(final LiveViewer viewer, final String key, final boolean replayed) {
        return new Awaited() {
            @Override
            void answer(final Reply reply) {
                tellCoupon(viewer, key, claims.asked(reply), replayed);
            }

            @Override
            void giveUp() {
                refuse(viewer, FrameKind.CLAIM, key, new Problem(ProblemCode.ANSWER_LATE, LATE_WITH_KEY), false);
            }
        };
    }

    /** What to do with the decision on joining an offer's waiting line, or leaving it. */
    ReplyHandler toPlace(final LiveViewer viewer, final FrameKind kind, final String id, final long offer) {
        return new Awaited() {
            @Override
            void answer(final Reply reply) {
                answerPlace(viewer, kind, id, offer, reply);
            }

            @Override
            void giveUp() {
                refuse(viewer, kind, id, new Problem(ProblemCode.ANSWER_LATE, LATE_PLACE), false);
            }
        };
    }

    /** What to do with the decision on a comment. */
    ReplyHandler toComment(final LiveViewer viewer, final String text) {
        return new Awaited() {
            @Override
            void answer(final Reply reply) {
                answerComment(viewer, text, reply);
            }

            @Override
            void giveUp() {
                refuse(viewer, FrameKind.COMMENT, "", new Problem(ProblemCode.ANSWER_LATE, LATE_COMMENT), false);
            }
        };
    }

    /**
     * Tells a viewer that its frame was refused.
     *
     * @param kind      of the frame, null when it could not be told.
     * @param key       of the order or the claim, id of another frame, empty for none.
     * @param replayed  whether this was the first answer, too.
     */
    void refuse(
            final LiveViewer viewer,
            final FrameKind kind,
            final String key,
            final Problem problem,
            final boolean replayed) {
        begin("refused").name("of").value(kind == null ? "frame" : kind.label());
        writeKey(kind, key, replayed);
        problem.writeFields(json);
        if (trace != null) {
            trace.refused(problem.code().name());
        }
        tell(viewer, kind, problem.code().status());
    }

    void pong(final LiveViewer viewer, final long nowMs) {
        begin("pong").name("now").value(nowMs);
        tell(viewer, FrameKind.PING, OK);
    }

    /** Nothing is told to whoever liked. */
    void likeTaken() {
        count(FrameKind.LIKE, OK);
    }

    /** Nothing is told to whose like was shed. */
    void likeShed(final Shed shed) {
        count(FrameKind.LIKE, Problems.of(shed).code().status());
    }

    private void answerOrder(final LiveViewer viewer, final String key, final Reply reply) {
        orderDecision.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final Outcome told = reply.outcome();
        if (trace != null) {
            trace.decided(orderDecision.order(), reply.sequence(), told);
        }
        final boolean replayed = told == Outcome.REPEATED;
        final Outcome outcome = replayed ? Outcome.ofCode(orderDecision.cause()) : told;
        if (outcome.isRefusal()) {
            final Problem problem = OutcomeProblems.ofOrder(reply, orderDecision, outcome);
            refuse(viewer, FrameKind.ORDER, key, problem, replayed);
            return;
        }
        viewer.answered(orderDecision.answeredAt());
        begin("order");
        writeKey(FrameKind.ORDER, key, replayed);
        OrderAnswerWriter.writeFields(json, orderDecision, durability);
        tell(viewer, FrameKind.ORDER, OK);
    }

    private void answerClaim(final LiveViewer viewer, final String key, final Reply reply) {
        claims.read(reply);
        if (claims.isRefused()) {
            refuse(viewer, FrameKind.CLAIM, key, claims.problem(), false);
            return;
        }
        final ClaimedCoupon coupon = claims.coupon();
        if (coupon != null) {
            tellCoupon(viewer, key, coupon, false);
            return;
        }
        final Pressure pressure =
                Pressure.of(client.send(claims.question(), toCoupon(viewer, key, claims.isReplayed())));
        if (pressure != Pressure.NONE) {
            refuse(viewer, FrameKind.CLAIM, key, Problems.of(Problems.shed(pressure)), false);
        }
    }

    private void tellCoupon(
            final LiveViewer viewer, final String key, final ClaimedCoupon coupon, final boolean replayed) {
        begin("coupon");
        writeKey(FrameKind.CLAIM, key, replayed);
        coupon.writeFields(json);
        json.name("durability").value(durability.name());
        tell(viewer, FrameKind.CLAIM, OK);
    }

    private void answerPlace(
            final LiveViewer viewer, final FrameKind kind, final String id, final long offer, final Reply reply) {
        places.read(reply);
        if (places.isRefused()) {
            refuse(viewer, kind, id, places.problem(offer), false);
            return;
        }
        viewer.answered(reply.sequence());
        begin("place");
        writeKey(kind, id, places.isReplayed());
        places.writeFields(json);
        json.name("durability").value(durability.name());
        tell(viewer, kind, OK);
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
        tell(viewer, FrameKind.COMMENT, OK);
    }

    private JsonWriter begin(final String kind) {
        return json.reset().beginObject().name("t").value(kind);
    }

    private void writeKey(final FrameKind kind, final String key, final boolean replayed) {
        if (!key.isEmpty()) {
            json.name(kind.keyName()).value(key);
        }
        if (replayed) {
            json.name("replayed").value(true);
        }
    }

    private void tell(final LiveViewer viewer, final FrameKind kind, final int status) {
        json.endObject();
        registry.tell(viewer, WireFrames.text(json));
        count(kind, status);
    }

    private void count(final FrameKind kind, final int status) {
        figures.count(kind, status, System.nanoTime() - heardNs, trace);
        if (trace != null) {
            trace.answered(status);
        }
    }

    /** Waits for an answer, and knows when the frame was heard that it answers, and whether that is traced. */
    private abstract class Awaited implements ReplyHandler {
        private final long sinceNs = heardNs;
        private final OrderTrace traced = trace;

        @Override
        public final void onReply(final Reply reply) {
            heardNs = sinceNs;
            trace = traced;
            answer(reply);
        }

        @Override
        public final void onLate() {
            heardNs = sinceNs;
            trace = traced;
            giveUp();
        }

        abstract void answer(Reply reply);

        abstract void giveUp();
    }
}
