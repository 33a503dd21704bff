package io.sluice.gateway.http;

import io.sluice.gateway.metrics.RequestFigures;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request of one event loop begins. Orders, which come by the ten thousand, are told by their path alone;
 * everything else takes the router.
 */
public final class ApiHandler implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final String BASE = "/api/v1";
    private static final String ROOMS = BASE + "/rooms/";
    private static final String ORDERS = "/orders";
    private static final CharSequence PROBLEM_JSON = HttpHeaders.createOptimized("application/problem+json");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL = 500;

    private final EndpointHandler placeOrder;
    private final Router router;
    private final JsonWriter json = new JsonWriter();
    private final RequestFigures elsewhere;
    private final boolean isTls;

    private ApiHandler(
            final EndpointHandler placeOrder,
            final Router router,
            final RequestFigures elsewhere,
            final boolean isTls) {
        this.isTls = isTls;
        this.placeOrder = placeOrder;
        this.router = router;
        this.elsewhere = elsewhere;
    }

    /** The handler of one event loop, called on it. */
    static ApiHandler create(
            final Vertx vertx,
            final HttpServices services,
            final HttpLoop loop,
            final LiveEndpoint live,
            final boolean isTls) {
        final Router router = Router.router(vertx);
        final List<Endpoint> endpoints = Endpoints.of(services, live);
        for (final Endpoint endpoint : endpoints) {
            router.route(endpoint.method(), BASE + endpoint.path())
                    .handler(new EndpointHandler(
                            loop, endpoint, services.metrics().route(endpoint.name())));
        }
        final Endpoint placing = Endpoints.placeOrder(services);
        final EndpointHandler placeOrder =
                new EndpointHandler(loop, placing, services.metrics().route(placing.name()));
        router.route(placing.method(), BASE + placing.path()).handler(placeOrder);
        Pages.addTo(
                router,
                new FrontDoor(services.rooms(), services.shares().get()),
                services.metrics().route("page"));
        final ApiHandler handler =
                new ApiHandler(placeOrder, router, services.metrics().route("none"), isTls);
        router.errorHandler(NOT_FOUND, handler::onNotFound);
        router.errorHandler(METHOD_NOT_ALLOWED, handler::onMethodNotAllowed);
        router.errorHandler(BAD_REQUEST, handler::onBadRequest);
        router.errorHandler(INTERNAL, handler::onInternal);
        return handler;
    }

    @Override
    public void handle(final HttpServerRequest request) {
        if (isTls) {
            SecurityHeaders.transport(request.response().headers());
        }
        final String path = request.path();
        if (request.method() == HttpMethod.POST && isOrders(path)) {
            placeOrder.handle(request, name -> path.substring(ROOMS.length(), path.length() - ORDERS.length()));
        } else {
            router.handle(request);
        }
    }

    /** Answers what could not be read as a request, and ends its connection. */
    void onInvalid(final HttpServerRequest request) {
        final Throwable cause = request.decoderResult().cause();
        final String name = cause == null ? "" : cause.getClass().getSimpleName();
        final Problem problem =
                switch (name) {
                    case "TooLongHttpLineException" ->
                        new Problem(ProblemCode.URI_TOO_LONG, "The first line is too long.");
                    case "TooLongHttpHeaderException" ->
                        new Problem(ProblemCode.HEADERS_TOO_LARGE, "All headers together are too large.");
                    default -> new Problem(ProblemCode.MALFORMED_REQUEST, "It could not be read.");
                };
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(request.response(), problem);
        request.connection().close();
    }

    private static boolean isOrders(final String path) {
        return path != null
                && path.startsWith(ROOMS)
                && path.endsWith(ORDERS)
                && path.indexOf('/', ROOMS.length()) == path.length() - ORDERS.length();
    }

    private void onNotFound(final RoutingContext routing) {
        refuse(routing.response(), new Problem(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    }

    private void onMethodNotAllowed(final RoutingContext routing) {
        refuse(
                routing.response(),
                new Problem(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        routing.request().method() + " is not a method of this address."));
    }

    private void onBadRequest(final RoutingContext routing) {
        refuse(routing.response(), new Problem(ProblemCode.MALFORMED_REQUEST, "The address is not well-formed."));
    }

    private void onInternal(final RoutingContext routing) {
        LOG.error("{} failed", routing.request().path(), routing.failure());
        refuse(routing.response(), Problems.internal());
    }

    private void refuse(final HttpServerResponse response, final Problem problem) {
        if (response.ended()) {
            return;
        }
        final int status = problem.code().status();
        elsewhere.count(status);
        SecurityHeaders.api(response.headers());
        response.headers().set(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON);
        final Buffer content = problem.toBuffer(json);
        response.setStatusCode(status).end(content);
    }
}
