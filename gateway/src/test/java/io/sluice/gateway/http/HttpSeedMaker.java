package io.sluice.gateway.http;

import io.sluice.engine.SeedCorpus;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.share.ShareCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Makes the seeds of {@link HttpFuzzTest}: a good request of each kind. */
class HttpSeedMaker {
    private static final String JSON = "content-type: application/json\n";
    private static final String VIEWER = JSON + "authorization: Bearer {viewer}\n";
    private static final String OPERATOR = JSON + "authorization: Bearer {operator}\n";
    private static final String SIGNED = JSON + "sluice-signature: {signature}\n";
    private static final String GUIDE = JSON + "authorization: Bearer {guide}\n";
    private static final String SHARE = TestGateway.shares().encode(new ShareCode(7, 0, 3, 4, 0, 0, 0));
    private static final String GROUP_SHARE = TestGateway.shares().encode(new ShareCode(0, 0, 0, 0, 5, 2, 9));
    private static final String DOWNSTREAM = "authorization: Bearer {downstream}\n";
    private static final String API = " /api/v1/";

    private final SeedCorpus corpus = SeedCorpus.of(HttpFuzzTest.class, "anyRequest");

    @Test
    void keepsWhatViewersAsk() {
        keep("order", "POST", "rooms/7/orders", VIEWER + "idempotency-key: k1\n", """
                {"lines":[{"offer":1001,"quantity":2}],"coupon":"C","share":"%s",\
                "expectedTotalFen":19800}""".formatted(SHARE));
        keep("cancel", "POST", "orders/1/cancel", VIEWER, "");
        keep("order-again", "GET", "orders/1", VIEWER, "");
        keep("my-orders", "GET", "me/orders?limit=10&before=5", VIEWER, "");
        keep("room", "GET", "rooms/7", "", "");
        keep("ticket", "POST", "rooms/7/tickets", VIEWER, "");
        keep("live", "GET", "rooms/7/live?ticket=x", "", "");
        keep("demo-token", "POST", "demo/tokens", JSON, """
                {"role":"viewer","subject":42,"name":"李"}""");
        keep("demo-payment", "POST", "demo/payments", VIEWER, """
                {"order":"1"}""");
    }

    @Test
    void keepsWhatTheProviderAndReadersAsk() {
        keep("payment", "POST", "payments", SIGNED, """
                {"reference":"p1","order":"1","amountFen":19800}""");
        keep("refund", "POST", "refunds", SIGNED, """
                {"reference":"r1","order":"1","stock":"RETURN","lines":[{"offer":1001,"quantity":1}]}""");
        keep("journal", "GET", "journal?from=1&type=io.sluice.order.place&room=7", DOWNSTREAM, "");
        keep("journal-at", "GET", "journal?at=2026-11-21T12:00:00Z&follow=false", DOWNSTREAM, "");
    }

    @Test
    void keepsWhatIsAskedOfWhoBroughtWhom() {
        keep("make-share", "POST", "share-codes", VIEWER, """
                {"room":7,"offer":1001}""");
        keep("make-any-share", "POST", "share-codes", OPERATOR, """
                {"room":7,"store":3,"guide":4,"group":5,"channel":2}""");
        keep("read-share", "GET", "share-codes/" + SHARE, "", "");
        keep("touch", "POST", "touches", VIEWER, """
                {"share":"%s"}""".formatted(SHARE));
        keep("join", "POST", "touches", VIEWER, """
                {"share":"%s","join":true}""".formatted(GROUP_SHARE));
        keep("served", "POST", "guides/me/served", GUIDE, """
                {"viewer":9,"store":3}""");
        keep("invitations", "GET", "me/invitations", VIEWER, "");
        keep("attribution", "GET", "orders/1/attribution", OPERATOR, "");
    }

    @Test
    void keepsWhatOperatorsSayOfTheBrand() {
        keep("save-store", "PUT", "operator/stores/3", OPERATOR, """
                {"name":"南京东路店","latitudeE6":31235929,"longitudeE6":121480539}""");
        keep("save-guide", "PUT", "operator/guides/4", OPERATOR, """
                {"name":"李","stores":[3],"viewer":42,"active":true}""");
        keep("save-group", "PUT", "operator/groups/5", OPERATOR, """
                {"name":"福利群","store":3,"guide":4,"owner":9}""");
        keep("save-policy", "PUT", "operator/attribution-policy", OPERATOR, """
                {"rules":["CARRIED","GUIDE_BINDING"],"binding":"FIRST_TOUCH","bindingDays":180,"touchWindowHours":72}""");
        keep("host-room", "PUT", "operator/rooms/7/host", OPERATOR, """
                {"store":3,"guide":4}""");
        keep("save-plan", "PUT", "operator/plans/offers/1001", OPERATOR, """
                {"returnDays":7,"shares":[{"payee":"GUIDE","basisPoints":500,"fixedFen":0,"capFen":100}]}""");
        keep("get-plans", "GET", "operator/plans?before=9&limit=2", OPERATOR, "");
        keep("classify-item", "PUT", "operator/items/500/class", OPERATOR, """
                {"category":5,"kind":"TIP"}""");
        keep("open-payout", "PUT", "operator/payouts/1", OPERATOR, """
                {"until":"2026-11-21T12:00:00Z"}""");
        keep("payout-state", "POST", "operator/payouts/1/state", OPERATOR, """
                {"state":"APPROVED"}""");
        keep("payouts", "GET", "operator/payouts?before=9&limit=2", OPERATOR, "");
        keep("get-payout", "GET", "operator/payouts/1?after=1&format=csv", OPERATOR, "");
        keep("ledger", "GET", "operator/ledger", OPERATOR, "");
        keep("statement", "GET", "operator/statements/guides/4?by=week&from=2026-11-01&to=2026-11-30", OPERATOR, "");
        keep("my-statement", "GET", "me/statement?by=show&account=guide", GUIDE, "");
        keep("my-entries", "GET", "me/statement/entries?before=9&limit=2&format=csv", VIEWER, "");
        keep("get-store", "GET", "operator/stores/3", OPERATOR, "");
        keep("get-guide", "GET", "operator/guides/4", OPERATOR, "");
        keep("get-group", "GET", "operator/groups/5", OPERATOR, "");
        keep("get-viewer", "GET", "operator/viewers/42", OPERATOR, "");
    }

    @Test
    void keepsWhatIsAskedOfPacksAndPoints() {
        keep("save-pack", "PUT", "operator/offers/1001/pack", OPERATOR, """
                {"campaign":5,"units":10}""");
        keep("list-packs", "GET", "operator/packs?before=9&limit=2", OPERATOR, "");
        keep("save-point-rule", "PUT", "operator/points/QUIZ", OPERATOR, """
                {"points":5,"dailyCap":20,"validDays":90}""");
        keep("point-rules", "GET", "operator/points", OPERATOR, "");
        keep("award-points", "POST", "operator/viewers/42/points", OPERATOR + "idempotency-key: k1\n", """
                {"reason":"QUIZ"}""");
        keep("my-points", "GET", "me/points?limit=10&before=5", VIEWER, "");
        keep("confirm", "POST", "orders/1/confirm", VIEWER, "");
        keep("refund-free", "POST", "operator/orders/1/refund", OPERATOR + "idempotency-key: k1\n", """
                {"stock":"RETURN","lines":[{"offer":1001,"quantity":1}]}""");
    }

    @Test
    void keepsWhatOperatorsAsk() {
        keep("save-room", "PUT", "operator/rooms/7", OPERATOR, """
                {"title":"晚场","startsAt":"2026-11-21T12:00:00Z","streamUrl":"https://x/y.m3u8"}""");
        keep("room-state", "POST", "operator/rooms/7/state", OPERATOR, """
                {"state":"LIVE"}""");
        keep("pin", "POST", "operator/rooms/7/pin", OPERATOR, """
                {"offer":1001}""");
        keep("save-offer", "PUT", "operator/rooms/7/offers/1001", OPERATOR, """
                {"item":500,"listPriceFen":9900,"perViewerLimit":2,"opensAt":"2026-11-21T12:00:00Z",\
                "closesAt":"2026-11-22T12:00:00Z","holdSeconds":600,"priceWindows":\
                [{"from":"2026-11-21T12:00:00Z","to":"2026-11-21T13:00:00Z","priceFen":1}]}""");
        keep("open-offer", "POST", "operator/rooms/7/offers/1001/open", OPERATOR, "");
        keep("close-offer", "POST", "operator/rooms/7/offers/1001/close", OPERATOR, "");
        keep("save-item", "PUT", "operator/items/500", OPERATOR, """
                {"title":"蛋糕","image":"/img/cake.svg"}""");
        keep("stock", "POST", "operator/items/500/stock", OPERATOR, """
                {"change":-3,"reason":"WRITE_OFF"}""");
        keep("mute", "POST", "operator/viewers/42/mute", OPERATOR, """
                {"for":"P7D","reason":"loud"}""");
    }

    private void keep(
            final String name, final String method, final String path, final String headers, final String body) {
        corpus.keep(name, (method + API + path + "\n" + headers + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }
}
