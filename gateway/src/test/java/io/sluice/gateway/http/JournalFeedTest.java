package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFeedTest {
    private static final String JOURNAL = "/api/v1/journal";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void openTheShop() {
        gateway = TestGateway.launch(data, TestGateway.context().set(GatewayProperty.MAX_FEEDS, 1));
        api = gateway.api();
        Shop.open(api, 10);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyKindOfRecordIsAnEventOfTheContract() {
        new EverythingOnce(gateway).happen();

        final List<JsonNode> events = events("");

        events.forEach(event -> Api.contract().checkSchema("JournalEvent", event));
        events.forEach(EventSchemas::check);
        assertThat(events)
                .extracting(event -> event.path("id").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events.get(events.size() - 1).path("id").asInt()).isEqualTo(events.size());
        assertThat(events).extracting(event -> event.path("type").asText()).containsAll(RecordJson.typeNames());
        assertThat(events)
                .extracting(event -> event.at("/data/outcome").asText())
                .contains(
                        "HOLD_NOT_DUE",
                        "RESERVED",
                        "REPEATED",
                        "KEY_REUSED",
                        "SOLD_OUT",
                        "PAID",
                        "CANCELLED",
                        "REFUND_DUE",
                        "ACCEPTED");
    }

    @Test
    void whatNamesOrderZeroIsAboutThatOrder() {
        gateway.offer((buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new CancelOrderEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(42)
                        .order(0)
                        .actor(0)
                        .encodedLength());
        api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":1}]}")
                .viewer(42)
                .key("a")
                .answers(201);

        assertThat(events(""))
                .extracting(event -> event.path("subject").asText())
                .contains("orders/0");
    }

    @Test
    void everyTypeOfEventIsAMessageOfTheAsyncApiDocument() {
        final Set<String> types = new TreeSet<>(Set.of("io.sluice.journal.position"));
        Api.contract().document().at("/components/schemas/EventType/enum").forEach(type -> types.add(type.asText()));

        assertThat(EventSchemas.messages()).isEqualTo(types);
    }

    @Test
    void aRecordReadAgainIsTheSameEvent() {
        new EverythingOnce(gateway).happen();

        assertThat(events("")).isEqualTo(events(""));
    }

    /** The filter reads records; the test reads the events of the whole feed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "room=7",
                "offer=1001",
                "offer=1004",
                "viewer=42",
                "order=1",
                "order=999",
                "type=io.sluice.order.pay",
                "type=io.sluice.order.pay,io.sluice.room.pin",
                "outcome=SOLD_OUT",
                "outcome=KEY_REUSED,REPEATED",
                "room=7&outcome=RESERVED",
                "room=7&viewer=42&offer=1001&type=io.sluice.order.place&from=20",
                "offer=1002",
                "type=io.sluice.points.award",
                "type=io.sluice.line.join,io.sluice.line.lapse",
                "room=7&offer=1005&outcome=ACCEPTED",
                "viewer=61",
                "viewer=46",
                "viewer=48"
            })
    void aFilteredFeedShowsTheEventsThatMeetItAndThenItsPosition(final String query) {
        new EverythingOnce(gateway).happen();
        final List<JsonNode> all = events("");
        final Map<String, String> filter = Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("="))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));

        final List<JsonNode> shown = events("?" + query);

        final JsonNode position = shown.get(shown.size() - 1);
        Api.contract().checkSchema("JournalPosition", position);
        EventSchemas.check(position);
        assertThat(position.at("/data/sequence").asInt()).isEqualTo(all.size());
        final List<JsonNode> expected =
                all.stream().filter(event -> meets(event, filter)).toList();
        assertThat(shown.subList(0, shown.size() - 1)).isEqualTo(expected);
        assertThat(expected.isEmpty()).isEqualTo(query.equals("viewer=48"));
    }

    private static boolean meets(final JsonNode event, final Map<String, String> filter) {
        final JsonNode data = event.path("data");
        return filter.entrySet().stream().allMatch(asked -> switch (asked.getKey()) {
            case "type" ->
                List.of(asked.getValue().split(",")).contains(event.path("type").asText());
            case "outcome" ->
                List.of(asked.getValue().split(","))
                        .contains(data.path("outcome").asText());
            case "from" -> data.path("sequence").asInt() >= Integer.parseInt(asked.getValue());
            case "offer" ->
                data.path("offer").asText().equals(asked.getValue())
                        || data.path("lines").findValuesAsText("offer").contains(asked.getValue())
                        || data.path("offers").toString().contains(asked.getValue());
            case "viewer" ->
                data.path("viewer").asText().equals(asked.getValue())
                        || data.path("viewers").findValuesAsText("viewer").contains(asked.getValue())
                        || data.path("pointMoves").findValuesAsText("viewer").contains(asked.getValue())
                        || data.path("placeMoves").findValuesAsText("viewer").contains(asked.getValue());
            case "room" ->
                data.path("room").asText().equals(asked.getValue())
                        || data.path("placeMoves").findValuesAsText("room").contains(asked.getValue());
            default -> data.path(asked.getKey()).asText().equals(asked.getValue());
        });
    }

    @Test
    void aMoveFromRoomToRoomIsInTheFeedOfBoth() {
        api.put("/api/v1/operator/rooms/8", "{\"title\":\"早场\",\"startsAt\":\"2026-11-21T12:00:00.000Z\"}")
                .operator()
                .answers(200);
        move("{\"kind\":\"SHARED\"}", "{\"kind\":\"ROOM\",\"of\":7}");
        move("{\"kind\":\"ROOM\",\"of\":7}", "{\"kind\":\"ROOM\",\"of\":8}");

        final JsonNode move = events("").get((int) gateway.sequence() - 1);

        assertThat(events("?room=7")).contains(move);
        assertThat(events("?room=8")).contains(move);
    }

    private void move(final String from, final String to) {
        api.post("/api/v1/operator/items/501/moves", "{\"from\":" + from + ",\"to\":" + to + ",\"units\":1}")
                .operator()
                .answers(200);
    }

    @Test
    void aFeedGoesOnWhereItsReaderStopped() {
        final List<JsonNode> all = events("");

        assertThat(events("?from=4")).isEqualTo(all.subList(3, all.size()));
        assertThat(events("?from=" + (all.size() + 1))).isEmpty();
    }

    @Test
    void aFeedBeginsAtAMoment() {
        final List<JsonNode> all = events("");

        assertThat(events("?at=2020-01-01T00:00:00Z")).isEqualTo(all);
        assertThat(events("?at=2099-01-01T00:00:00Z")).isEmpty();
        assertThat(events("?at=" + all.get(0).path("time").asText())).isEqualTo(all);
    }

    @Test
    void aFollowerHearsWhatComes() throws IOException {
        final int before = events("").size();
        await().until(() -> gateway.gateway().openFeeds() == 0);
        try (BufferedReader feed = follow("?follow=true&from=" + (before + 1))) {
            Shop.restock(api, 1);

            assertThat(event(feed.readLine()).path("type").asText()).isEqualTo("io.sluice.item.stock");
        }
    }

    @Test
    void aFollowerOfAMomentYetToComeHearsNothingBefore() throws IOException {
        final List<JsonNode> all = events("");
        final long atMs = Rfc3339.parse(all.get(all.size() - 1).path("time").asText()) + 500;
        await().until(() -> gateway.gateway().openFeeds() == 0);
        try (BufferedReader feed = follow("?follow=true&at=" + Rfc3339.format(atMs))) {
            await().until(() -> {
                Shop.restock(api, 1);
                return feed.ready();
            });

            assertThat(Rfc3339.parse(event(feed.readLine()).path("time").asText()))
                    .isGreaterThanOrEqualTo(atMs);
        }
    }

    @Test
    void onlySoManyReadAtOnce() throws IOException {
        try (BufferedReader feed = follow("?follow=true")) {
            assertThat(feed.readLine()).contains("io.sluice.engine.limits");

            api.get(JOURNAL).as(Role.DOWNSTREAM, 1).isRefused(503, "FEEDS_FULL");
        }
        await().untilAsserted(() -> assertThat(
                        api.get(JOURNAL).as(Role.DOWNSTREAM, 1).send().status())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "room=0, 400, FIELD_INVALID",
        "offer=-1, 400, FIELD_INVALID",
        "viewer=x, 400, FIELD_INVALID",
        "order=9223372036854775808, 400, FIELD_INVALID",
        "type=order.pay, 400, FIELD_INVALID",
        "type=io.sluice.order.pay%2C, 400, FIELD_INVALID",
        "outcome=sold_out, 400, FIELD_INVALID",
        "outcome=, 400, FIELD_INVALID",
        "consumer=, 400, FIELD_INVALID",
        "consumer=a%20b, 400, FIELD_INVALID",
        "consumer=.crm, 400, FIELD_INVALID",
        "heartbeat=0, 400, FIELD_INVALID",
        "heartbeat=61, 400, FIELD_INVALID",
        "room=7&room=8, 400, FIELD_INVALID",
        "from=0, 400, FIELD_INVALID",
        "from=x, 400, FIELD_INVALID",
        "from=1000, 409, SEQUENCE_AHEAD",
        "at=yesterday, 400, FIELD_INVALID",
        "follow=yes, 400, FIELD_INVALID",
        "from=1&at=2026-11-21T12:00:00Z, 400, FIELD_INVALID",
        "since=1, 400, UNKNOWN_FIELD"
    })
    void aBadParameterIsRefused(final String query, final int status, final String code) {
        final Api.Reply reply =
                api.get(JOURNAL + "?" + query).as(Role.DOWNSTREAM, 1).isRefused(status, code);

        if (status == 400) {
            assertThat(query).contains(reply.at("/field").asText() + "=");
        }
    }

    private List<JsonNode> events(final String query) {
        await().until(() -> gateway.gateway().openFeeds() == 0);
        final Api.Reply reply = api.get(JOURNAL + query).as(Role.DOWNSTREAM, 1).answers(200);
        return reply.text().lines().map(JournalFeedTest::event).toList();
    }

    private BufferedReader follow(final String query) throws IOException {
        final HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + gateway.port() + JOURNAL + query)
                        .toURL()
                        .openConnection();
        connection.setReadTimeout(10_000);
        connection.setRequestProperty("Authorization", "Bearer " + gateway.token(Role.DOWNSTREAM, 1));
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static JsonNode event(final String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
