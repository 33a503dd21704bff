package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.PutViewersEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.Campaigns;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.share.ShareCode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** Does what leaves each kind of record in the journal of {@link Shop}, with the outcomes that they have. */
final class EverythingOnce {
    private static final String SHARE = TestGateway.shares().encode(new ShareCode(0, 0, 0, 3, 0, 0, 0));

    private final TestGateway gateway;
    private final Api api;

    EverythingOnce(final TestGateway gateway) {
        this.gateway = gateway;
        api = gateway.api();
    }

    void happen() {
        final String one = "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}";
        final String order = place("a", one, 201);
        place("a", one, 200);
        place("a", one.replace("1}", "2}"), 422);
        place("b", one.replace("1}", "99}"), 409);
        place("c", one.replace("]", "],\"coupon\":\"X\",\"share\":\"" + SHARE + "\",\"expectedTotalFen\":5"), 409);
        place("d", one.replace("1001", "1003"), 409);
        place("e", one.replace("]", "],\"share\":\"" + SHARE + "\",\"expectedTotalFen\":9900"), 201);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).isRefused(409, "ORDER_NOT_CANCELLABLE");
        api.post("/api/v1/orders/999/cancel").viewer(42).isRefused(404, "ORDER_UNKNOWN");
        api.post("/api/v1/orders/" + place("f", one, 201) + "/cancel")
                .viewer(42)
                .answers(200);
        happenToCustomers(one);
        for (final String refund : List.of(",\"lines\":[{\"offer\":9,\"quantity\":1}]", "")) {
            final String body = "{\"reference\":\"r" + refund.length() + "\",\"order\":\"" + order
                    + "\",\"stock\":\"RETURN\"" + refund + "}";
            refund(body);
        }
        happenPastHttp();
        final String operator = "/api/v1/operator";
        api.post(operator + "/rooms/7/pin", "{\"offer\":1001}").operator().answers(200);
        api.post(operator + "/rooms/7/pin", "{\"offer\":null}").operator().answers(200);
        api.post(operator + "/items/501/stock", "{\"change\":-999,\"reason\":\"WRITE_OFF\"}")
                .operator()
                .send();
        api.put(
                        operator + "/rooms/7/offers/1004",
                        "{\"item\":501,\"listPriceFen\":5,\"opensAt\":\"2026-11-21T12:00:00Z\","
                                + "\"closesAt\":\"2026-11-22T12:00:00Z\",\"perViewerLimit\":1,\"priceWindows\":[{\"from\":"
                                + "\"2026-11-21T12:00:00Z\",\"to\":\"2026-11-21T13:00:00Z\",\"priceFen\":1}]}")
                .operator()
                .answers(200);
        api.post(operator + "/rooms/7/offers/1004/close").operator().answers(200);
        api.post(operator + "/viewers/42/mute", "{\"for\":\"P7D\",\"reason\":\"x\"}")
                .operator()
                .answers(200);
        api.post(operator + "/viewers/42/mute", "{\"for\":\"NONE\"}").operator().answers(200);
        happenToTheBrand(operator);
        happenToProposals(operator);
    }

    /** Of two write-offs over the limit of one person one is approved by another, and one withdrawn. */
    private void happenToProposals(final String operator) {
        api.put(operator + "/items/506", "{\"title\":\"破损\"}").operator().answers(200);
        api.post(operator + "/items/506/stock", "{\"change\":500,\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200);
        final String approve = operator + "/proposals/" + proposal(operator) + "/approve";
        api.post(approve).operator().isRefused(409, "SECOND_PERSON_NEEDED");
        api.post(approve).as(Role.OPERATOR, 2).answers(200);
        api.post(approve).as(Role.OPERATOR, 2).isRefused(404, "PROPOSAL_UNKNOWN");
        api.call("DELETE", operator + "/proposals/" + proposal(operator))
                .operator()
                .answers(200);
    }

    private String proposal(final String operator) {
        return api.post(operator + "/items/506/stock", "{\"change\":-200,\"reason\":\"WRITE_OFF\"}")
                .operator()
                .answers(202)
                .at("/sequence")
                .asText();
    }

    /** What operators do on their behalf, and what comes too late. */
    private void happenToCustomers(final String one) {
        final String given = place("x", one, 201);
        api.post("/api/v1/operator/orders/" + given + "/cancel").operator().answers(200);
        api.post("/api/v1/operator/orders/999/cancel").operator().isRefused(404, "ORDER_UNKNOWN");
        api.post(
                        "/api/v1/operator/orders/" + given + "/refund-requests",
                        "{\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .operator()
                .key("too-late")
                .isRefused(409, "ORDER_NOT_REFUNDABLE");
        api.post(
                        "/api/v1/operator/orders/999/refund-requests",
                        "{\"stock\":\"RETURN\",\"lines\":[{\"offer\":1,\"quantity\":1}]}")
                .operator()
                .key("of-nothing")
                .isRefused(404, "ORDER_UNKNOWN");
        final String asked = place("y", one.replace("1}", "2}"), 201);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + asked + "\"}")
                .viewer(42)
                .answers(200);
        api.post(
                        "/api/v1/operator/orders/" + asked + "/refund-requests",
                        "{\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}],\"reason\":\"碎了\"}")
                .operator()
                .key("asked")
                .answers(200);
        happenToRequests(place("z", one, 201));
    }

    /** One is withdrawn, the next declined, twice, and a third is neither of an order's nor there. */
    private void happenToRequests(final String asked) {
        api.post("/api/v1/demo/payments", "{\"order\":\"" + asked + "\"}")
                .viewer(42)
                .answers(200);
        final String requests = "/api/v1/operator/orders/" + asked + "/refund-requests";
        final String withdrawn = request(requests, "demo:wait");
        api.call("DELETE", requests + "/" + withdrawn).operator().answers(200);
        api.call("DELETE", requests + "/" + withdrawn).operator().answers(200);
        api.call("DELETE", requests + "/1").operator().isRefused(404, "REFUND_REQUEST_UNKNOWN");
        final String declined = request(requests, "demo:decline");
        signed(
                "/api/v1/refunds/declined",
                "{\"order\":\"" + asked + "\",\"request\":" + declined + ",\"reason\":\"已注销\"}");
        signed("/api/v1/refunds/declined", "{\"order\":\"999\",\"request\":1,\"reason\":\"已注销\"}");
        refund("{\"reference\":\"late\",\"order\":\"" + asked + "\",\"request\":" + withdrawn
                + ",\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}");
    }

    private String request(final String requests, final String reason) {
        return api.post(requests, "{\"stock\":\"RETURN\",\"reason\":\"" + reason + "\"}")
                .operator()
                .key(reason)
                .answers(200)
                .at("/sequence")
                .asText();
    }

    private void happenToTheBrand(final String operator) {
        api.put(operator + "/stores/1", "{\"name\":\"南京东路店\",\"latitudeE6\":31235929,\"longitudeE6\":121480539}")
                .operator()
                .answers(200);
        api.put(operator + "/guides/3", "{\"name\":\"李\",\"stores\":[1],\"viewer\":43}")
                .operator()
                .answers(200);
        api.put(operator + "/groups/5", "{\"name\":\"福利群\",\"store\":1,\"guide\":3,\"owner\":44}")
                .operator()
                .answers(200);
        api.put(operator + "/groups/6", "{\"name\":\"x\",\"store\":1,\"guide\":9}")
                .operator()
                .isRefused(404, "GUIDE_UNKNOWN");
        api.put(operator + "/rooms/7/host", "{\"guide\":3}").operator().answers(200);
        api.put(
                        operator + "/attribution-policy",
                        "{\"rules\":[\"GUIDE_BINDING\"],\"binding\":\"LAST_TOUCH\",\"bindingDays\":0,\"touchWindowHours\":1}")
                .operator()
                .answers(200);
        api.post("/api/v1/touches", "{\"share\":\"" + SHARE + "\"}").viewer(42).answers(200);
        api.post("/api/v1/touches", "{\"share\":\"" + SHARE + "\"}").viewer(43).isRefused(422, "SELF_REFERRAL");
        gateway.offer(EverythingOnce::listOfViewers);
        happenToCommission(operator);
        happenToCoupons(operator);
        happenToPacksAndPoints(operator);
        new LinesOnce(gateway).happen();
        final String order = place("g", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}", 201);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        happenToReviews(operator, order);
        happenToTheNextShow(operator);
        refund("{\"reference\":\"earned\",\"order\":\"" + order + "\",\"stock\":\"RETURN\"}");
    }

    private void happenToTheNextShow(final String operator) {
        api.put(operator + "/rooms/8", "{\"title\":\"返场\",\"startsAt\":\"2026-11-22T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        api.call("PUT", "/api/v1/rooms/8/booking").viewer(42).answers(200);
        api.call("PUT", "/api/v1/rooms/8/booking").viewer(42).answers(200);
        api.call("DELETE", "/api/v1/rooms/8/booking").viewer(42).answers(200);
        api.call("PUT", "/api/v1/rooms/7/booking").viewer(42).isRefused(409, "SHOW_BEGUN");
    }

    private void happenToReviews(final String operator, final String order) {
        final String reviews = "/api/v1/orders/" + order + "/reviews";
        api.post(reviews, "{\"offer\":1002,\"stars\":5,\"text\":\"好\"}")
                .viewer(42)
                .isRefused(409, "LINE_UNKNOWN");
        final String review =
                "{\"offer\":1001,\"stars\":5,\"text\":\"<b>好</b>\",\"image\":\"https://pictures.example/1.jpg\"}";
        final Api.Reply written = api.post(reviews, review).viewer(42).answers(200);
        api.post(reviews, review).viewer(42).answers(200);
        final String state = operator + "/reviews/" + written.at("/review").asLong() + "/state";
        final String asWritten =
                ",\"writtenSequence\":" + written.at("/writtenSequence").asLong() + "}";
        api.post(state, "{\"state\":\"CASE\"" + asWritten).operator().isRefused(409, "REVIEW_STATE_FIXED");
        api.post(state, "{\"state\":\"APPROVED\"" + asWritten).operator().answers(200);
        api.post(state, "{\"state\":\"REJECTED\",\"reason\":\"广告\"" + asWritten)
                .operator()
                .answers(200);
    }

    private void happenToCommission(final String operator) {
        final String plan = "{\"returnDays\":7,\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":500,\"capFen\":100}]}";
        api.put(operator + "/plans/brand", plan).operator().answers(200);
        api.put(operator + "/plans/categories/9", plan).operator().answers(200);
        api.put(operator + "/plans/offers/1001", plan).operator().answers(200);
        api.put(operator + "/plans/offers/9999", plan).operator().isRefused(404, "OFFER_UNKNOWN");
        api.put(operator + "/items/502/class", "{\"category\":9,\"kind\":\"TIP\"}")
                .operator()
                .answers(200);
        api.put(operator + "/payouts/1", "{\"until\":\"2026-01-01T00:00:00Z\"}")
                .operator()
                .answers(200);
        api.post(operator + "/payouts/1/state", "{\"state\":\"CANCELLED\"}")
                .operator()
                .answers(200);
    }

    private void happenToCoupons(final String operator) {
        Campaigns.put(api, 5, ",\"rain\":true");
        Campaigns.put(
                api, 6, ",\"audience\":{\"kind\":\"NEARBY\",\"store\":1,\"radiusMetres\":3000},\"offers\":[1001]");
        Campaigns.put(api, 7, ",\"audience\":{\"kind\":\"WATCHED\",\"room\":7,\"watchedSeconds\":60}");
        Campaigns.put(api, 8, ",\"audience\":{\"kind\":\"NEWCOMERS\",\"memberDays\":30}");
        api.post(operator + "/campaigns/8/viewers", "{\"viewers\":[42,43]}")
                .operator()
                .answers(200);
        Campaigns.claim(api, 5, 42, "a").isRefused(409, "CLAIM_NOT_OPEN");
        Campaigns.rain(api, 5, 1).answers(200);
        Campaigns.rain(api, 5, 1).isRefused(409, "RAIN_FALLS");
        final String coupon = Campaigns.coupon(api, 5, 42);
        Campaigns.claim(api, 5, 42, "press-5").answers(200);
        Campaigns.claim(api, 5, 42, "b").isRefused(409, "CLAIM_LIMIT");
        api.post("/api/v1/campaigns/6/claims", "{\"latitude\":1,\"longitude\":-1.5}")
                .viewer(42)
                .key("c")
                .isRefused(403, "TOO_FAR");
        gateway.offer((buffer, offset) -> {
            final NoteWatchedEncoder watched = new NoteWatchedEncoder()
                    .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                    .room(7);
            watched.viewersCount(1).next().viewer(42).seconds(60);
            return MessageHeaderEncoder.ENCODED_LENGTH + watched.encodedLength();
        });
        final String lines = "{\"lines\":[{\"offer\":1001,\"quantity\":1}],\"coupon\":\"";
        final String order = place("h", lines + coupon + "\"}", 201);
        place("i", lines + coupon + "\"}", 409);
        api.post("/api/v1/orders/" + order + "/cancel").viewer(42).answers(200);
    }

    private void happenToPacksAndPoints(final String operator) {
        for (final String reason : List.of("PURCHASE", "QUIZ", "COMMENT")) {
            api.put(operator + "/points/" + reason, "{\"points\":50,\"dailyCap\":80,\"validDays\":90}")
                    .operator()
                    .answers(200);
        }
        api.post(operator + "/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .operator()
                .key("quiz")
                .answers(200);
        api.post(operator + "/viewers/42/points", "{\"reason\":\"QUIZ\"}")
                .operator()
                .key("quiz")
                .answers(200);
        Campaigns.put(api, 9, ",\"points\":60");
        Campaigns.claim(api, 9, 42, "dear").isRefused(409, "POINTS_TOO_FEW");
        Campaigns.put(api, 9, ",\"points\":20");
        Campaigns.claim(api, 9, 42, "cheap").answers(201);
        gateway.offer(EverythingOnce::comment);
        Campaigns.put(api, 10, ",\"audience\":{\"kind\":\"BUYERS\"}");
        final String pack = "{\"campaign\":10,\"units\":2}";
        api.put(operator + "/offers/9999/pack", pack).operator().isRefused(404, "OFFER_UNKNOWN");
        api.put(operator + "/offers/1002/pack", pack).operator().answers(200);
        final String order = place("pack", "{\"lines\":[{\"offer\":1002,\"quantity\":2}]}", 201);
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(42)
                .answers(200);
        refund("{\"reference\":\"voucher\",\"order\":\"" + order
                + "\",\"stock\":\"RETURN\",\"lines\":[{\"offer\":1002,\"quantity\":1}]}");
    }

    private void refund(final String body) {
        signed("/api/v1/refunds", body);
    }

    private void signed(final String path, final String body) {
        api.post(path, body)
                .header(
                        "Sluice-Signature",
                        new WebhookSignature(
                                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8),
                                        System::currentTimeMillis)
                                .sign(body.getBytes(StandardCharsets.UTF_8)))
                .send();
    }

    /** The second names a guide that there is not. */
    private static int listOfViewers(final MutableDirectBuffer buffer, final int offset) {
        final PutViewersEncoder list =
                new PutViewersEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
        final PutViewersEncoder.ViewersEncoder viewers = list.actor(1).viewersCount(2);
        viewers.next()
                .viewer(46)
                .memberSinceMs(TestGateway.ENGINE_START_MS)
                .guide(3)
                .group(5)
                .inviter(44);
        viewers.next().viewer(47).memberSinceMs(0).guide(9).group(0).inviter(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + list.encodedLength();
    }

    /** What viewers send over live connections, and what the core sends itself. */
    private void happenPastHttp() {
        gateway.offer((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new ExpireOrderEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .order(1)
                        .encodedLength());
        new TalkOnce(api).happen(gateway.record(EverythingOnce::comment));
        gateway.offer((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new AddLikesEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .room(7)
                        .count(3)
                        .encodedLength());
        gateway.offer(EverythingOnce::orderThatLiesAboutItsLines);
    }

    private static int comment(final MutableDirectBuffer buffer, final int offset) {
        final PostCommentEncoder comment = new PostCommentEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .viewer(42)
                .room(7)
                .text("<b>想要</b>");
        return MessageHeaderEncoder.ENCODED_LENGTH + comment.encodedLength();
    }

    private static int orderThatLiesAboutItsLines(final MutableDirectBuffer buffer, final int offset) {
        final PlaceOrderEncoder order =
                new PlaceOrderEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
        order.viewer(42).room(7).linesCount(1).next().offer(1001).quantity(1);
        order.key("k").coupon("").share("");
        final int lines = offset + MessageHeaderEncoder.ENCODED_LENGTH + PlaceOrderEncoder.BLOCK_LENGTH;
        buffer.putShort(lines + Short.BYTES, (short) 200, ByteOrder.LITTLE_ENDIAN);
        return MessageHeaderEncoder.ENCODED_LENGTH + order.encodedLength();
    }

    private String place(final String key, final String body, final int status) {
        return api.post("/api/v1/rooms/7/orders", body)
                .viewer(42)
                .key(key)
                .answers(status)
                .at("/order")
                .asText();
    }
}
