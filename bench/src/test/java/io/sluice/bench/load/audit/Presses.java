package io.sluice.bench.load.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.stage.Minting;
import io.sluice.gateway.admission.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Viewers who press the button over HTTP, one after the other, and a provider who pays and refunds. */
final class Presses {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keyPrefix;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final Minting minting;
    private final long room;
    private int made;

    /** Whose keys begin so. */
    Presses(final String keyPrefix, final URI url, final Minting minting, final long room) {
        this.keyPrefix = keyPrefix;
        this.url = url;
        this.minting = minting;
        this.room = room;
    }

    /** A press that nobody has sent yet. */
    OrderAttempt meant(final long viewer, final long offer, final int quantity) {
        final int index = made++;
        return new OrderAttempt(index, keyPrefix, viewer, new long[] {offer}, new int[] {quantity}, 0);
    }

    /** Sends it, once more maybe, and notes the answer. */
    OrderAttempt press(final OrderAttempt attempt) throws Exception {
        final JsonNode answer = sendUnheard(attempt);
        final boolean reserved = answer.has("order");
        attempt.answered(
                reserved ? OrderAttempt.State.RESERVED : OrderAttempt.State.REFUSED,
                answer.path("code").asText(),
                answer.path("order").asLong(),
                answer.path("sequence").asLong());
        return attempt;
    }

    /** Sends it, and the viewer does not hear what comes of it. */
    JsonNode sendUnheard(final OrderAttempt attempt) throws Exception {
        attempt.sent();
        final String line = "{\"offer\":" + attempt.offer(0) + ",\"quantity\":" + attempt.quantity(0) + "}";
        return send(request("/api/v1/rooms/" + room + "/orders", "{\"lines\":[" + line + "]}")
                .header("Authorization", "Bearer " + minting.viewer(attempt.viewer()))
                .header("Idempotency-Key", attempt.key()));
    }

    void cancel(final OrderAttempt attempt) throws Exception {
        send(request("/api/v1/orders/" + attempt.order() + "/cancel", "")
                .header("Authorization", "Bearer " + minting.viewer(attempt.viewer())));
    }

    void pay(final OrderAttempt attempt, final long amountFen) throws Exception {
        sendSigned(
                "/api/v1/payments",
                "{\"order\":\"" + attempt.order() + "\",\"amountFen\":" + amountFen + ",\"reference\":\"pay-"
                        + attempt.order() + "\"}");
    }

    void refund(final OrderAttempt attempt) throws Exception {
        sendSigned(
                "/api/v1/refunds",
                "{\"order\":\"" + attempt.order() + "\",\"reference\":\"refund-" + attempt.order()
                        + "\",\"stock\":\"RETURN\"}");
    }

    private void sendSigned(final String path, final String body) throws Exception {
        send(request(path, body)
                .header(
                        "Sluice-Signature",
                        new WebhookSignature(minting.webhookSecret(), System::currentTimeMillis)
                                .sign(body.getBytes(StandardCharsets.UTF_8))));
    }

    private HttpRequest.Builder request(final String path, final String body) {
        return HttpRequest.newBuilder(url.resolve(path))
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
    }

    private JsonNode send(final HttpRequest.Builder request) throws IOException, InterruptedException {
        final var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
