package io.sluice.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The live room's page, the contract and its reading room; all of it lies in the jar. */
final class Pages {
    private static final String WEB = "web";
    private static final String WEBJARS = "META-INF/resources/webjars";
    private static final String DOCS = "docs";
    private static final long YEAR_SECONDS = 31_536_000;

    private Pages() {}

    static void addTo(final Router router) {
        final String page = text(WEB + "/index.html");
        final String contract = text("openapi.yaml");
        final String docs = text(DOCS + "/index.html");
        router.get("/").handler(routing -> routing.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, "/docs")
                .end());
        router.getWithRegex("/rooms/[1-9][0-9]{0,15}").handler(routing -> page(routing, page));
        router.get("/openapi.yaml").handler(routing -> send(routing, "application/yaml", contract));
        router.get("/docs").handler(routing -> docs(routing, docs));
        router.get("/docs/*").handler(Pages::guard).handler(resources(DOCS, 0));
        router.get("/assets/*").handler(Pages::guard).handler(resources(WEB, 0));
        router.get("/webjars/*").handler(Pages::guard).handler(resources(WEBJARS, YEAR_SECONDS));
    }

    /** Files are revalidated each time they are asked for, unless their version stands in the path. */
    private static StaticHandler resources(final String root, final long maxAgeSeconds) {
        return StaticHandler.create(FileSystemAccess.RELATIVE, root)
                .setMaxAgeSeconds(maxAgeSeconds)
                .setIncludeHidden(false)
                .setDirectoryListing(false);
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
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
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
