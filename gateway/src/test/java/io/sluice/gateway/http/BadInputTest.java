package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static final String ORDERS = "/api/v1/rooms/7/orders";
    private static final String ONE = "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}";

    @TempDir
    private static Path data;

    private static TestGateway gateway;
    private static Api api;

    @BeforeAll
    static void openTheShop() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 10);
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                bad("", "MALFORMED_JSON", null),
                bad("[]", "MALFORMED_JSON", null),
                bad("null", "MALFORMED_JSON", null),
                bad("{", "MALFORMED_JSON", null),
                bad("{\"lines\":[{\"offer\":1001,\"quantity\":1}}", "MALFORMED_JSON", null),
                bad(ONE + "x", "MALFORMED_JSON", null),
                bad(ONE + ONE, "MALFORMED_JSON", null),
                bad("{'lines':[]}", "MALFORMED_JSON", null),
                bad(ONE.replace("1}", "01}"), "MALFORMED_JSON", null),
                bad(ONE.replace("1}", "NaN}"), "MALFORMED_JSON", null),
                bad(
                        "{\"lines\":[{\"offer\":1001,\"quantity\":1,\"quantity\":1}]}",
                        "MALFORMED_JSON",
                        "lines[0].quantity"),
                bad("{\"coupon\":\"a\",\"coupon\":\"a\"}", "MALFORMED_JSON", "coupon"),
                bad("[".repeat(100), "MALFORMED_JSON", null),
                bad("{\"lines\":".repeat(9), "FIELD_INVALID", "lines"),
                bad("{}", "FIELD_MISSING", "lines"),
                bad("{\"lines\":[{\"offer\":1001}]}", "FIELD_MISSING", "lines[0].quantity"),
                bad("{\"lines\":[{\"offer\":1,\"quantity\":1},{\"quantity\":1}]}", "FIELD_MISSING", "lines[1].offer"),
                bad(ONE.replace("]", "],\"viewer\":42"), "UNKNOWN_FIELD", "viewer"),
                bad(ONE.replace("1}", "1,\"price\":1}"), "UNKNOWN_FIELD", "lines[0].price"),
                bad(ONE.replace("]", "],\"touch\":{\"guide\":1}"), "UNKNOWN_FIELD", "touch"),
                bad("{\"lines\":[]}", "FIELD_INVALID", "lines"),
                bad("{\"lines\":{}}", "FIELD_INVALID", "lines"),
                bad("{\"lines\":null}", "FIELD_INVALID", "lines"),
                bad("{\"lines\":[1]}", "FIELD_INVALID", "lines[0]"),
                bad(lines(17), "FIELD_INVALID", "lines"),
                bad(ONE.replace("1}", "0}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "-1}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "100001}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "1.0}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "1e0}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "\"1\"}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "true}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1}", "null}"), "FIELD_INVALID", "lines[0].quantity"),
                bad(ONE.replace("1001", "9007199254740992"), "FIELD_INVALID", "lines[0].offer"),
                bad(ONE.replace("1001", "18446744073709551617"), "FIELD_INVALID", "lines[0].offer"),
                bad(ONE.replace("1001", "1" + "0".repeat(900)), "FIELD_INVALID", "lines[0].offer"),
                bad(ONE.replace("]", "],\"expectedTotalFen\":-1"), "FIELD_INVALID", "expectedTotalFen"),
                bad(ONE.replace("]", "],\"expectedTotalFen\":9007199254740992"), "FIELD_INVALID", "expectedTotalFen"),
                bad(ONE.replace("]", "],\"share\":\"\""), "FIELD_INVALID", "share"),
                bad(ONE.replace("]", "],\"share\":\"" + "s".repeat(33) + "\""), "FIELD_INVALID", "share"),
                bad(ONE.replace("]", "],\"share\":\"a b\""), "FIELD_INVALID", "share"),
                bad(ONE.replace("]", "],\"coupon\":\"\\u0000\""), "FIELD_INVALID", "coupon"),
                bad(ONE.replace("]", "],\"coupon\":\"\\ud800\""), "FIELD_INVALID", "coupon"));
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void aBadOrderIsRefusedByItsPlace(final String body, final String code, final String field) {
        final long before = nextSequence();

        final Api.Reply refused = api.post(ORDERS, body).viewer(42).key("k").isRefused(400, code);

        assertThat(refused.json().path("field").asText(null)).isEqualTo(field);
        assertThat(nextSequence()).as("nothing was recorded in between").isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'to':{'kind':'SHARED'},'units':1}|FIELD_MISSING|from",
                "{'from':{'kind':'SHARED'},'units':1}|FIELD_MISSING|to",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','of':7}}|FIELD_MISSING|units",
                "{'from':{'kind':'SHARED'},'to':{'of':7},'units':1}|FIELD_MISSING|to.kind",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM'},'units':1}|FIELD_MISSING|to.of",
                "{'from':{'kind':'SHARED','of':7},'to':{'kind':'ROOM','of':7},'units':1}|FIELD_INVALID|from.of",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','of':0},'units':1}|FIELD_INVALID|to.of",
                "{'from':{'kind':'SHARED'},'to':{'kind':'GROUP','of':7},'units':1}|FIELD_INVALID|to.kind",
                "{'from':{'kind':'SHARED'},'to':{'kind':'SHARED'},'units':1}|FIELD_INVALID|to",
                "{'from':{'kind':'SHARED'},'to':7,'units':1}|FIELD_INVALID|to",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','of':7},'units':0}|FIELD_INVALID|units",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','of':7},'units':1.5}|FIELD_INVALID|units",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','of':7},'units':1000000000001}|FIELD_INVALID|units",
                "{'from':{'kind':'SHARED'},'to':{'kind':'ROOM','room':7},'units':1}|UNKNOWN_FIELD|to.room"
            })
    void aBadMoveOfStockIsRefusedByItsPlace(final String body, final String code, final String field) {
        final Api.Reply refused = api.post("/api/v1/operator/items/501/moves", body.replace('\'', '"'))
                .operator()
                .isRefused(400, code);

        assertThat(refused.at("/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|FIELD_MISSING|units",
                "{'units':0}|FIELD_INVALID|units",
                "{'units':1.5}|FIELD_INVALID|units",
                "{'units':100001}|FIELD_INVALID|units",
                "{'units':'1'}|FIELD_INVALID|units",
                "{'units':1,'viewer':43}|UNKNOWN_FIELD|viewer"
            })
    void whatIsWrongWithJoiningALineIsNamed(final String body, final String code, final String field) {
        final Api.Reply refused = api.put("/api/v1/rooms/7/offers/1001/place", body.replace('\'', '"'))
                .viewer(42)
                .isRefused(400, code);

        assertThat(refused.at("/field").asText()).isEqualTo(field);
    }

    @Test
    void anOrderWithACodeThatIsNotOursIsRefused() {
        final Api.Reply refused = api.post(ORDERS, ONE.replace("]", "],\"share\":\"g7Kx2\""))
                .viewer(42)
                .key("k")
                .isRefused(404, "SHARE_UNKNOWN");

        assertThat(refused.at("/field").asText()).isEqualTo("share");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xFF, 0xE4, 0xED})
    void malformedUtf8IsRefused(final int broken) {
        final byte[] body = ONE.replace("]", "],\"share\":\"*\"").getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) broken;

        api.post(ORDERS, body).viewer(42).key("k").isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void anotherEncodingIsRefused() {
        api.post(ORDERS, ONE.getBytes(StandardCharsets.UTF_16LE))
                .viewer(42)
                .key("k")
                .isRefused(400, "MALFORMED_JSON");
        api.post(ORDERS, ONE.getBytes(StandardCharsets.UTF_16))
                .viewer(42)
                .key("k")
                .isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void theKeyHasItsLimits() {
        api.post(ORDERS, ONE).viewer(42).isRefused(400, "KEY_MISSING");
        api.post(ORDERS, ONE).viewer(42).key("k".repeat(65)).isRefused(400, "KEY_INVALID");
        api.post(ORDERS, ONE).viewer(42).key("").isRefused(400, "KEY_INVALID");
        api.post(ORDERS, ONE).viewer(42).key("a b").isRefused(400, "KEY_INVALID");
        api.post(ORDERS, ONE).viewer(42).key("k".repeat(64)).answers(201);
    }

    @Test
    void theBodyIsJsonAndSaysSo() {
        api.post(ORDERS, ONE)
                .viewer(42)
                .key("k")
                .header("Content-Type", "text/plain")
                .isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        api.post(ORDERS).viewer(42).key("k").isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        api.post(ORDERS, ONE)
                .viewer(42)
                .key("k")
                .header("Content-Type", "Application/JSON; charset=\"UTF-8\"")
                .answers(201);
    }

    @Test
    void aBodyPastTheLimitIsRefused() {
        final Api.Reply refused =
                api.post(ORDERS, " ".repeat(16_385)).viewer(42).key("k").isRefused(413, "BODY_TOO_LARGE");

        assertThat(refused.at("/limit").asLong()).isEqualTo(16_384);
        api.post(ORDERS, " ".repeat(16_384)).viewer(42).key("k").isRefused(400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/rooms/0/orders, room",
        "/api/v1/rooms/-7/orders, room",
        "/api/v1/rooms/07/orders, room",
        "/api/v1/rooms/x/orders, room",
        "/api/v1/rooms/7%20/orders, room",
        "/api/v1/rooms/9007199254740992/orders, room",
        "/api/v1/rooms/99999999999999999999999/orders, room"
    })
    void anIdInThePathHasItsRange(final String path, final String field) {
        final Api.Reply refused = api.post(path, ONE).viewer(42).key("k").isRefused(400, "FIELD_INVALID");

        assertThat(refused.at("/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "x", "-1", "99999999999999999999", "1%2F2"})
    void anOrderIdIsAStringOfDigits(final String order) {
        final Api.Reply refused = api.get("/api/v1/orders/" + order).viewer(42).isRefused(400, "FIELD_INVALID");

        assertThat(refused.at("/field").asText()).isEqualTo("order");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, FIELD_INVALID, limit",
        "limit=51, FIELD_INVALID, limit",
        "limit=x, FIELD_INVALID, limit",
        "limit=1&limit=2, FIELD_INVALID, limit",
        "before=x, FIELD_INVALID, before",
        "page=1, UNKNOWN_FIELD, page"
    })
    void aParameterHasItsRange(final String query, final String code, final String field) {
        final Api.Reply refused =
                api.get("/api/v1/me/orders?" + query).viewer(42).isRefused(400, code);

        assertThat(refused.at("/field").asText()).isEqualTo(field);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        final Api.Reply missing = api.get("/api/v1/nothing").viewer(42).send();
        final Api.Reply wrongMethod =
                api.call("DELETE", "/api/v1/orders/1").viewer(42).send();
        final Api.Reply wrongOrderMethod = api.get(ORDERS).viewer(42).send();

        assertThat(Arrays.asList(missing, wrongMethod, wrongOrderMethod))
                .extracting(reply -> reply.status() + " " + reply.at("/code").asText())
                .containsExactly("404 NOT_FOUND", "405 METHOD_NOT_ALLOWED", "405 METHOD_NOT_ALLOWED");
        Api.contract().checkSchema("Problem", missing.json());
        Api.contract().checkSchema("Problem", wrongMethod.json());
    }

    private static Arguments bad(final String body, final String code, final String field) {
        return Arguments.of(body, code, field);
    }

    private static String lines(final int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"offer\":1001,\"quantity\":1}")
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    /** Number of the next record, which this makes. */
    private static long nextSequence() {
        return api.post("/api/v1/operator/items/501/stock", "{\"change\":1,\"reason\":\"RESTOCK\"}")
                .operator()
                .answers(200)
                .at("/sequence")
                .asLong();
    }
}
