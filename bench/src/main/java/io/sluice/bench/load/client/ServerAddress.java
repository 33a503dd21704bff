package io.sluice.bench.load.client;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.net.URI;

/**
 * Where a gateway listens, and how it is spoken to.
 *
 * @param host  its name or address.
 * @param port  of its HTTP.
 * @param tls   what is laid around each connection; null for none.
 */
public record ServerAddress(String host, int port, SslContext tls) {
    private static final String HTTPS = "https";

    /** One of plain HTTP. */
    public static ServerAddress plain(final String host, final int port) {
        return new ServerAddress(host, port, null);
    }

    /** Of an address with a port; {@code roots} are asked where it is of https. */
    public static ServerAddress of(final URI url, final TrustedRoots roots) {
        return new ServerAddress(url.getHost(), url.getPort(), isTls(url) ? roots.nettyContext() : null);
    }

    /** Whether it is of https. */
    public static boolean isTls(final URI url) {
        return HTTPS.equalsIgnoreCase(url.getScheme());
    }

    /** For the header Host. */
    String hostAndPort() {
        return host + ":" + port;
    }

    /** Lays TLS around a new connection; what is written before both have agreed waits for that. */
    void secure(final Channel channel) {
        if (tls != null) {
            channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
        }
    }
}
