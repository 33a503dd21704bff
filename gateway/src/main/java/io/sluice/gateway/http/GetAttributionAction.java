package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.view.AttributionSentence;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.Credit;
import io.sluice.engine.view.Earning;
import io.sluice.engine.view.GuideView;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;

/**
 * {@code GET /orders/{order}/attribution}: for its owner, for the guide it is put down to and for staff, of whom those who see
 * earnings see what is earned of it as well; to anybody else there is no such order. One event loop's.
 */
final class GetAttributionAction implements Action, ReplyAction {
    private static final int OK = 200;
    private static final long WHOEVER = 0;

    private final EnginePort engine;
    private final OrderAnswers answers;

    GetAttributionAction(final EnginePort engine, final OrderAnswers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    @Override
    public void run(final Exchange exchange) {
        final Identity who = exchange.identity();
        final long owner = who.role() == Role.VIEWER ? who.subject() : WHOEVER;
        exchange.send(GetOrderAction.find(owner, exchange.pathOrder()), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        final BrandBoard board = engine.brandBoard();
        final OrderDecisionDecoder decision = answers.read(reply).decision();
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
        } else if (maySee(exchange.identity(), decision, board)) {
            answer(exchange, reply, board);
        } else {
            // No record is named, or it would be told that there is such an order.
            exchange.refuse(new Problem(ProblemCode.ORDER_UNKNOWN, ProblemCode.ORDER_UNKNOWN.title()));
        }
    }

    private static boolean maySee(final Identity who, final OrderDecisionDecoder decision, final BrandBoard board) {
        if (who.role() != Role.GUIDE || decision.viewer() == who.subject()) {
            return true;
        }
        final GuideView guide = board.guideOfViewer(who.subject());
        return guide != null && guide.id() == decision.guide();
    }

    private void answer(final Exchange exchange, final Reply reply, final BrandBoard board) {
        final OrderDecisionDecoder decision = answers.decision();
        final Credit credit = Credit.of(decision);
        final AttributionSentence sentence = AttributionSentence.of(credit, board);
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("order").digitString(decision.order());
        BrandNames.store(json, board, credit.store());
        BrandNames.guide(json, board, credit.guide());
        BrandNames.group(json, board, credit.group());
        OrderAnswerWriter.writeId(json, "inviter", credit.inviter());
        OrderAnswerWriter.writeId(json, "secondInviter", credit.secondInviter());
        json.name("rule").value(credit.rule().name());
        OrderAnswerWriter.writeId(json, "touchSequence", credit.touchSequence());
        json.name("policyVersion").value(credit.policyVersion());
        json.name("sentence").beginObject();
        json.name("en").value(sentence.en());
        json.name("zh").value(sentence.zh());
        json.endObject();
        if (Role.STAFF.contains(exchange.identity().role())) {
            EarningsJson.write(json, Earning.behind(decision, reply.end()));
        }
        json.endObject();
        exchange.answer(OK);
    }
}
