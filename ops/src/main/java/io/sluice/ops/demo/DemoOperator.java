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
    private static final int BINDING_DAYS = 30;
    private static final int TOUCH_WINDOW_HOURS = 72;
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

    /** Puts the offer's item into its category, as goods or a present to the host. */
    Future<Void> classify(final String token, final DemoOffer offer, final String kind) {
        final JsonObject body =
                new JsonObject().put("category", offer.category()).put("kind", kind);
        return put(token, "/operator/items/" + offer.item() + "/class", body);
    }

    Future<Void> savePlan(final String token, final DemoPlan plan) {
        final JsonArray shares = new JsonArray();
        plan.shares()
                .forEach(share -> shares.add(new JsonObject()
                        .put("payee", share.payee())
                        .put("basisPoints", share.basisPoints())
                        .put("fixedFen", share.fixedFen())
                        .put("capFen", share.capFen())));
        final JsonObject body =
                new JsonObject().put("returnDays", DemoPlan.RETURN_DAYS).put("shares", shares);
        return put(token, "/operator/plans/" + plan.of(), body);
    }

    Future<Void> restock(final String token, final DemoOffer offer, final int units) {
        final JsonObject body = new JsonObject().put("change", units).put("reason", "RESTOCK");
        return post(token, "/operator/items/" + offer.item() + "/stock", body);
    }

    /** Saves the offer, on sale since {@code opensAt}, with no price but the list price. */
    Future<Void> saveOffer(final String token, final DemoOffer offer, final Instant opensAt) {
        return put(token, room + "/offers/" + offer.offer(), body(offer, opensAt));
    }

    /** Saves an offer with a waiting line, on sale since {@code opensAt}. */
    Future<Void> saveDrop(final String token, final DemoDrop drop, final Instant opensAt) {
        return put(
                token,
                room + "/offers/" + drop.offer().offer(),
                body(drop.offer(), opensAt).put("turnSeconds", drop.turnSeconds()));
    }

    /** Sets units aside, unless there is that allotment already. */
    Future<Void> setAside(final String token, final DemoAllotment allotment) {
        return setAside(token, allotment, "/operator/items/" + allotment.item() + "/stocks");
    }

    private Future<Void> setAside(final String token, final DemoAllotment allotment, final String page) {
        return retrying(() -> answered(HttpMethod.GET, token, page, null)).compose(answer -> {
            if (isThere(answer.body(), allotment)) {
                return Future.succeededFuture();
            }
            final Integer next = answer.body().getInteger("next");
            return next == null
                    ? move(token, allotment)
                    : setAside(token, allotment, "/operator/items/" + allotment.item() + "/stocks?after=" + next);
        });
    }

    /** Moves units from the stock that all share into an allotment. */
    Future<Void> move(final String token, final DemoAllotment allotment) {
        final JsonObject body = new JsonObject()
                .put("from", new JsonObject().put("kind", "SHARED"))
                .put("to", new JsonObject().put("kind", allotment.kind()).put("of", allotment.of()))
                .put("units", allotment.units());
        return post(token, "/operator/items/" + allotment.item() + "/moves", body);
    }

    private static boolean isThere(final JsonObject item, final DemoAllotment allotment) {
        return item.getJsonArray("stocks", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .anyMatch(stock ->
                        allotment.kind().equals(stock.getString("kind")) && stock.getLong("of", 0L) == allotment.of());
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

    Future<Void> saveStore(final String token, final DemoBrand.Store store) {
        final JsonObject body = new JsonObject()
                .put("name", store.nameZh())
                .put("latitudeE6", store.latitudeE6())
                .put("longitudeE6", store.longitudeE6());
        return put(token, "/operator/stores/" + store.id(), body);
    }

    Future<Void> saveGuide(final String token, final DemoBrand.Guide guide) {
        final JsonObject body = new JsonObject()
                .put("name", guide.name())
                .put("stores", new JsonArray(guide.stores()))
                .put("viewer", guide.viewer());
        return put(token, "/operator/guides/" + guide.id(), body);
    }

    Future<Void> saveGroup(final String token, final DemoBrand.Group group) {
        final JsonObject body = new JsonObject()
                .put("name", group.name())
                .put("store", group.store())
                .put("guide", group.guide())
                .put("owner", group.owner());
        return put(token, "/operator/groups/" + group.id(), body);
    }

    /** Saves the demo's policy: the newest guide keeps a viewer for a month, and a touch counts for three days. */
    Future<Void> savePolicy(final String token) {
        final JsonObject body = new JsonObject()
                .put("rules", JsonArray.of("CARRIED", "GUIDE_BINDING", "GROUP", "LAST_TOUCH", "ROOM_HOST"))
                .put("binding", "LAST_TOUCH")
                .put("bindingDays", BINDING_DAYS)
                .put("touchWindowHours", TOUCH_WINDOW_HOURS);
        return put(token, "/operator/attribution-policy", body);
    }

    /** Makes a guide the room's host, in the guide's home store. */
    Future<Void> saveHost(final String token, final DemoBrand.Guide guide) {
        final JsonObject body =
                new JsonObject().put("store", guide.stores().get(0)).put("guide", guide.id());
        return put(token, room + "/host", body);
    }

    /** Saves a campaign whose coupons are claimed from {@code from} on. */
    Future<Void> saveCampaign(final String token, final DemoCampaign campaign, final Instant from) {
        return put(token, "/operator/campaigns/" + campaign.id(), DemoCampaignJson.of(campaign, from));
    }

    /** Lets coupons fall in the room. */
    Future<Void> rain(final String token, final long campaign, final int count, final int seconds) {
        final JsonObject body =
                new JsonObject().put("campaign", campaign).put("count", count).put("seconds", seconds);
        return post(token, room + "/rain", body);
    }

    /** Makes the offer a pack whose vouchers are coupons of {@link DemoCampaign#VOUCHERS}. */
    Future<Void> savePack(final String token, final DemoPack pack) {
        final JsonObject body =
                new JsonObject().put("campaign", DemoCampaign.VOUCHERS).put("units", pack.units());
        return put(token, "/operator/offers/" + pack.pack().offer() + "/pack", body);
    }

    Future<Void> savePointRule(final String token, final DemoPointRule rule) {
        final JsonObject body = new JsonObject()
                .put("points", rule.points())
                .put("dailyCap", rule.dailyCap())
                .put("validDays", rule.validDays());
        return put(token, "/operator/points/" + rule.reason(), body);
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
        return retrying(() -> answered(method, token, path, body)).mapEmpty();
    }

    private Future<DemoApi.Answer> answered(
            final HttpMethod method, final String token, final String path, final JsonObject body) {
        return api.send(method, path, token, "", body)
                .compose(answer -> answer.isSuccess()
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture(new DemoApi.RefusedException(answer)));
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

    static String time(final Instant at) {
        return TIME.format(at);
    }

    /** One request that may be asked again. */
    private interface Step<T> {
        Future<T> run();
    }
}
