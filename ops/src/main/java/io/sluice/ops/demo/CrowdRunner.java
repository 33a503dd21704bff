package io.sluice.ops.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets the crowd loose on a server, through its public API alone. Start and close once each; any thread.
 *
 * <p>It keeps to the server's wishes: a 503 makes the whole crowd pause, a 429 the order it answered, lost sockets come
 * back after a random wait. Memory is bounded by the number of viewers and about a minute of orders.
 */
public final class CrowdRunner {
    private final Vertx vertx;
    private final CrowdTally tally = new CrowdTally();
    private final CrowdVerticle verticle;
    private String deployment;

    /**
     * @param vertx stays open when the runner is closed
     * @param options where to, and how many
     * @throws IOException if the demo's material cannot be read
     * @throws IllegalArgumentException if the crowd's size is out of range
     */
    public CrowdRunner(final Vertx vertx, final DemoBrand brand, final CrowdOptions options) throws IOException {
        this(vertx, options, brand.room().id(), plan(brand, options), TouchPlan.ofBrand(brand));
    }

    /** With actions of another making: in the order of their times, without end. */
    CrowdRunner(
            final Vertx vertx,
            final CrowdOptions options,
            final long room,
            final Supplier<CrowdAction> plan,
            final List<Touch> prepared) {
        this.vertx = vertx;
        verticle = new CrowdVerticle(plan, prepared, options, room, tally);
    }

    private static Supplier<CrowdAction> plan(final DemoBrand brand, final CrowdOptions options) throws IOException {
        return new Crowd(CrowdMaterial.load(brand), options.getViewers(), options.getSeed())::next;
    }

    /** The brand's share codes are made, and the show begins. */
    public Future<Void> start() {
        return vertx.deployVerticle(verticle).map(id -> {
            deployment = id;
            return null;
        });
    }

    /** Everybody leaves; orders without a last action stay as they are and expire. */
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }

    /** What the crowd has done so far. */
    public CrowdSummary summary() {
        return tally.summary();
    }
}
