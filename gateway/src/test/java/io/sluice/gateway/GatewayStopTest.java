package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayStopTest {
    private final LinkListener link = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(link);
    private final TestGateway gateway =
            TestGateway.launch(engine, link, TestGateway.context().set(GatewayProperty.STOP_MS, 10_000));

    private final Api api = gateway.api();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whatIsInFlightIsAnsweredBeforeTheDoorsClose() {
        final CompletableFuture<Api.Reply> inFlight = putItem();

        final CompletableFuture<Void> stopped =
                gateway.gateway().stop().toCompletionStage().toCompletableFuture();
        assertThat(gateway.management()
                        .get("/readyz")
                        .answers(503)
                        .at("/reason")
                        .asText())
                .isEqualTo("stopping");
        assertThat(stopped).isNotDone();
        assertThat(gateway.rooms().areStopped()).isFalse();
        engine.acceptNext();

        assertThat(inFlight.join().at("/sequence").asInt()).isEqualTo(1);
        stopped.join();
        assertThat(gateway.rooms().areStopped()).isTrue();
        assertThatThrownBy(() -> api.get("/openapi.yaml").send()).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void noTicketIsIssuedWhileStopping() {
        gateway.rooms().put(7, "{}");
        final CompletableFuture<Api.Reply> inFlight = putItem();
        final CompletableFuture<Void> stopped =
                gateway.gateway().stop().toCompletionStage().toCompletableFuture();

        api.post("/api/v1/rooms/7/tickets").viewer(42).isRefused(503, "STOPPING");

        engine.acceptNext();
        inFlight.join();
        stopped.join();
    }

    @Test
    void nothingNewIsBegunWhileStoppingAndItsConnectionEnds() {
        final CompletableFuture<Api.Reply> inFlight = putItem();
        final CompletableFuture<Void> stopped =
                gateway.gateway().stop().toCompletionStage().toCompletableFuture();

        final Api.Reply refused = api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .viewer(42)
                .key("k")
                .isRefused(503, "STOPPING");

        assertThat(refused.header("Connection")).isEqualToIgnoringCase("close");
        assertThat(engine.waiting()).isEqualTo(1);
        engine.acceptNext();
        assertThat(inFlight.join().header("Connection")).isEqualToIgnoringCase("close");
        stopped.join();
    }

    /** A command that the engine has and has not answered. */
    private CompletableFuture<Api.Reply> putItem() {
        final CompletableFuture<Api.Reply> reply =
                CompletableFuture.supplyAsync(() -> api.put("/api/v1/operator/items/1", "{\"title\":\"x\"}")
                        .operator()
                        .answers(200));
        await().until(() -> engine.waiting() == 1);
        return reply;
    }
}
