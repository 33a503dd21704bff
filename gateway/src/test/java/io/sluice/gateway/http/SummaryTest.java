package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left to say once a show is over. */
class SummaryTest {
    private static final String SUMMARY = "/api/v1/operator/rooms/7/summary";
    private static final int PAID_FEN = 11;
    private static final int REFUNDED_FEN = 12;

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        gateway.rooms().put(7, "{\"room\":7}");
        api = gateway.api();
        Shop.open(api, 3);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyStepIsCountedAndTheReplayStandsApart() {
        final String paid = order(42, "a", 201);
        pay(42, paid);
        refund(paid);
        order(43, "b", 201);
        order(44, "c", 409);
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"ENDED\"}")
                .operator()
                .answers(200);
        Shop.restock(api, 9);
        final String replayed = order(45, "d", 201);
        pay(45, replayed);

        final Api.Reply summary = api.get(SUMMARY).operator().answers(200);

        assertThat(summary.at("/viewers").toString())
                .isEqualTo(
                        "{\"entered\":4,\"watched\":0,\"pressed\":4,\"reserved\":3,\"paid\":2,\"kept\":2,\"more\":false}");
        assertThat(summary.at("/rowsKept").asBoolean()).isTrue();
        assertThat(summary.at("/total/asked").asInt()).isEqualTo(3);
        assertThat(summary.at("/total/reserved").asInt()).isEqualTo(2);
        assertThat(summary.at("/total/kept").asInt()).isEqualTo(1);
        assertThat(summary.at("/total/paidFen").asLong()).isEqualTo(19_800);
        assertThat(summary.at("/total/refundedFen").asLong()).isEqualTo(9_900);
        assertThat(summary.at("/replay/paidFen").asLong()).isEqualTo(19_800);
        assertThat(summary.at("/offers/0/offer").asLong()).isEqualTo(1_001);
        assertThat(summary.at("/offers/0/asked").asInt()).isEqualTo(3);
        assertThat(summary.at("/offers/0/paidUnits").asInt()).isEqualTo(2);
        assertThat(summary.at("/sources/0/kind").asText()).isEqualTo("NOBODY");
        assertThat(summary.at("/endedAt").isTextual()).isTrue();
        assertThat(summary.at("/sequence").asLong()).isEqualTo(gateway.sequence());
    }

    @Test
    void eachCutOfTheTableAddsUpToItsTotal() {
        final String paid = order(42, "a", 201);
        pay(42, paid);
        refund(paid);

        final Api.Reply table = api.get(SUMMARY + ".csv").operator().answers(200);

        assertThat(table.header("content-disposition")).isEqualTo("attachment; filename=\"room-7-summary.csv\"");
        final List<String[]> rows =
                table.text().lines().skip(1).map(line -> line.split(",", -1)).toList();
        for (final String part : List.of("TOTAL", "OFFER", "MINUTE", "NOBODY")) {
            assertThat(sum(rows, part, PAID_FEN)).as(part).isEqualTo(19_800);
            assertThat(sum(rows, part, REFUNDED_FEN)).as(part).isEqualTo(9_900);
        }
    }

    @Test
    void onlyOperatorsSeeItAndOnlyOfARoomThatThereIs() {
        api.get(SUMMARY).viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/operator/rooms/8/summary").operator().isRefused(404, "ROOM_UNKNOWN");
        api.get("/api/v1/operator/rooms/8/summary.csv").operator().isRefused(404, "ROOM_UNKNOWN");
    }

    private String order(final long viewer, final String key, final int status) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":2}]}")
                .viewer(viewer)
                .key(key)
                .answers(status)
                .at("/order")
                .asText();
    }

    private void pay(final long viewer, final String order) {
        api.post("/api/v1/demo/payments", "{\"order\":\"" + order + "\"}")
                .viewer(viewer)
                .answers(200);
    }

    /** One unit of it. */
    private void refund(final String order) {
        api.post(
                        "/api/v1/operator/orders/" + order + "/refund-requests",
                        "{\"stock\":\"RETURN\",\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .operator()
                .key("back-" + order)
                .answers(200);
    }

    private static long sum(final List<String[]> rows, final String part, final int column) {
        return rows.stream()
                .filter(row -> row[0].equals(part))
                .mapToLong(row -> Long.parseLong(row[column]))
                .sum();
    }
}
