package io.sluice.gateway.http;

import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.ViewerPictureDecoder;
import io.sluice.gateway.link.Reply;

/** {@code GET /operator/viewers/{viewer}}. One event loop's. */
final class GetViewerAction implements Action, ReplyAction {
    private static final int OK = 200;

    private final ViewerQuestion question = new ViewerQuestion();

    @Override
    public void run(final Exchange exchange) {
        exchange.send(ViewerQuestion.of(exchange.pathId("viewer")), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        final ViewerPictureDecoder picture = question.read(reply);
        if (picture.viewer() == 0) {
            exchange.refuse(
                    new Problem(ProblemCode.VIEWER_UNKNOWN, "No touch and no list names this viewer.").field("viewer"));
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("viewer").value(picture.viewer());
        if (picture.memberSinceMs() != 0) {
            json.name("memberSince").time(picture.memberSinceMs());
        }
        OrderAnswerWriter.writeId(json, "store", picture.store());
        OrderAnswerWriter.writeId(json, "guide", picture.guide());
        OrderAnswerWriter.writeId(json, "boundSequence", picture.boundAt());
        ViewerQuestion.writeBoundUntil(json, picture);
        OrderAnswerWriter.writeId(json, "group", picture.group());
        OrderAnswerWriter.writeId(json, "joinedSequence", picture.joinedAt());
        if (picture.touchAt() != 0) {
            json.name("touch").beginObject();
            json.name("kind").value(TouchKind.ofCode(picture.touchKind()).name());
            json.name("at").time(picture.touchTimeMs());
            json.name("sequence").value(picture.touchAt());
            json.endObject();
        }
        ViewerQuestion.writeTrail(json, picture);
        json.endObject();
        exchange.answer(OK);
    }
}
