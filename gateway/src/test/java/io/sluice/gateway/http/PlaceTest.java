package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final long ZHAO = 44;
    private static final String PLACE = "/api/v1/rooms/7/offers/1001/place";
    private static final String OFFER = "/api/v1/operator/rooms/7/offers/1001";
    private static final String TERMS = "{\"item\":501,\"listPriceFen\":9900,\"opensAt\":\"2026-11-20T12:00:00.000Z\"";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 2);
        save(",\"turnSeconds\":60");
        gateway.rooms().offer(1_001);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whoFindsTheOfferSoldOutWaitsBehindThoseBefore() {
        order(LI, 2).answers(201);
        join(WANG, 1).answers(200);

        final Api.Reply joined = join(ZHAO, 2).answers(200);

        final JsonNode place = joined.json();
        assertThat(place.at("/room").asInt()).isEqualTo(7);
        assertThat(place.at("/offer").asInt()).isEqualTo(1_001);
        assertThat(place.at("/state").asText()).isEqualTo("WAITING");
        assertThat(place.at("/units").asInt()).isEqualTo(2);
        assertThat(place.at("/ahead").asInt()).isEqualTo(1);
        assertThat(place.at("/waiting").asInt()).isEqualTo(2);
        assertThat(place.has("until")).isFalse();
        assertThat(place.at("/sequence").asLong()).isEqualTo(gateway.sequence());
        assertThat(joined.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void whoJoinsAgainKeepsThePlaceAndMayWantAnotherNumber() {
        order(LI, 2).answers(201);
        join(WANG, 1).answers(200);

        assertThat(join(WANG, 1).answers(200).header("Idempotency-Replayed")).isEqualTo("true");
        final Api.Reply more = join(WANG, 2).answers(200);

        assertThat(more.header("Idempotency-Replayed")).isNull();
        assertThat(more.at("/units").asInt()).isEqualTo(2);
        assertThat(more.at("/waiting").asInt()).isEqualTo(1);
    }

    @Test
    void whenUnitsComeFreeTheFirstOfTheLineHasThemAndNobodyElse() {
        final String order = order(LI, 2).answers(201).at("/order").asText();
        join(WANG, 1).answers(200);
        join(ZHAO, 2).answers(200);
        assertThat(places(WANG).at("/places/0/state").asText()).isEqualTo("WAITING");

        api.post("/api/v1/orders/" + order + "/cancel").viewer(LI).answers(200);

        await().until(() -> places(ZHAO).at("/places/0/state").asText().equals("CALLED"));
        final JsonNode turn = places(WANG).at("/places/0");
        assertThat(turn.at("/state").asText()).isEqualTo("CALLED");
        assertThat(turn.at("/units").asInt()).isEqualTo(1);
        assertThat(turn.at("/until").asText()).startsWith("2026-11-21T12:01:0");
        order(LI, 1).isRefused(409, "SOLD_OUT");
        order(WANG, 1).answers(201);
        assertThat(places(WANG).at("/places")).isEmpty();
    }

    @Test
    void whoLeavesWaitsNoMore() {
        order(LI, 2).answers(201);
        join(WANG, 1).answers(200);

        final JsonNode left = leave().answers(200).json();

        assertThat(left.at("/state").asText()).isEqualTo("LEFT");
        assertThat(left.at("/waiting").asInt()).isZero();
        assertThat(leave().isRefused(404, "NOT_WAITING").at("/offer").asInt()).isEqualTo(1_001);
        assertThat(places(WANG).at("/places")).isEmpty();
    }

    @Test
    void aPlaceIsLeftByThePathOfItsOwnRoomOnly() {
        api.call("DELETE", PLACE.replace("1001", "1009")).viewer(WANG).isRefused(404, "OFFER_UNKNOWN");
    }

    @Test
    void whatIsRefusedSaysWhy() {
        assertThat(join(WANG, 2).isRefused(409, "STOCK_LEFT").at("/available").asInt())
                .isEqualTo(2);
        assertThat(join("/rooms/9/offers/1001", "{\"units\":1}")
                        .isRefused(404, "ROOM_UNKNOWN")
                        .at("/field")
                        .asText())
                .isEqualTo("room");
        assertThat(join("/rooms/7/offers/1009", "{\"units\":1}")
                        .isRefused(404, "OFFER_UNKNOWN")
                        .at("/offer")
                        .asInt())
                .isEqualTo(1_009);
        join("/rooms/7/offers/1003", "{\"units\":1}").isRefused(409, "SALE_NOT_OPEN");
        join("/rooms/7/offers/1002", "{\"units\":1}").isRefused(409, "NO_LINE");
        save(",\"turnSeconds\":60,\"perViewerLimit\":2");
        assertThat(join(WANG, 3)
                        .isRefused(409, "LIMIT_REACHED")
                        .at("/remaining")
                        .asInt())
                .isEqualTo(2);
        save(",\"turnSeconds\":60,\"closesAt\":\"2026-11-21T11:00:00.000Z\"");
        assertThat(join(WANG, 1).isRefused(409, "SALE_CLOSED").at("/closesAt").asText())
                .isEqualTo("2026-11-21T11:00:00.000Z");
    }

    @Test
    void aTurnTakesAnHourAtMost() {
        for (final String seconds : new String[] {"-1", "3601", "0.5"}) {
            assertThat(api.put(OFFER, TERMS + ",\"turnSeconds\":" + seconds + "}")
                            .operator()
                            .isRefused(400, "FIELD_INVALID")
                            .at("/field")
                            .asText())
                    .isEqualTo("turnSeconds");
        }
        save(",\"turnSeconds\":3600");
        save(",\"turnSeconds\":0");
        join(WANG, 1).isRefused(409, "NO_LINE");
    }

    @Test
    void linesAreForViewersAndGuides() {
        order(LI, 2).answers(201);
        api.put(PLACE, "{\"units\":1}").isRefused(401, "TOKEN_MISSING");
        api.put(PLACE, "{\"units\":1}").operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.call("DELETE", PLACE).operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/me/places").operator().isRefused(403, "ROLE_NOT_ALLOWED");
        api.put(PLACE, "{\"units\":1}").as(Role.GUIDE, WANG).answers(200);
    }

    @Test
    void whoJoinsTooFastIsToldToWait() {
        gateway.close();
        gateway = TestGateway.launch(
                data,
                TestGateway.context().set(GatewayProperty.CLAIM_PER_SECOND, 1).set(GatewayProperty.CLAIM_BURST, 1));
        api = gateway.api();
        join(WANG, 1).isRefused(409, "STOCK_LEFT");

        join(WANG, 1).isRefused(429, "TOO_FAST");
        join(ZHAO, 1).isRefused(409, "STOCK_LEFT");
    }

    private void save(final String more) {
        api.put(OFFER, TERMS + more + "}").operator().answers(200);
    }

    private Api.Call order(final long viewer, final int quantity) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":" + quantity + "}]}")
                .viewer(viewer)
                .key("of-" + quantity);
    }

    private Api.Call join(final long viewer, final int units) {
        return api.put(PLACE, "{\"units\":" + units + "}").viewer(viewer);
    }

    private Api.Call join(final String offer, final String body) {
        return api.put("/api/v1" + offer + "/place", body).viewer(WANG);
    }

    private Api.Call leave() {
        return api.call("DELETE", PLACE).viewer(WANG);
    }

    private JsonNode places(final long viewer) {
        return api.get("/api/v1/me/places").viewer(viewer).answers(200).json();
    }
}
