package io.sluice.gateway.http;

import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;

/** {@code POST /campaigns/{campaign}/claims}. One event loop's. */
final class ClaimCouponAction implements Action, ReplyAction {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final ClaimRequest claim = new ClaimRequest();
    private final ClaimAnswers answers;

    ClaimCouponAction(final EnginePort engine) {
        answers = new ClaimAnswers(engine);
    }

    @Override
    public void run(final Exchange exchange) {
        claim.reset(exchange.identity().subject())
                .campaign(exchange.pathId("campaign"))
                .key(IdempotencyKey.of(exchange));
        final JsonBody json = JsonBody.open(exchange.body(), exchange.body().length);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!claim.parseField(json, name)) {
                throw json.unknown();
            }
        }
        json.end();
        claim.requireWhole(json);
        exchange.send(claim, this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        answers.read(reply);
        if (answers.isRefused()) {
            exchange.refuse(answers.problem());
            return;
        }
        final ClaimedCoupon coupon = answers.coupon();
        final boolean replayed = answers.isReplayed();
        if (coupon == null) {
            exchange.send(
                    answers.question(), (sameExchange, found) -> answer(sameExchange, answers.asked(found), replayed));
        } else {
            answer(exchange, coupon, false);
        }
    }

    private static void answer(final Exchange exchange, final ClaimedCoupon coupon, final boolean replayed) {
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        coupon.writeFields(json);
        json.name("durability").value(exchange.loop().durability().name());
        json.endObject();
        exchange.answer(replayed ? OK : CREATED, replayed);
    }
}
