package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The operator's endpoints for the demo's room. A busy server is asked again, some times; any other refusal fails the
 * step with its code. A lost answer is not asked again, since a restock adds up.
 */
final class DemoOperator {
    private static final long SUBJECT = 1;
    private static final int MAX_TRIES = 6;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final DemoApi api;
    private final String room;

    DemoOperator(final Vertx vertx, final DemoApi api, final long room) {
        this.vertx = vertx;
        this.api = api;
        this.room = "/operator/rooms/" + room;
    }

    /** An operator's token from the demo's desk. */
    Future<String> token() {
        return retrying(() -> api.token("operator", SUBJECT, ""));
    }

    Future<Void> saveRoom(final String token, final String title, final Instant startsAt) {
        return put(token, room, new JsonObject().put("title", title).put("startsAt", time(startsAt)));
    }

    Future<Void> goLive(final String token) {
        return post(token, room + "/state", new JsonObject().put("state", "LIVE"));
    }

    Future<Void> saveItem(final String token, final DemoOffer offer) {
        return put(token, "/operator/items/" + offer.item(), new JsonObject().put("title", offer.title()));
    }

    Future<Void> restock(final String token, final DemoOffer offer, final int units) {
        final JsonObject body = new JsonObject().put("change", units).put("reason", "RESTOCK");
        return post(token, "/operator/items/" + offer.item() + "/stock", body);
    }

    /** Saves the offer, on sale since {@code opensAt}, with no price but the list price. */
    Future<Void> saveOffer(final String token, final DemoOffer offer, final Instant opensAt) {
        return put(token, room + "/offers/" + offer.offer(), body(offer, opensAt));
    }

    /** Saves the offer, on sale since {@code opensAt}, at its flash price until {@code until}. */
    Future<Void> openFlashPrice(final String token, final DemoOffer offer, final Instant opensAt, final Instant until) {
        final JsonObject window = new JsonObject()
                .put("from", time(opensAt))
                .put("to", time(until))
                .put("priceFen", offer.flashPriceFen());
        return put(
                token,
                room + "/offers/" + offer.offer(),
                body(offer, opensAt).put("priceWindows", new JsonArray().add(window)));
    }

    Future<Void> pin(final String token, final DemoOffer offer) {
        return post(token, room + "/pin", new JsonObject().put("offer", offer.offer()));
    }

    private static JsonObject body(final DemoOffer offer, final Instant opensAt) {
        return new JsonObject()
                .put("item", offer.item())
                .put("listPriceFen", offer.listPriceFen())
                .put("perViewerLimit", offer.perViewerLimit())
                .put("opensAt", time(opensAt))
                .put("holdSeconds", offer.holdSeconds());
    }

    private Future<Void> put(final String token, final String path, final JsonObject body) {
        return send(HttpMethod.PUT, token, path, body);
    }

    private Future<Void> post(final String token, final String path, final JsonObject body) {
        return send(HttpMethod.POST, token, path, body);
    }

    private Future<Void> send(final HttpMethod method, final String token, final String path, final JsonObject body) {
        return retrying(() -> api.send(method, path, token, "", body)
                .compose(answer -> answer.isSuccess()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new DemoApi.RefusedException(answer))));
    }

    private <T> Future<T> retrying(final Step<T> step) {
        return retrying(step, new Backoff(new SplittableRandom()), MAX_TRIES - 1);
    }

    private <T> Future<T> retrying(final Step<T> step, final Backoff backoff, final int triesLeft) {
        return step.run().recover(cause -> {
            if (triesLeft > 0 && cause instanceof DemoApi.RefusedException refused && refused.isBusy()) {
                return vertx.timer(backoff.nextMs(refused.retryAfterMs()), TimeUnit.MILLISECONDS)
                        .compose(elapsed -> retrying(step, backoff, triesLeft - 1));
            }
            return Future.failedFuture(cause);
        });
    }

    private static String time(final Instant at) {
        return TIME.format(at);
    }

    /** One request that may be asked again. */
    private interface Step<T> {
        Future<T> run();
    }
}
