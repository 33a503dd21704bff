package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;

/**
 * What the shop said, over HTTP or a live connection.
 *
 * @param status    HTTP's, or what HTTP would have had
 * @param body      the JSON, empty for none
 * @param replayed  whether it is a first answer that was given again
 */
public record ShopAnswer(int status, JsonObject body, boolean replayed) {
    static ShopAnswer of(final HttpResponse<String> response) {
        final boolean isReplayed =
                response.headers().firstValue("Idempotency-Replayed").orElse("").equals("true");
        return new ShopAnswer(
                response.statusCode(),
                response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body()),
                isReplayed);
    }

    /** Fails unless it has this status. */
    public ShopAnswer expect(final int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is this refusal. */
    public ShopAnswer expect(final int expected, final String code) {
        assertThat(body.getString("code")).as("%s", body).isEqualTo(code);
        return expect(expected);
    }

    /** Whether it tells of an order. */
    boolean isOrder() {
        return status < 300 && body.containsKey("order");
    }

    /** The order's state, or why there is none. */
    String outcome() {
        return isOrder() ? body.getString("state") : body.getString("code");
    }
}
