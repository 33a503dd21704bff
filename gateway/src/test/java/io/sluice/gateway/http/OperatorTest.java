package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
    private static final String OPERATOR = "/api/v1/operator";

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
    void aRoomOnlyMovesForward() {
        api.post(OPERATOR + "/rooms/7/state", "{\"state\":\"LIVE\"}").operator().isRefused(409, "ROOM_STATE_FIXED");
        api.post(OPERATOR + "/rooms/7/state", "{\"state\":\"ENDED\"}")
                .operator()
                .answers(200);
        api.post(OPERATOR + "/rooms/8/state", "{\"state\":\"LIVE\"}").operator().isRefused(404, "ROOM_UNKNOWN");
    }

    @Test
    void stockIsAddedAndWrittenOff() {
        assertThat(stock("{\"change\":5,\"reason\":\"RESTOCK\"}")
                        .answers(200)
                        .at("/available")
                        .asInt())
                .isEqualTo(15);
        assertThat(stock("{\"change\":-15,\"reason\":\"WRITE_OFF\"}")
                        .answers(200)
                        .at("/available")
                        .asInt())
                .isZero();
        assertThat(stock("{\"change\":-1,\"reason\":\"WRITE_OFF\"}")
                        .isRefused(409, "STOCK_TOO_LOW")
                        .at("/available")
                        .asInt(-1))
                .isZero();
        stock("{\"change\":-1,\"reason\":\"RESTOCK\"}").isRefused(400, "FIELD_INVALID");
        stock("{\"change\":0,\"reason\":\"RESTOCK\"}").isRefused(400, "FIELD_INVALID");
        api.post(OPERATOR + "/items/9/stock", "{\"change\":1,\"reason\":\"RESTOCK\"}")
                .operator()
                .isRefused(404, "ITEM_UNKNOWN");
    }

    @Test
    void anOfferKeepsItsRoomAndItsItem() {
        api.put(OPERATOR + "/rooms/8", "{\"title\":\"另一间\",\"startsAt\":\"2026-11-21T20:00:00+08:00\"}")
                .operator()
                .answers(200);

        offer("/rooms/8/offers/1001", "{\"item\":501,\"listPriceFen\":1}").isRefused(409, "OFFER_IN_OTHER_ROOM");
        offer("/rooms/7/offers/1001", "{\"item\":502,\"listPriceFen\":1}").isRefused(409, "OFFER_ITEM_FIXED");
        offer("/rooms/7/offers/1009", "{\"item\":999,\"listPriceFen\":1}").isRefused(404, "ITEM_UNKNOWN");
        offer("/rooms/9/offers/1009", "{\"item\":501,\"listPriceFen\":1}").isRefused(404, "ROOM_UNKNOWN");
        api.post(OPERATOR + "/rooms/7/offers/9/open").operator().isRefused(404, "OFFER_UNKNOWN");
    }

    @Test
    void priceWindowsComeInAnyOrder() {
        offer(
                        "/rooms/7/offers/1001",
                        "{\"item\":501,\"listPriceFen\":9900,\"opensAt\":\"2026-01-01T00:00:00Z\",\"priceWindows\":["
                                + window("2026-11-21T13:00:00Z", "2026-11-21T14:00:00Z")
                                + "," + window("2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z") + "]}")
                .answers(200);

        final Api.Reply order = api.post(
                        "/api/v1/rooms/7/orders",
                        "{\"lines\":[{\"offer\":1001,\"quantity\":1}],\"expectedTotalFen\":1}")
                .viewer(42)
                .key("k")
                .answers(201);

        assertThat(order.at("/lines/0/unitPriceFen").asInt()).isEqualTo(1);
    }

    @Test
    void aPinIsSetAndTakenAway() {
        api.post(OPERATOR + "/rooms/7/pin", "{\"offer\":1001}").operator().answers(200);
        api.post(OPERATOR + "/rooms/7/pin", "{\"offer\":null}").operator().answers(200);
        api.post(OPERATOR + "/rooms/7/pin", "{\"offer\":9}").operator().isRefused(404, "OFFER_UNKNOWN");
        api.post(OPERATOR + "/rooms/7/pin", "{}").operator().isRefused(400, "FIELD_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"P1D, 86400", "P7D, 604800", "P15D, 1296000"})
    void aViewerIsMutedForAWhile(final String term, final long seconds) {
        final Api.Reply muted = api.post(OPERATOR + "/viewers/42/mute", "{\"for\":\"" + term + "\",\"reason\":\"骂人\"}")
                .operator()
                .answers(200);

        assertThat(Rfc3339.parse(muted.at("/until").asText()))
                .isEqualTo(Rfc3339.parse(muted.at("/at").asText()) + seconds * 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOREVER", "NONE"})
    void aMuteForGoodOrLiftedHasNoEnd(final String term) {
        final Api.Reply muted = api.post(OPERATOR + "/viewers/42/mute", "{\"for\":\"" + term + "\"}")
                .operator()
                .answers(200);

        assertThat(muted.at("/until").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"startsAt\":\"2026-11-21T12:00:00Z\"} | FIELD_MISSING | title",
                "{\"title\":\"x\"} | FIELD_MISSING | startsAt",
                "{\"title\":\"\",\"startsAt\":\"2026-11-21T12:00:00Z\"} | FIELD_INVALID | title",
                "{\"title\":\"a\\u0007b\",\"startsAt\":\"2026-11-21T12:00:00Z\"} | FIELD_INVALID | title",
                "{\"title\":\"x\",\"startsAt\":\"2026-11-21\"} | FIELD_INVALID | startsAt",
                "{\"title\":\"x\",\"startsAt\":\"2026-02-30T12:00:00Z\"} | FIELD_INVALID | startsAt",
                "{\"title\":\"x\",\"startsAt\":1795262400000} | FIELD_INVALID | startsAt",
                "{\"title\":\"x\",\"startsAt\":\"2026-11-21T12:00:00Z\",\"streamUrl\":\"javascript:x\"} | FIELD_INVALID | streamUrl",
                "{\"title\":\"x\",\"startsAt\":\"2026-11-21T12:00:00Z\",\"state\":\"LIVE\"} | UNKNOWN_FIELD | state"
            })
    void aBadRoomIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(api.put(OPERATOR + "/rooms/8", body)
                        .operator()
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"listPriceFen\":1} | FIELD_MISSING | item",
                "{\"item\":501} | FIELD_MISSING | listPriceFen",
                "{\"item\":501,\"listPriceFen\":1000000000001} | FIELD_INVALID | listPriceFen",
                "{\"item\":501,\"listPriceFen\":1,\"perViewerLimit\":0} | FIELD_INVALID | perViewerLimit",
                "{\"item\":501,\"listPriceFen\":1,\"holdSeconds\":4} | FIELD_INVALID | holdSeconds",
                "{\"item\":501,\"listPriceFen\":1,\"opensAt\":\"2026-11-21T12:00:00Z\",\"closesAt\":\"2026-11-21T12:00:00Z\"} | FIELD_INVALID | closesAt",
                "{\"item\":501,\"listPriceFen\":1,\"priceWindows\":[{\"to\":\"2026-11-21T12:00:00Z\",\"priceFen\":1}]} | FIELD_MISSING | priceWindows[0].from",
                "{\"item\":501,\"listPriceFen\":1,\"priceWindows\":[{\"from\":\"2026-11-21T12:00:00Z\",\"to\":\"2026-11-21T12:00:00Z\",\"priceFen\":1}]} | FIELD_INVALID | priceWindows[0].to"
            })
    void aBadOfferIsRefusedByItsPlace(final String body, final String code, final String field) {
        assertThat(offer("/rooms/7/offers/1005", body)
                        .isRefused(400, code)
                        .at("/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void priceWindowsDoNotOverlapAndAreNotTooMany() {
        final String hour = window("2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z");

        offer("/rooms/7/offers/1005", "{\"item\":501,\"listPriceFen\":1,\"priceWindows\":[" + hour + "," + hour + "]}")
                .isRefused(400, "FIELD_INVALID");
        offer(
                        "/rooms/7/offers/1005",
                        "{\"item\":501,\"listPriceFen\":1,\"priceWindows\":[" + (hour + ",").repeat(8) + hour + "]}")
                .isRefused(400, "FIELD_INVALID");
    }

    private Api.Call stock(final String body) {
        return api.post(OPERATOR + "/items/501/stock", body).operator();
    }

    private Api.Call offer(final String path, final String body) {
        return api.put(OPERATOR + path, body).operator();
    }

    private static String window(final String from, final String to) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"priceFen\":1}".formatted(from, to);
    }
}
