package io.sluice.bench.load.run;

import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.Scenario;
import java.util.concurrent.CompletableFuture;

/** Those who play a scenario: this process, or others for it. Its methods are called once each, in this order. */
public interface Cast extends AutoCloseable {
    /** Lets them come; done when all are there, before the target is touched. */
    CompletableFuture<Void> gather();

    /** Lets them get ready and walk through the doors once; done when whatever plays is warm. */
    CompletableFuture<Void> warmUp(Scenario scenario, Access access);

    /**
     * Begins, after {@link #leadMs}.
     *
     * @param figures  written from now on, by one thread, until it is done.
     * @param server   whose latest figures stand beside those of each second.
     */
    CompletableFuture<Played> play(Measurements figures, ServerWatch server);

    /** How long after {@link #play} the first stage begins. */
    long leadMs();

    /** Lets nothing more come; what is under way is waited for. From any thread, at any time. */
    void end();

    /** Whoever is still there goes. */
    @Override
    void close();
}
