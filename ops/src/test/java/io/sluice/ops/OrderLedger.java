package io.sluice.ops;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Everything that was ever pressed, held against what a server knows. Adding from any thread. */
final class OrderLedger {
    private final Queue<Press> presses = new ConcurrentLinkedQueue<>();

    Press add(final Press press) {
        presses.add(press);
        return press;
    }

    void forEach(final Consumer<Press> action) {
        presses.forEach(action);
    }

    /** How many presses got an answer. */
    long answered() {
        return presses.stream().filter(Press::isAnswered).count();
    }

    /** Repeats what got no answer, and counts it. */
    int repeatUnanswered(final ShopClient shop) {
        final List<Press> open =
                presses.stream().filter(press -> !press.isAnswered()).toList();
        final List<CompletableFuture<ShopAnswer>> answers =
                open.stream().map(press -> press.repeat(shop)).toList();
        answers.forEach(answer -> assertThat(answer.join().outcome()).isIn("RESERVED", "SOLD_OUT"));
        return open.size();
    }

    /** Repeats what got an answer, and fails unless it is the same answer. */
    void repeatAnswered(final ShopClient shop) {
        for (final Press press : presses) {
            if (press.isOrder()) {
                final JsonObject first = press.order();
                assertThat(press.repeat(shop).join().expect(200).body())
                        .as(press.key())
                        .isEqualTo(first);
            }
        }
    }

    /**
     * Fails unless each viewer has exactly the orders that were acknowledged, each as it was acknowledged.
     *
     * @return units in all orders.
     */
    long holdAgainst(final ShopClient shop) {
        long units = 0;
        final Map<Long, List<Press>> byViewer = presses.stream().collect(groupingBy(Press::viewer));
        final Map<Long, CompletableFuture<ShopAnswer>> answers = new HashMap<>();
        byViewer.forEach((viewer, pressed) ->
                answers.put(viewer, shop.orders(pressed.get(0).token())));
        for (final Map.Entry<Long, List<Press>> viewer : byViewer.entrySet()) {
            final Map<String, JsonObject> found =
                    byId(answers.get(viewer.getKey()).join().expect(200));
            final List<Press> placed =
                    viewer.getValue().stream().filter(Press::isOrder).toList();
            assertThat(found.keySet())
                    .as("orders of viewer %d", viewer.getKey())
                    .containsExactlyInAnyOrderElementsOf(placed.stream()
                            .map(press -> press.order().getString("order"))
                            .toList());
            for (final Press press : placed) {
                final JsonObject order = found.get(press.order().getString("order"));
                hold(press, order);
                units += order.getJsonArray("lines").getJsonObject(0).getInteger("quantity");
            }
        }
        return units;
    }

    private static void hold(final Press press, final JsonObject found) {
        if (!press.payTried()) {
            assertThat(found).as(press.key()).isEqualTo(press.order());
            return;
        }
        assertThat(found.getJsonArray("lines"))
                .as(press.key())
                .isEqualTo(press.order().getJsonArray("lines"));
        assertThat(found.getLong("totalFen"))
                .as(press.key())
                .isEqualTo(press.order().getLong("totalFen"));
        assertThat(found.getString("state")).as(press.key()).isIn(press.paid() ? "PAID" : "RESERVED", "PAID");
    }

    private static Map<String, JsonObject> byId(final ShopAnswer answer) {
        final JsonArray orders = answer.body().getJsonArray("orders");
        final Map<String, JsonObject> byId = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            final JsonObject order = orders.getJsonObject(i);
            assertThat(byId.put(order.getString("order"), order)).isNull();
        }
        return byId;
    }
}
