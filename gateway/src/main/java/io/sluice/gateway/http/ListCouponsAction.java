package io.sluice.gateway.http;

import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.CouponPageDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.view.CampaignView;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.Reply;
import io.vertx.core.MultiMap;
import java.util.Set;

/** {@code GET /me/coupons}: the newest first, by pages. One event loop's. */
final class ListCouponsAction implements Action, ReplyAction {
    private static final Set<String> PARAMETERS = Set.of("before", "limit");
    private static final int OK = 200;

    private final EnginePort engine;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CouponPageDecoder page = new CouponPageDecoder();

    ListCouponsAction(final EnginePort engine) {
        this.engine = engine;
    }

    @Override
    public void run(final Exchange exchange) {
        final MultiMap query = QueryParameters.of(exchange, PARAMETERS);
        final String text = query.get("before");
        final long before = text == null ? 0 : Text.orderId(text);
        if (before < 0) {
            throw JsonBody.invalid("before", "must be a coupon, a string of digits");
        }
        final int limit = (int)
                QueryParameters.integer(query, "limit", ProtocolLimits.MAX_COUPON_PAGE, ProtocolLimits.MAX_COUPON_PAGE);
        exchange.send(CouponQuestion.page(exchange.identity().subject(), before, limit), this);
    }

    @Override
    public void onReply(final Exchange exchange, final Reply reply) {
        page.wrapAndApplyHeader(reply.buffer(), reply.decisionOffset(), header);
        final boolean more = page.more() != 0;
        final long nowMs = engine.nowMs();
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        long last = 0;
        json.name("coupons").beginArray();
        for (final CouponPageDecoder.CouponsDecoder coupon : page.coupons()) {
            write(json, coupon, nowMs);
            last = coupon.coupon();
        }
        json.endArray();
        if (more) {
            json.name("next").digitString(last);
        }
        json.endObject();
        exchange.answer(OK);
    }

    private void write(final JsonWriter json, final CouponPageDecoder.CouponsDecoder coupon, final long nowMs) {
        json.beginObject().name("coupon").digitString(coupon.coupon());
        json.name("campaign").value(coupon.campaign());
        final CampaignView campaign = engine.brandBoard().campaigns().campaign(coupon.campaign());
        json.name("title").value(campaign.title());
        json.name("state").value(stateAt(coupon, nowMs));
        json.name("discountFen").value(coupon.discountFen());
        json.name("basisPoints").value(coupon.basisPoints());
        json.name("minimumFen").value(coupon.minimumFen());
        if (!campaign.terms().offers().isEmpty()) {
            json.name("offers").beginArray();
            campaign.terms().offers().forEach(json::value);
            json.endArray();
        }
        json.name("claimedAt").time(coupon.claimedAtMs());
        json.name("expiresAt").time(coupon.expiresAtMs());
        if (coupon.order() != 0) {
            json.name("order").digitString(coupon.order());
        }
        json.name("byPosition").value(coupon.byPosition() != 0);
        json.name("sequence").value(coupon.claimedAt());
        json.endObject();
    }

    /** The core lets coupons expire without a word. */
    private static String stateAt(final CouponPageDecoder.CouponsDecoder coupon, final long nowMs) {
        final CouponState state = CouponState.ofCode(coupon.state());
        return state == CouponState.CLAIMED && nowMs >= coupon.expiresAtMs() ? "EXPIRED" : state.name();
    }
}
