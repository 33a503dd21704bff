package io.sluice.ops.demo;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/** The coupons a viewer of the crowd has claimed and not used. Used by the crowd's event loop only. */
final class CrowdCoupons {
    private final Queue<JsonObject> claimed = new ArrayDeque<>();

    /** Takes a coupon as the server answered it. */
    void add(final JsonObject coupon) {
        claimed.add(coupon);
    }

    /** Gives one away that is good for an order of this much, an empty name for none. */
    String take(final long leastFen) {
        for (final Iterator<JsonObject> coupons = claimed.iterator(); coupons.hasNext(); ) {
            final JsonObject coupon = coupons.next();
            if (coupon.getLong("minimumFen", 0L) <= leastFen) {
                coupons.remove();
                return coupon.getString("coupon", "");
            }
        }
        return "";
    }
}
