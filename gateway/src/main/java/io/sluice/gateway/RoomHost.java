package io.sluice.gateway;

import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.http.LiveEndpoint;
import io.sluice.gateway.http.RoomSnapshots;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import io.vertx.core.Future;
import java.util.concurrent.Executor;

/** The live rooms as the gateway starts, serves and stops them. */
public interface RoomHost extends RoomSnapshots {
    /**
     * Gives an event loop its place for live connections. Called once on each, before it takes requests.
     *
     * @param eventLoop  runs tasks on that event loop, in order.
     * @param client     that event loop's way to the engine.
     * @param admission  shared by all event loops.
     * @param shares     that event loop's.
     * @param traces     shared by all event loops.
     */
    LiveEndpoint endpoint(
            Executor eventLoop, EngineClient client, Admission admission, ShareCodec shares, OrderTraces traces);

    /** Says goodbye to everybody and takes in nobody any more; done when all have been told. */
    Future<Void> stop();
}
