package io.sluice.gateway;

import io.sluice.gateway.http.HttpVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then, on a worker thread, whether the certificate was renewed, and has the servers show the new one to who
 * connects from then on. Files that are no certificate with its key change nothing but what is told of them. Any thread.
 */
final class CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final Vertx vertx;
    private final GatewayContext context;
    private final List<HttpVerticle> servers;
    private volatile ServerCertificate shown;
    private volatile boolean isUsable = true;
    private volatile long timer;

    /** For these servers, which show {@code shown}; null for servers of plain HTTP, where there is nothing to look at. */
    CertificateWatch(
            final Vertx vertx,
            final GatewayContext context,
            final ServerCertificate shown,
            final List<HttpVerticle> servers) {
        this.vertx = vertx;
        this.context = context;
        this.shown = shown;
        this.servers = servers;
    }

    void start() {
        if (shown != null) {
            final long periodMs = TimeUnit.SECONDS.toMillis(context.number(GatewayProperty.TLS_RELOAD_SECONDS));
            timer = vertx.setPeriodic(periodMs, due -> look());
        }
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Until when the certificate that is shown is good, epoch s; 0 for plain HTTP. */
    long notAfterSeconds() {
        final ServerCertificate now = shown;
        return now == null ? 0 : now.notAfter().getEpochSecond();
    }

    /** Whether the files were a certificate with its key when they were last looked at: a start would take them. */
    boolean isUsable() {
        return isUsable;
    }

    private void look() {
        vertx.executeBlocking(() -> ServerCertificate.of(context))
                .compose(read -> read.equals(shown) ? Future.succeededFuture() : show(read))
                .onSuccess(done -> isUsable = true)
                .onFailure(why -> {
                    isUsable = false;
                    LOG.warn("the certificate of before is shown", why);
                });
    }

    private Future<Void> show(final ServerCertificate renewed) {
        return Future.join(servers.stream()
                        .map(server -> server.show(renewed.files()))
                        .toList())
                .onSuccess(all -> {
                    shown = renewed;
                    LOG.info("the certificate is another, good until {}", renewed.notAfter());
                })
                .mapEmpty();
    }
}
