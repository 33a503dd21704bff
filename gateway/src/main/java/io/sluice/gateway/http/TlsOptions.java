package io.sluice.gateway.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.List;
import java.util.Set;

/**
 * What TLS the public server speaks: 1.2 and 1.3, by suites that agree on a key for each connection, so that who records it and
 * has the certificate's key one day still reads nothing. They are those of 1.3 and Mozilla's "intermediate" of 1.2, without
 * those of finite-field Diffie-Hellman.
 */
final class TlsOptions {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final List<String> SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private TlsOptions() {}

    /** Has a server speak it, and HTTP/1.1 alone over it: live connections are HTTP/1.1's. */
    static HttpServerOptions apply(final HttpServerOptions options, final KeyCertOptions certificate) {
        options.setSsl(true)
                .setUseAlpn(false)
                .setKeyCertOptions(certificate)
                .setEnabledSecureTransportProtocols(PROTOCOLS);
        SUITES.forEach(options::addEnabledCipherSuite);
        return options;
    }
}
