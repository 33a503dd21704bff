package io.sluice.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.sluice.ops.ShopClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;

/** Orders of a {@link ConsoleRoom}, and what the journal and a summary's table say of their money. */
record ConsoleOrders(ShopClient shop, String address, ConsoleRoom room) {
    private static final int PAID_FEN = 11;
    private static final int REFUNDED_FEN = 12;

    /** Money that came and money that went back, fen. */
    record Money(long paidFen, long refundedFen) {}

    /** A viewer's order that is not paid yet. */
    String place(final long viewer, final int quantity) {
        final JsonObject line = new JsonObject().put("offer", room.offer()).put("quantity", quantity);
        return shop.order(shop.viewer(viewer), room.id(), "of-" + viewer, new JsonObject().put("lines", List.of(line)))
                .join()
                .expect(201)
                .body()
                .getString("order");
    }

    /** A viewer's order that is paid. */
    String buy(final long viewer, final int quantity) {
        final String order = place(viewer, quantity);
        shop.call("POST", "/demo/payments", shop.viewer(viewer), new JsonObject().put("order", order))
                .expect(200);
        return order;
    }

    /** The room's money, added up from the journal's events. */
    Money inJournal() {
        final List<JsonObject> events = journal("io.sluice.order.pay,io.sluice.order.refund");
        return new Money(sum(events, "PAID", "amountFen"), sum(events, "REFUNDED", "refundFen"));
    }

    /** The money of a part of the table that was kept. */
    static Money inTable(final Download table, final String part) {
        try {
            final List<String[]> rows = Files.readAllLines(table.path()).stream()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(part))
                    .toList();
            return new Money(sum(rows, PAID_FEN), sum(rows, REFUNDED_FEN));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(final List<String[]> rows, final int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row[column])).sum();
    }

    private static long sum(final List<JsonObject> events, final String outcome, final String field) {
        return events.stream()
                .map(event -> event.getJsonObject("data"))
                .filter(data -> outcome.equals(data.getString("outcome")))
                .mapToLong(data -> data.getLong(field))
                .sum();
    }

    private List<JsonObject> journal(final String types) {
        final HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/api/v1/journal?from=1&room=" + room.id() + "&type=" + types))
                .header("Authorization", "Bearer " + shop.token("downstream", 1))
                .build();
        try {
            final HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body()
                    .lines()
                    .map(JsonObject::new)
                    .filter(event -> !"io.sluice.journal.position".equals(event.getString("type")))
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
