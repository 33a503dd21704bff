package io.sluice.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Headers that keep a browser from doing more than it should. */
public final class SecurityHeaders {
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence POLICY_NAME = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence FRAME_NAME = HttpHeaders.createOptimized("x-frame-options");
    private static final CharSequence REFERRER_NAME = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence PERMISSIONS_NAME = HttpHeaders.createOptimized("permissions-policy");
    private static final CharSequence OPENER_NAME = HttpHeaders.createOptimized("cross-origin-opener-policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence DATA_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence TRANSPORT_NAME = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");
    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: https:; media-src 'self' blob: https:; connect-src 'self' ws: wss: https:; "
            + "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger UI styles what it draws inline. */
    private static final String DOCS_POLICY =
            PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final String DOCS_PERMISSIONS = "camera=(), microphone=(), geolocation=()";

    /** The room asks where a viewer is who claims a coupon near a store. */
    private static final String PAGE_PERMISSIONS = "camera=(), microphone=(), geolocation=(self)";

    private SecurityHeaders() {}

    /** For an answer that is no page: never cached, never taken for something else, and nothing is loaded out of it. */
    public static void api(final MultiMap headers) {
        headers.set(NOSNIFF_NAME, NOSNIFF);
        headers.set(POLICY_NAME, DATA_POLICY);
        headers.set(REFERRER_NAME, NO_REFERRER);
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    /** For whatever comes over TLS: a browser that was here once never tries this host in plain words again, for a year. */
    static void transport(final MultiMap headers) {
        headers.set(TRANSPORT_NAME, ONE_YEAR);
    }

    /** For a page and what it loads: no script but our own, nobody else's frame. */
    static void page(final MultiMap headers) {
        guard(headers, PAGE_POLICY, PAGE_PERMISSIONS);
    }

    /** For the contract's reading room. */
    static void docs(final MultiMap headers) {
        guard(headers, DOCS_POLICY, DOCS_PERMISSIONS);
    }

    private static void guard(final MultiMap headers, final String policy, final String permissions) {
        headers.set(NOSNIFF_NAME, NOSNIFF);
        headers.set(POLICY_NAME, policy);
        headers.set(FRAME_NAME, "DENY");
        headers.set(REFERRER_NAME, "same-origin");
        headers.set(PERMISSIONS_NAME, permissions);
        headers.set(OPENER_NAME, "same-origin");
    }
}
