package io.sluice.gateway.http;

import io.sluice.gateway.metrics.RequestFigures;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The live room's page, that of what somebody earned and the operators' console, the contract and its reading room; all of it lies in the jar. */
final class Pages {
    private static final String WEB = "web";
    private static final String WEBJARS = "META-INF/resources/webjars";
    private static final String DOCS = "docs";
    private static final String REVALIDATE = "no-cache";
    /** For files whose version stands in their path. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final int BAD_REQUEST = 400;

    private Pages() {}

    /**
     * Adds them.
     *
     * @param front     answers who names no page.
     * @param requests  counts the pages that are found; what is not is counted where it is refused.
     */
    static void addTo(final Router router, final FrontDoor front, final RequestFigures requests) {
        // On each page's own route: one for all would hide from the router that an operation has another method.
        final Handler<RoutingContext> counted = routing -> count(routing, requests);
        final String page = text(WEB + "/index.html");
        final String earnings = text(WEB + "/earnings.html");
        final String console = text(WEB + "/console.html");
        final String contract = text("openapi.yaml");
        final String docs = text(DOCS + "/index.html");
        router.get("/").handler(counted).handler(Pages::guard).handler(front);
        router.getWithRegex("/rooms/[1-9][0-9]{0,15}").handler(counted).handler(routing -> page(routing, page));
        router.get("/earnings").handler(counted).handler(routing -> page(routing, earnings));
        router.get("/console").handler(counted).handler(routing -> page(routing, console));
        router.get("/openapi.yaml")
                .handler(counted)
                .handler(Pages::guard)
                .handler(routing -> send(routing, "application/yaml", contract));
        router.get("/docs").handler(counted).handler(routing -> docs(routing, docs));
        router.get("/docs/*")
                .handler(counted)
                .handler(Pages::guard)
                .handler(new ClassPathFiles("/docs/", DOCS + "/", REVALIDATE));
        router.get("/assets/*")
                .handler(counted)
                .handler(Pages::guard)
                .handler(new ClassPathFiles("/assets/", WEB + "/", REVALIDATE));
        router.get("/webjars/*")
                .handler(counted)
                .handler(Pages::guard)
                .handler(new ClassPathFiles("/webjars/", WEBJARS + "/", FOR_EVER));
    }

    private static void count(final RoutingContext routing, final RequestFigures requests) {
        final long arrivedNs = System.nanoTime();
        routing.addEndHandler(ended -> {
            final int status = routing.response().getStatusCode();
            if (status < BAD_REQUEST) {
                requests.count(status, System.nanoTime() - arrivedNs, null);
            }
        });
        routing.next();
    }

    private static void guard(final RoutingContext routing) {
        SecurityHeaders.page(routing.response().headers());
        routing.next();
    }

    private static void page(final RoutingContext routing, final String html) {
        SecurityHeaders.page(routing.response().headers());
        send(routing, "text/html; charset=utf-8", html);
    }

    private static void docs(final RoutingContext routing, final String html) {
        SecurityHeaders.docs(routing.response().headers());
        send(routing, "text/html; charset=utf-8", html);
    }

    private static void send(final RoutingContext routing, final String type, final String content) {
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .end(content);
    }

    private static String text(final String resource) {
        try (InputStream input = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("resource=" + resource + " is not in the jar");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
