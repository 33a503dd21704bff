package io.sluice.gateway.roles;

import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.share.ShareCode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * For each operation of the contract a request that is right but for who sends it, so that whoever may send it is answered
 * 2xx. Orders in paths are placed for the purpose.
 */
final class Requests {
    static final ShareCode CODE_OF_GUIDE_4 = new ShareCode(0, 0, 0, 4, 0, 0, 0);
    static final String POLICY = "{\"rules\":[\"CARRIED\",\"GUIDE_BINDING\"],\"binding\":\"LAST_TOUCH\","
            + "\"bindingDays\":0,\"touchWindowHours\":1}";
    static final String SET_ASIDE = "{\"from\":{\"kind\":\"SHARED\"},\"to\":{\"kind\":\"ROOM\",\"of\":7},\"units\":1}";
    static final String APPEAL = "{\"text\":\"误会\"}";
    static final String PAYOUT = "{\"until\":\"2026-01-01T00:00:00Z\"}";

    private static final String BASE = "/api/v1";
    private static final String STARTS_AT = ",\"startsAt\":\"2026-11-22T12:00:00.000Z\"}";
    private static final String NAME = "{\"name\":\"李\"";
    private static final String PLAN = "{\"returnDays\":7,\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":500}]}";
    private static final long STRANGER = 77;
    private static final Map<String, String> SUBJECTS = Map.ofEntries(
            Map.entry("room", "7"),
            Map.entry("offer", "1001"),
            Map.entry("item", "501"),
            Map.entry("viewer", "42"),
            Map.entry("category", "9"),
            Map.entry("payout", "1"),
            Map.entry("store", "1"),
            Map.entry("guide", "3"),
            Map.entry("group", "5"),
            Map.entry("campaign", "5"),
            Map.entry("reason", "QUIZ"),
            Map.entry("share", TestGateway.shares().encode(CODE_OF_GUIDE_4)));

    private final LiveShop shop;
    private final Api api;
    private final Api management;
    private final Map<String, LongFunction<Api.Call>> own = new HashMap<>();
    private final Map<String, LongFunction<Api.Call>> others = new HashMap<>();
    private long newest = 10_000;

    Requests(final LiveShop shop) {
        this.shop = shop;
        api = shop.api();
        management = shop.management();
        addOrders();
        addBuying();
        addReferrals();
        addShow();
        addProposals();
        addBrand();
        addMoney();
        addService();
        addReviews();
        addBookings();
        addTalk();
    }

    /** The request of an operation as a subject sends it about what is theirs. */
    Api.Call own(final RolesPage.Row row, final long subject) {
        final LongFunction<Api.Call> known = own.get(row.operation());
        if (known != null) {
            return known.apply(subject);
        }
        if (row.method().equals("GET")) {
            return api.get(BASE + filledIn(row.path()));
        }
        throw new IllegalStateException("say in Requests how " + row.operation() + " is asked for");
    }

    /** The same, about what is another viewer's. */
    Api.Call others(final RolesPage.Row row) {
        final LongFunction<Api.Call> known = others.get(row.operation());
        if (known == null) {
            throw new IllegalStateException("say in Requests whose " + row.operation() + " could be about");
        }
        return known.apply(STRANGER);
    }

    /** A request with the signature of the payment provider. */
    Api.Call signed(final RolesPage.Row row) {
        final String body =
                switch (row.path()) {
                    case "/payments" ->
                        "{\"reference\":\"%s\",\"order\":\"%s\",\"amountFen\":9900}"
                                .formatted(press(), order(STRANGER));
                    case "/refunds" ->
                        "{\"reference\":\"%s\",\"order\":\"%s\",\"stock\":\"RETURN\"}"
                                .formatted(press(), paid(STRANGER));
                    default -> declined(paid(STRANGER));
                };
        final WebhookSignature signature = new WebhookSignature(
                TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis);
        return api.post(BASE + row.path(), body)
                .header("Sluice-Signature", signature.sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    private String declined(final String order) {
        return "{\"order\":\"%s\",\"request\":%d,\"reason\":\"已注销\"}".formatted(order, refundAskedFor(order));
    }

    /** The provider does not answer; answers the record. */
    private long refundAskedFor(final String order) {
        return api.post(
                        BASE + "/operator/orders/" + order + "/refund-requests",
                        "{\"stock\":\"RETURN\",\"reason\":\"demo:wait\"}")
                .operator()
                .key(press())
                .answers(200)
                .at("/sequence")
                .asLong();
    }

    private void addOrders() {
        ofOrder("GET /orders/{order}", this::order, order -> api.get(BASE + "/orders/" + order));
        ofOrder("POST /orders/{order}/cancel", this::order, order -> api.post(BASE + "/orders/" + order + "/cancel"));
        ofOrder("POST /orders/{order}/confirm", this::free, order -> api.post(BASE + "/orders/" + order + "/confirm"));
        ofOrder(
                "GET /orders/{order}/attribution",
                this::order,
                order -> api.get(BASE + "/orders/" + order + "/attribution"));
        ofOrder(
                "POST /demo/payments",
                this::order,
                order -> api.post(BASE + "/demo/payments", "{\"order\":\"" + order + "\"}"));
    }

    private void addBuying() {
        own.put("POST /rooms/{room}/orders", subject -> api.post(BASE + "/rooms/7/orders", line(1_001))
                .key(press()));
        final String place = BASE + "/rooms/7/offers/1005/place";
        own.put("PUT /rooms/{room}/offers/{offer}/place", subject -> api.put(place, "{\"units\":1}"));
        own.put("DELETE /rooms/{room}/offers/{offer}/place", subject -> {
            api.put(place, "{\"units\":1}").viewer(subject).answers(200);
            return api.call("DELETE", place);
        });
        own.put("POST /campaigns/{campaign}/claims", subject -> api.post(BASE + "/campaigns/5/claims", "{}")
                .key(press()));
    }

    private void addReferrals() {
        final String code = "{\"share\":\"" + TestGateway.shares().encode(CODE_OF_GUIDE_4) + "\"}";
        body("POST /touches", code);
        body("POST /guides/me/served", "{\"viewer\":50}");
        own.put(
                "POST /share-codes",
                subject -> api.post(BASE + "/share-codes", subject < STRANGER ? "{}" : "{\"guide\":3}"));
        body("POST /rooms/{room}/tickets", "");
        body("POST /demo/tokens", "{\"role\":\"viewer\"}");
        body("POST /payments", "{}");
        body("POST /refunds", "{}");
        body("POST /refunds/declined", "{}");
        for (final String page : new String[] {"/openapi.yaml", "/docs"}) {
            own.put("GET " + page, subject -> api.get(page));
        }
        for (final String page : new String[] {"/healthz", "/readyz", "/metrics", "/feeds"}) {
            own.put("GET " + page, subject -> management.get(page));
        }
    }

    private void addShow() {
        body("PUT /operator/rooms/{room}", "{\"title\":\"双十一之夜\"" + STARTS_AT);
        own.put("POST /operator/rooms/{room}/state", subject -> {
            final String room = BASE + "/operator/rooms/" + fresh();
            api.put(room, "{\"title\":\"夜场\"" + STARTS_AT).operator().answers(200);
            return api.post(room + "/state", "{\"state\":\"LIVE\"}");
        });
        body("POST /operator/rooms/{room}/pin", "{\"offer\":1001}");
        final String offer = BASE + "/operator/rooms/7/offers/1003";
        own.put(
                "PUT /operator/rooms/{room}/offers/{offer}",
                subject -> api.put(offer, "{\"item\":503,\"listPriceFen\":100}"));
        own.put("POST /operator/rooms/{room}/offers/{offer}/close", subject -> api.post(offer + "/close"));
        body("POST /operator/rooms/{room}/offers/{offer}/open", "");
        body("PUT /operator/items/{item}", "{\"title\":\"蛋糕\"}");
        body("POST /operator/items/{item}/stock", "{\"change\":1,\"reason\":\"RESTOCK\"}");
        own.put(
                "POST /operator/items/{item}/moves",
                subject -> api.post(BASE + "/operator/items/503/moves", SET_ASIDE));
        own.put("DELETE /operator/items/{item}/allotments/{kind}/{of}", subject -> {
            api.post(BASE + "/operator/items/503/moves", SET_ASIDE).operator().answers(200);
            return api.call("DELETE", BASE + "/operator/items/503/allotments/rooms/7");
        });
        own.put("POST /operator/rooms/{room}/rain", subject -> {
            final long campaign = fresh();
            Campaigns.put(api, campaign, ",\"rain\":true");
            return api.post(
                    BASE + "/operator/rooms/7/rain", "{\"campaign\":" + campaign + ",\"count\":1,\"seconds\":60}");
        });
    }

    private void addProposals() {
        own.put(
                "POST /operator/proposals/{proposal}/approve",
                subject -> api.post(BASE + "/operator/proposals/" + proposal() + "/approve"));
        own.put(
                "DELETE /operator/proposals/{proposal}",
                subject -> api.call("DELETE", BASE + "/operator/proposals/" + proposal()));
    }

    /** The stranger's, which anybody else may approve. */
    private String proposal() {
        return api.post(BASE + "/operator/items/501/stock", "{\"change\":-101,\"reason\":\"WRITE_OFF\"}")
                .as(Role.OPERATOR, STRANGER)
                .answers(202)
                .at("/sequence")
                .asText();
    }

    private void addBrand() {
        body("PUT /operator/rooms/{room}/host", "{\"guide\":3}");
        body("PUT /operator/stores/{store}", NAME + "}");
        body("PUT /operator/guides/{guide}", NAME + ",\"stores\":[1],\"viewer\":43}");
        body("PUT /operator/groups/{group}", NAME + ",\"store\":1,\"guide\":3,\"owner\":45}");
        body("PUT /operator/attribution-policy", POLICY);
        body("PUT /operator/plans/brand", PLAN);
        body("PUT /operator/plans/categories/{category}", PLAN);
        body("PUT /operator/plans/offers/{offer}", PLAN);
        body("PUT /operator/items/{item}/class", "{\"category\":9,\"kind\":\"GOODS\"}");
        own.put("POST /operator/imports/{kind}", subject -> api.post(
                        BASE + "/operator/imports/stores", "store,name,latitude_e6,longitude_e6\n9,网店,,\n")
                .header("Content-Type", "text/csv"));
    }

    private void addMoney() {
        body("PUT /operator/payouts/{payout}", PAYOUT);
        body("POST /operator/payouts/{payout}/state", "{\"state\":\"CANCELLED\"}");
        final String statement = BASE + "/operator/statements/guides/3";
        own.put("GET /operator/statements/{kind}/{id}", subject -> api.get(statement));
        own.put("GET /operator/statements/{kind}/{id}/entries", subject -> api.get(statement + "/entries"));
        body("PUT /operator/campaigns/{campaign}", Campaigns.body(",\"perViewer\":50"));
        own.put(
                "POST /operator/campaigns/{campaign}/viewers",
                subject -> api.post(BASE + "/operator/campaigns/8/viewers", "{\"viewers\":[42]}"));
        own.put(
                "PUT /operator/offers/{offer}/pack",
                subject -> api.put(BASE + "/operator/offers/1002/pack", "{\"campaign\":10,\"units\":2}"));
        body("PUT /operator/points/{reason}", "{\"points\":5}");
    }

    private void addService() {
        own.put(
                "POST /operator/viewers/{viewer}/mute",
                subject -> api.post(BASE + "/operator/viewers/88/mute", "{\"for\":\"P1D\"}"));
        own.put("POST /operator/viewers/{viewer}/points", subject -> api.post(
                        BASE + "/operator/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .key(press()));
        own.put("POST /operator/orders/{order}/refund", subject -> {
            final String order = free(STRANGER);
            api.post(BASE + "/orders/" + order + "/confirm").viewer(STRANGER).answers(200);
            return api.post(BASE + "/operator/orders/" + order + "/refund", "{\"stock\":\"RETURN\"}")
                    .key(press());
        });
        final String orders = BASE + "/operator/orders/";
        own.put("GET /operator/orders/{order}", subject -> api.get(orders + order(STRANGER)));
        own.put("GET /operator/orders/{order}/story", subject -> api.get(orders + order(STRANGER) + "/story"));
        own.put("POST /operator/orders/{order}/cancel", subject -> api.post(orders + order(STRANGER) + "/cancel"));
        own.put("POST /operator/orders/{order}/refund-requests", subject -> api.post(
                        orders + paid(STRANGER) + "/refund-requests", "{\"stock\":\"RETURN\"}")
                .key(press()));
        own.put("DELETE /operator/orders/{order}/refund-requests/{request}", subject -> {
            final String order = paid(STRANGER);
            return api.call("DELETE", orders + order + "/refund-requests/" + refundAskedFor(order));
        });
    }

    private void addReviews() {
        final String review = "{\"offer\":1001,\"stars\":5,\"text\":\"好\"}";
        ofOrder(
                "POST /orders/{order}/reviews",
                this::paid,
                order -> api.post(BASE + "/orders/" + order + "/reviews", review));
        own.put("POST /operator/reviews/{review}/state", subject -> {
            final Api.Reply written = api.post(BASE + "/orders/" + paid(STRANGER) + "/reviews", review)
                    .viewer(STRANGER)
                    .answers(200);
            return api.post(
                    BASE + "/operator/reviews/" + written.at("/review").asText() + "/state",
                    "{\"state\":\"APPROVED\",\"writtenSequence\":"
                            + written.at("/writtenSequence").asLong() + "}");
        });
    }

    private void addTalk() {
        own.put(
                "POST /rooms/{room}/comments/{comment}/report",
                subject -> api.post(BASE + "/rooms/7/comments/" + shop.comment(STRANGER) + "/report"));
        own.put("POST /operator/rooms/{room}/comments/{comment}/hide", subject -> {
            final long comment = shop.comment(STRANGER);
            return api.post(BASE + "/operator/rooms/7/comments/" + comment + "/hide");
        });
        own.put("POST /me/appeal", subject -> {
            mute(subject);
            return api.post(BASE + "/me/appeal", APPEAL);
        });
        own.put("POST /operator/viewers/{viewer}/appeal", subject -> {
            final long muted = fresh();
            mute(muted);
            final long appeal = api.post(BASE + "/me/appeal", APPEAL)
                    .viewer(muted)
                    .answers(200)
                    .at("/sequence")
                    .asLong();
            return api.post(
                    BASE + "/operator/viewers/" + muted + "/appeal", "{\"appeal\":" + appeal + ",\"granted\":true}");
        });
        body("POST /operator/rooms/{room}/slow", "{\"seconds\":0}");
        body("POST /operator/block-words", "{\"word\":\"加微信\",\"blocked\":true}");
    }

    private void mute(final long viewer) {
        api.post(BASE + "/operator/viewers/" + viewer + "/mute", "{\"for\":\"P1D\"}")
                .operator()
                .answers(200);
    }

    private void addBookings() {
        for (final String method : new String[] {"PUT", "DELETE"}) {
            own.put(method + " /rooms/{room}/booking", subject -> {
                final long room = fresh();
                api.put(BASE + "/operator/rooms/" + room, "{\"title\":\"夜场\"" + STARTS_AT)
                        .operator()
                        .answers(200);
                return api.call(method, BASE + "/rooms/" + room + "/booking");
            });
        }
    }

    private void ofOrder(final String operation, final LongFunction<String> placed, final Asking asking) {
        own.put(operation, subject -> asking.about(placed.apply(subject)));
        others.put(operation, subject -> asking.about(placed.apply(STRANGER)));
    }

    private void body(final String operation, final String body) {
        final String path = BASE + filledIn(operation.substring(operation.indexOf(' ') + 1));
        own.put(operation, subject -> operation.startsWith("PUT") ? api.put(path, body) : api.post(path, body));
    }

    private static String filledIn(final String path) {
        String filled = path;
        for (final Map.Entry<String, String> one : SUBJECTS.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }

    private String order(final long subject) {
        return place(subject, 1_001);
    }

    private String free(final long subject) {
        return place(subject, 1_006);
    }

    private String paid(final long subject) {
        final String order = order(subject);
        api.post(BASE + "/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(subject)
                .answers(200);
        return order;
    }

    private String place(final long subject, final int offer) {
        return api.post(BASE + "/rooms/7/orders", line(offer))
                .viewer(subject)
                .key(press())
                .answers(201)
                .at("/order")
                .asText();
    }

    private static String line(final int offer) {
        return "{\"lines\":[{\"offer\":" + offer + ",\"quantity\":1}]}";
    }

    private String press() {
        return "press-" + fresh();
    }

    /** The number of something that there is not yet. */
    private long fresh() {
        newest++;
        return newest;
    }

    /** A request about an order. */
    private interface Asking {
        Api.Call about(String order);
    }
}
