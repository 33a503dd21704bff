package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.People;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllotmentTest {
    private static final long LI = 42;
    private static final String ITEM = "/api/v1/operator/items/501";
    private static final String SHARED = "{'kind':'SHARED'}";
    private static final String ROOM_7 = "{'kind':'ROOM','of':7}";
    private static final String REPLAY_7 = "{'kind':'REPLAY','of':7}";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aMoveAnswersWithTheStockMovedTo() {
        final JsonNode moved = move(SHARED, ROOM_7, 4).answers(200).json();

        assertThat(moved.at("/item").asInt()).isEqualTo(501);
        assertThat(moved.at("/stock").toString()).isEqualTo("{\"kind\":\"ROOM\",\"of\":7}");
        assertThat(moved.at("/available").asInt()).isEqualTo(4);
        assertThat(moved.at("/sequence").asLong()).isEqualTo(gateway.sequence());

        final JsonNode back = move(ROOM_7, SHARED, 1).answers(200).json();
        assertThat(back.at("/stock").toString()).isEqualTo("{\"kind\":\"SHARED\"}");
        assertThat(back.at("/available").asInt()).isEqualTo(7);
    }

    @Test
    void aRoomSellsItsAllotmentAloneUntilThatIsClosed() {
        move(SHARED, ROOM_7, 4).answers(200);
        assertThat(order(6).isRefused(409, "SOLD_OUT").at("/available").asInt()).isEqualTo(4);

        final JsonNode closed = close("/rooms/7").answers(200).json();

        assertThat(closed.at("/returned").asInt()).isEqualTo(4);
        assertThat(closed.at("/available").asInt()).isEqualTo(10);
        order(5).answers(201);
    }

    @Test
    void whatIsRefusedSaysWhy() {
        api.post("/api/v1/operator/items/9/moves", body(SHARED, ROOM_7, 1))
                .operator()
                .isRefused(404, "ITEM_UNKNOWN");
        move(SHARED, "{'kind':'ROOM','of':8}", 1).isRefused(404, "ROOM_UNKNOWN");
        move(SHARED, "{'kind':'STORE','of':8}", 1).isRefused(404, "STORE_UNKNOWN");
        assertThat(move(REPLAY_7, SHARED, 1)
                        .isRefused(404, "ALLOTMENT_UNKNOWN")
                        .at("/field")
                        .asText())
                .isEqualTo("from");
        assertThat(move(SHARED, ROOM_7, 11)
                        .isRefused(409, "STOCK_TOO_LOW")
                        .at("/available")
                        .asInt())
                .isEqualTo(10);
        close("/rooms/7").isRefused(404, "ALLOTMENT_UNKNOWN");
        close("/replays/0").isRefused(400, "FIELD_INVALID");
        assertThat(close("/shared/7")
                        .isRefused(400, "FIELD_INVALID")
                        .at("/field")
                        .asText())
                .isEqualTo("kind");
    }

    @Test
    void onlyItsReplaySellsARoomsUnitsOnceItHasEnded() {
        move(SHARED, ROOM_7, 4).answers(200);
        move(ROOM_7, REPLAY_7, 3).answers(200);
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"ENDED\"}")
                .operator()
                .answers(200);

        assertThat(move(SHARED, ROOM_7, 1)
                        .isRefused(409, "ROOM_ENDED")
                        .at("/field")
                        .asText())
                .isEqualTo("to");
        order(4).isRefused(409, "SOLD_OUT");
        order(3).answers(201);
        assertThat(close("/replays/7").answers(200).at("/available").asInt()).isEqualTo(7);
    }

    @Test
    void unitsAreSetAsideForAStore() {
        People.hire(api);

        move(SHARED, "{'kind':'STORE','of':1}", 4).answers(200);

        assertThat(close("/stores/1").answers(200).at("/returned").asInt()).isEqualTo(4);
    }

    @Test
    void stockIsOperatorsBusiness() {
        api.post(ITEM + "/moves", body(SHARED, ROOM_7, 1)).viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        api.call("DELETE", ITEM + "/allotments/rooms/7").viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(ITEM + "/stocks").viewer(LI).isRefused(403, "ROLE_NOT_ALLOWED");
        assertThat(api.get("/api/v1/operator/items/9/stocks")
                        .operator()
                        .isRefused(404, "ITEM_UNKNOWN")
                        .at("/field")
                        .asText())
                .isEqualTo("item");
    }

    private Api.Call move(final String from, final String to, final long units) {
        return api.post(ITEM + "/moves", body(from, to, units)).operator();
    }

    private Api.Call close(final String allotment) {
        return api.call("DELETE", ITEM + "/allotments" + allotment).operator();
    }

    private Api.Call order(final int quantity) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":" + quantity + "}]}")
                .viewer(LI)
                .key("of-" + quantity);
    }

    private static String body(final String from, final String to, final long units) {
        return ("{'from':" + from + ",'to':" + to + ",'units':" + units + "}").replace('\'', '"');
    }
}
