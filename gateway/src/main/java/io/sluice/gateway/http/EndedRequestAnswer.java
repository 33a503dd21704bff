package io.sluice.gateway.http;

import io.sluice.gateway.link.Reply;

/** Answers that a refund that was asked for has ended without money, or why it has not. One event loop's. */
final class EndedRequestAnswer implements ReplyAction {
    private static final int OK = 200;

    private final OrderAnswers answers;

    EndedRequestAnswer(final OrderAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.outcome().isRefusal()) {
            answers.refuse(exchange, reply);
            return;
        }
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("outcome").value(answers.outcome().name());
        json.name("order").digitString(answers.decision().order());
        json.name("request").value(answers.decision().detail());
        json.name("sequence").value(answers.sequence(reply));
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(OK, answers.isReplayed());
    }
}
