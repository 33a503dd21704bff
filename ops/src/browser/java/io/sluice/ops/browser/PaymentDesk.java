package io.sluice.ops.browser;

import io.sluice.gateway.admission.TokenSecret;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.ShopAnswer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The payment provider of a demo, which signs with the demo's own secret. On one thread. */
final class PaymentDesk {
    private final DemoProcess demo;
    private final WebhookSignature signature;
    private int references;

    PaymentDesk(final DemoProcess demo) {
        this.demo = demo;
        try {
            final String secret = TokenSecret.of(demo.data());
            signature = new WebhookSignature(secret.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back units of a paid order's line, which go on sale again. */
    ShopAnswer refund(final String order, final long offer, final int units) {
        final JsonObject line = new JsonObject().put("offer", offer).put("quantity", units);
        final JsonObject body = new JsonObject()
                .put("reference", "desk-" + ++references)
                .put("order", order)
                .put("lines", new JsonArray().add(line))
                .put("stock", "RETURN");
        return demo.shop()
                .webhook("/refunds", body, signature.sign(body.encode().getBytes(StandardCharsets.UTF_8)));
    }
}
