package io.sluice.gateway.http;

import io.sluice.gateway.admission.WebhookSignature;

/** A body that the payment provider has signed. */
final class SignedBody {
    private SignedBody() {}

    /** Opens the body; refuses it before it is parsed when its signature is not good. */
    static JsonBody open(final Exchange exchange, final WebhookSignature signature) {
        final byte[] body = exchange.body();
        if (!signature.matches(exchange.request().headers().get(WebhookSignature.HEADER), body)) {
            throw new RequestRefusedException(new Problem(
                            ProblemCode.SIGNATURE_INVALID,
                            "Send t=<unix seconds>,v1=<hex> with the HMAC-SHA256 of the time, a dot and the raw body.")
                    .field(WebhookSignature.HEADER));
        }
        return JsonBody.open(body, body.length);
    }
}
