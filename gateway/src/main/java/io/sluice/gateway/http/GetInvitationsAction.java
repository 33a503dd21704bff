package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.ViewerPictureDecoder;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.GuideView;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;

/**
 * {@code GET /me/invitations}. Of whom nothing is known, nobody invited anybody; a binding that is over, or to a guide
 * who has left, is not shown. One event loop's.
 */
final class GetInvitationsAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final EnginePort engine;
    private final ViewerQuestion question = new ViewerQuestion();

    GetInvitationsAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        exchange.send(ViewerQuestion.of(exchange.identity().subject()), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        final ViewerPictureDecoder picture = question.read(reply);
        final BrandBoard board = engine.brandBoard();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("viewer").value(exchange.identity().subject());
        if (engine.nowMs() < picture.boundUntilMs() && works(board.guide(picture.guide()))) {
            BrandNames.store(json, board, picture.store());
            BrandNames.guide(json, board, picture.guide());
            ViewerQuestion.writeBoundUntil(json, picture);
        }
        BrandNames.group(json, board, picture.group());
        ViewerQuestion.writeTrail(json, picture);
        json.endObject();
        exchange.answer(OK);
    }

    private static boolean works(final GuideView guide) {
        return guide != null && guide.active();
    }
}
