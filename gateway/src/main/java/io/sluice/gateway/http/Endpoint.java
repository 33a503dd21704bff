package io.sluice.gateway.http;

import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * One operation of the contract.
 *
 * @param name      its operationId, and its label in the metrics.
 * @param method    its method.
 * @param path      its path, parameters as {@code :name}.
 * @param roles     who may use it; empty when it asks for no token.
 * @param activity  what it is to the rate limits of a viewer, null when only its address is limited.
 * @param body      what it takes.
 * @param action    what it does.
 */
record Endpoint(
        String name, HttpMethod method, String path, Set<Role> roles, Activity activity, Body body, Action action) {
    static final String PLACE_ORDER = "placeOrder";

    /** What an endpoint takes. */
    enum Body {
        /** Nothing; what comes all the same is ignored. */
        NONE,
        /** JSON. */
        JSON,
        /** JSON of a length that only an operator's list of viewers has. */
        LONG_JSON,
        /** A list in CSV, which the action takes in by itself as it comes. */
        CSV,
        /** JSON that is signed, by somebody whose rate is not limited. */
        SIGNED_JSON
    }

    /** What asking twice does. */
    enum Repeat {
        /** Nothing that once does not do. */
        HARMLESS,
        /** The first answer again, where the key is the same. */
        SAME_KEY,
        /** The first answer again, where the reference is the same. */
        SAME_REFERENCE,
        /** Twice as much. */
        ADDS_UP
    }

    /** What asking twice does. */
    Repeat repeat() {
        return switch (name) {
            case "takePayment", "refundOrder" -> Repeat.SAME_REFERENCE;
            case PLACE_ORDER, "claimCoupon", "awardPoints", "refundFreeOrder", "requestRefund" -> Repeat.SAME_KEY;
            case "changeStock", "moveStock" -> Repeat.ADDS_UP;
            default -> Repeat.HARMLESS;
        };
    }

    /** Whether it is the one by which orders come. */
    boolean placesOrders() {
        return PLACE_ORDER.equals(name);
    }

    /** Whether the action waits for a whole body. */
    boolean takesBody() {
        return body == Body.JSON || body == Body.LONG_JSON || body == Body.SIGNED_JSON;
    }
}
