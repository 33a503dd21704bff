package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;

/** The demo's evening: a host who moves pin, stock and prices, and a crowd that comes, talks and buys. Start and close once. */
public final class DemoShow {
    private final DemoHost host;
    private final CrowdRunner crowd;

    /**
     * A show on a seeded server.
     *
     * @param address where the gateway listens
     * @param port    its public port
     * @param viewers the crowd's size, 0 for none, and then the host is silent too
     * @param seed    which crowd
     */
    public DemoShow(
            final Vertx vertx,
            final DemoBrand brand,
            final String address,
            final int port,
            final int viewers,
            final long seed)
            throws IOException {
        host = viewers == 0 ? null : new DemoHost(vertx, brand, address, port);
        crowd = viewers == 0
                ? null
                : new CrowdRunner(
                        vertx,
                        brand,
                        new CrowdOptions()
                                .setHost(address)
                                .setPort(port)
                                .setViewers(viewers)
                                .setSeed(seed));
    }

    /** Done when the crowd is on its way. */
    public Future<Void> start() {
        if (crowd == null) {
            return Future.succeededFuture();
        }
        host.start();
        return crowd.start();
    }

    /** Done when everybody has left. */
    public Future<Void> close() {
        return crowd == null ? Future.succeededFuture() : crowd.close().compose(gone -> host.close());
    }

    /** What the crowd did, in words. */
    public String summary() {
        return crowd == null ? "crowd: nobody" : "crowd: " + crowd.summary();
    }
}
