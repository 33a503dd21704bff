package io.sluice.gateway.http;

import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;

/**
 * A shop that pays commission at once: 5 % to the guide, 1 % to the store, 2 % to who invited the buyer. Offer 1001 costs 99
 * yuan.
 */
final class Earners {
    private static final String OPERATOR = "/api/v1/operator";

    private final Api api;
    private int keys;

    private Earners(final Api api) {
        this.api = api;
    }

    /** Opens it. */
    static Earners open(final Api api) {
        Shop.open(api, 1_000);
        People.hire(api);
        People.agree(api);
        final Earners earners = new Earners(api);
        earners.frozenFor(0);
        return earners;
    }

    /** The same shop, opened before. */
    static Earners of(final Api api) {
        return new Earners(api);
    }

    /** From now on commission is frozen for so many days. */
    void frozenFor(final int days) {
        api.put(
                        OPERATOR + "/plans/brand",
                        "{\"returnDays\":" + days + ",\"shares\":[{\"payee\":\"GUIDE\",\"basisPoints\":500},"
                                + "{\"payee\":\"STORE\",\"basisPoints\":100},{\"payee\":\"INVITER\",\"basisPoints\":200}]}")
                .operator()
                .answers(200);
    }

    /** Viewer 42 buys units of offer 1001 by guide 3's code and pays; the order. */
    String buysOfGuide3(final int units) {
        return buys(42, People.share(api, Role.GUIDE, People.GUIDE_3, "{}"), units);
    }

    /** A viewer whom another invited buys units of offer 1001 and pays; the order. */
    String buysByInvitation(final long viewer, final long inviter, final int units) {
        return buys(viewer, People.share(api, Role.VIEWER, inviter, "{}"), units);
    }

    private String buys(final long viewer, final String share, final int units) {
        final String order = api.post(
                        "/api/v1/rooms/7/orders",
                        "{\"lines\":[{\"offer\":1001,\"quantity\":" + units + "}],\"share\":\"" + share + "\"}")
                .viewer(viewer)
                .key("press-" + keys++)
                .answers(201)
                .at("/order")
                .asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(viewer)
                .answers(200);
        return order;
    }

    /** The provider gives units of an order back. */
    void refunds(final String order, final int units) {
        final String body = "{\"reference\":\"back-" + keys++ + "\",\"order\":\"" + order
                + "\",\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":" + units + "}]}";
        final String signature = new WebhookSignature(
                        TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis)
                .sign(body.getBytes(StandardCharsets.UTF_8));
        api.post("/api/v1/refunds", body).header("Sluice-Signature", signature).answers(200);
    }

    /** A payout of what is payable now is opened. */
    void opensPayout(final long payout) {
        final String now = api.put(OPERATOR + "/stores/1", "{\"name\":\"南京东路店\"}")
                .operator()
                .answers(200)
                .at("/at")
                .asText();
        api.put(OPERATOR + "/payouts/" + payout, "{\"until\":\"" + now + "\"}")
                .operator()
                .answers(200);
    }

    /** A payout of what is payable now is opened, approved and paid. */
    void paysOut(final long payout) {
        opensPayout(payout);
        becomes(payout, "APPROVED");
        becomes(payout, "PAID");
    }

    void becomes(final long payout, final String state) {
        api.post(OPERATOR + "/payouts/" + payout + "/state", "{\"state\":\"" + state + "\"}")
                .operator()
                .answers(200);
    }
}
