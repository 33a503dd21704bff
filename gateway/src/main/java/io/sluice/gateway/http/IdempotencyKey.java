package io.sluice.gateway.http;

import io.sluice.engine.protocol.ProtocolLimits;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** The header by which a repetition is known. */
final class IdempotencyKey {
    private static final String KEY = "Idempotency-Key";
    private static final CharSequence KEY_NAME = HttpHeaders.createOptimized("idempotency-key");
    private static final String KEY_RULE = "Send an Idempotency-Key of 1 to 64 visible ASCII characters.";

    private IdempotencyKey() {}

    /** The exchange's key; refuses when there is none, or more than one. */
    static String of(final Exchange exchange) {
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
