package io.sluice.gateway.http;

import io.sluice.gateway.link.EngineClient;
import java.util.concurrent.Executor;

/** Gives each event loop its place for live connections. */
@FunctionalInterface
public interface LiveEndpointFactory {
    /**
     * Called once on each event loop, before it takes requests.
     *
     * @param eventLoop  runs tasks on that event loop, in order.
     * @param client     that event loop's way to the engine.
     */
    LiveEndpoint create(Executor eventLoop, EngineClient client);
}
