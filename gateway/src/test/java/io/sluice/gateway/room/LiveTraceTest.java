package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.trace.v1.Span;
import io.sluice.gateway.trace.Collector;
import io.sluice.gateway.trace.OrderTraces;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of orders over the live connection, as a collector gets them. */
class LiveTraceTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path data;

    @Test
    void ordersAreTracedAndNothingElse() {
        try (Collector collector = new Collector()) {
            final OrderTraces traces = OrderTraces.to(collector.endpoint(), 1);
            final JsonNode order;
            try (LiveFixture fixture = new LiveFixture(data, new RoomOptions(), traces).sell(1)) {
                final TestViewer viewer = fixture.join(42);
                viewer.send("{\"t\":\"order\",\"key\":\"a\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}");
                order = viewer.await("order");
                viewer.send("{\"t\":\"comment\",\"text\":\"好吃\"}");
                viewer.await("comment");
                viewer.send("{\"t\":\"order\",\"key\":\"b\",\"lines\":[]}");
                viewer.await("refused");
            }
            close(traces);

            final List<Span> wholes = collector.spans("frame order");
            assertThat(wholes).hasSize(2);
            assertThat(collector.spans("decision")).hasSize(1);
            assertThat(collector.spans()).hasSize(3);
            assertThat(Collector.attributes(wholes.get(0)))
                    .containsEntry("sluice.room", Commands.ROOM)
                    .containsEntry("sluice.order", order.get("order").asText())
                    .containsEntry("sluice.sequence", order.get("sequence").asLong())
                    .containsEntry("sluice.outcome", "RESERVED")
                    .containsEntry("http.response.status_code", 200L);
            assertThat(Collector.attributes(wholes.get(1)))
                    .containsEntry("sluice.outcome", "FIELD_INVALID")
                    .doesNotContainKey("sluice.sequence");
            assertThat(traces.counts().sent()).isEqualTo(3);
        }
    }

    private static void close(final OrderTraces traces) {
        final CompletableFuture<Void> closed = new CompletableFuture<>();
        traces.close(() -> closed.complete(null));
        closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
