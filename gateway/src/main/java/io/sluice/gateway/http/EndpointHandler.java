package io.sluice.gateway.http;

import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.metrics.RequestFigures;
import io.sluice.gateway.trace.OrderTrace;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Takes a request to its endpoint's action. The checks stand in the contract's order: token and role, rate, media type,
 * size; the action goes on with path and query, key and body.
 */
final class EndpointHandler implements Handler<RoutingContext> {
    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final HttpLoop loop;
    private final Endpoint endpoint;
    private final RequestFigures requests;

    EndpointHandler(final HttpLoop loop, final Endpoint endpoint, final RequestFigures requests) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.requests = requests;
    }

    @Override
    public void handle(final RoutingContext routing) {
        handle(routing.request(), routing::pathParam);
    }

    void handle(final HttpServerRequest request, final PathParameters parameters) {
        final Exchange exchange = new Exchange(loop, this, request, parameters, traced(request));
        try {
            admit(exchange);
            if (endpoint.takesBody()) {
                requireType(request, JSON);
                new BodyCollector(exchange, this, maxBodyBytes()).collect();
            } else {
                if (endpoint.body() == Endpoint.Body.CSV) {
                    requireType(request, CSV);
                }
                endpoint.action().run(exchange);
            }
        } catch (final RuntimeException e) {
            exchange.fail(e);
        }
    }

    /** The body is complete. */
    void onBody(final Exchange exchange) {
        try {
            endpoint.action().run(exchange);
        } catch (final RuntimeException e) {
            exchange.fail(e);
        }
    }

    String name() {
        return endpoint.name();
    }

    Activity activity() {
        return endpoint.activity() == null ? Activity.SERVICE : endpoint.activity();
    }

    boolean isSigned() {
        return endpoint.body() == Endpoint.Body.SIGNED_JSON;
    }

    /** What to do when no answer came in time: nothing that could be done twice. */
    String wayOn() {
        return switch (endpoint.repeat()) {
            case HARMLESS -> "Ask again.";
            case SAME_KEY -> "Ask again with the same key.";
            case SAME_REFERENCE -> "Ask again with the same reference.";
            case ADDS_UP -> "Look before you ask again: twice is not once.";
        };
    }

    /** Charges the address for a request that came without a good token or signature; nobody tries those for free. */
    void chargeAddress(final HttpServerRequest request) {
        addressShed(request);
    }

    void count(final int status, final long tookNs, final OrderTrace trace) {
        requests.count(status, tookNs, trace);
    }

    private OrderTrace traced(final HttpServerRequest request) {
        return endpoint.placesOrders() ? loop.traces().ofRequest(request) : null;
    }

    private void admit(final Exchange exchange) {
        if (!endpoint.roles().isEmpty()) {
            exchange.identity(identify(exchange.request()));
        }
        if (!isSigned()) {
            requireAdmitted(addressShed(exchange.request()));
            if (exchange.identity() != null) {
                requireAdmitted(viewerShed(exchange.identity()));
            }
        }
    }

    private int maxBodyBytes() {
        return endpoint.body() == Endpoint.Body.LONG_JSON
                ? Math.max(InviteAction.MAX_BODY_BYTES, loop.maxBodyBytes())
                : loop.maxBodyBytes();
    }

    private Identity identify(final HttpServerRequest request) {
        final String authorization = request.headers().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new RequestRefusedException(Problems.tokenMissing());
        }
        final Identity identity = loop.tokens().verify(authorization.substring(BEARER.length()));
        if (!identity.isKnown()) {
            throw new RequestRefusedException(
                    identity == Identity.EXPIRED ? Problems.tokenExpired() : Problems.tokenInvalid());
        }
        if (!endpoint.roles().contains(identity.role())) {
            throw new RequestRefusedException(Problems.roleNotAllowed(identity.role()));
        }
        return identity;
    }

    private Shed addressShed(final HttpServerRequest request) {
        final Admission admission = loop.admission();
        return admission.limitsAddresses()
                ? admission.address(activity(), loop.clients().key(request.remoteAddress(), request.headers()))
                : Shed.ADMITTED;
    }

    /** Viewers are metered and guides with them; who works here is not: operators make a campaign's codes at one stroke. */
    private Shed viewerShed(final Identity identity) {
        if (endpoint.activity() == null || Role.STAFF.contains(identity.role())) {
            return Shed.ADMITTED;
        }
        final long viewer = identity.subject();
        return switch (endpoint.activity()) {
            case ORDER -> loop.admission().order(viewer);
            case CLAIM -> loop.admission().claim(viewer);
            case COMMENT -> loop.admission().comment(viewer);
            case TOUCH -> loop.admission().touch(viewer);
            case QUERY -> loop.admission().query(viewer);
            case TICKET -> loop.admission().ticket(viewer);
            case LIKE, CONNECT, SERVICE -> throw new IllegalStateException("activity=" + endpoint.activity());
        };
    }

    private static void requireAdmitted(final Shed shed) {
        if (shed != Shed.ADMITTED) {
            throw new RequestRefusedException(Problems.of(shed));
        }
    }

    private static void requireType(final HttpServerRequest request, final String wanted) {
        final String type = request.headers().get(HttpHeaders.CONTENT_TYPE);
        if (!wanted.equals(type) && !isType(type, wanted)) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: " + wanted + ".")
                            .field("Content-Type"));
        }
    }

    private static boolean isType(final String type, final String wanted) {
        if (type == null) {
            return false;
        }
        final String plain = type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return plain.equals(wanted) || plain.equals(wanted + ";charset=utf-8");
    }
}
