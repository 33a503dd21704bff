package io.sluice.gateway;

import io.sluice.gateway.link.EnginePort;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then, on a worker thread since positions are files, how far the slowest registered consumer of the journal
 * is. Also one that is not connected counts: it is the one that somebody has to see to. Any thread.
 */
final class ConsumerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerWatch.class);
    private static final long PERIOD_MS = TimeUnit.SECONDS.toMillis(10);

    private final Vertx vertx;
    private final EnginePort engine;
    private volatile long slowest = Long.MAX_VALUE;
    private volatile long timer;

    ConsumerWatch(final Vertx vertx, final EnginePort engine) {
        this.vertx = vertx;
        this.engine = engine;
    }

    void start() {
        look();
        timer = vertx.setPeriodic(PERIOD_MS, due -> look());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Durable records that the slowest consumer has not confirmed, 0 when none is registered. */
    long lagRecords() {
        return Math.max(0, engine.durableSequence() - slowest);
    }

    private void look() {
        vertx.executeBlocking(engine::slowestConsumer)
                .onSuccess(position -> slowest = position)
                .onFailure(why -> LOG.warn("the lag of the consumers is as it was", why));
    }
}
