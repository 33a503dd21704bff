package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.share.ShareCodec;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code POST /rooms/{room}/orders}, the hot path. One event loop's. */
final class PlaceOrderAction implements Action, ReplyAction {
    private static final String KEY = "Idempotency-Key";
    private static final CharSequence KEY_NAME = HttpHeaders.createOptimized("idempotency-key");
    private static final String KEY_RULE = "Send an Idempotency-Key of 1 to 64 visible ASCII characters.";
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final OrderRequest order = new OrderRequest();
    private final OrderAnswers answers;
    private final ShareCodec shares;

    PlaceOrderAction(final OrderAnswers answers, final ShareCodec shares) {
        this.answers = answers;
        this.shares = shares;
    }

    @Override
    public void run(final Exchange exchange) {
        order.reset()
                .room(exchange.pathId("room"))
                .key(key(exchange))
                .viewer(exchange.identity().subject());
        final byte[] body = exchange.body();
        OrderRequestParser.parse(body, body.length, order, shares);
        exchange.send(order, this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        exchange.loop().orderTimer().record(exchange.waitedNs(), TimeUnit.NANOSECONDS);
        answers.read(reply).answer(exchange, reply, answers.isReplayed() ? OK : CREATED);
    }

    private static String key(final Exchange exchange) {
        final List<String> keys = exchange.request().headers().getAll(KEY_NAME);
        if (keys.isEmpty()) {
            throw new RequestRefusedException(new Problem(ProblemCode.KEY_MISSING, KEY_RULE).field(KEY));
        }
        final String key = keys.get(0);
        if (keys.size() > 1 || !Text.isVisibleAscii(key, 1, ProtocolLimits.MAX_KEY_BYTES)) {
            throw new RequestRefusedException(new Problem(ProblemCode.KEY_INVALID, KEY_RULE).field(KEY));
        }
        return key;
    }
}
