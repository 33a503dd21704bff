package io.sluice.bench.load.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Scenarios;
import io.sluice.bench.load.TestTarget;
import io.sluice.bench.load.audit.Opening;
import io.sluice.bench.load.client.TrustedRoots;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms that are made, made again, and targets that do not let themselves be prepared. */
class PreparationTest {
    private static TestTarget target;
    private static String operator;
    private static String second;

    @BeforeAll
    static void launch(@TempDir final Path directory) throws Exception {
        target = TestTarget.launch(directory);
        operator = Minting.by(target.config()).operator();
        second = Minting.by(target.config()).secondOperator();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @Test
    void aNewRoomIsLiveAndSellsWhatTheScenarioSays() throws Exception {
        final Opening opening = prepare(Scenarios.selling(7, new SaleOffer(71, 9_900, 500, 2)));

        final JsonNode room = room(7);
        assertThat(room.path("state").asText()).isEqualTo("LIVE");
        assertThat(room.at("/offers/0/state").asText()).isEqualTo("ON_SALE");
        assertThat(room.at("/offers/0/available").asLong()).isEqualTo(500);
        assertThat(room.at("/offers/0/priceFen").asLong()).isEqualTo(9_900);
        assertThat(room.at("/offers/0/perViewerLimit").asLong()).isEqualTo(2);
        assertThat(room.at("/offers/0/holdSeconds").asLong()).isEqualTo(60);
        assertThat(opening.offers()).isEmpty();
    }

    @Test
    void aRoomThatIsThereIsBroughtToTheSame() throws Exception {
        prepare(Scenarios.selling(8, new SaleOffer(81, 9_900, 500, 2)));
        final long before = room(8).path("sequence").asLong();

        final Opening opening = prepare(Scenarios.selling(8, new SaleOffer(81, 100, 300, 0)));

        assertThat(opening.from()).isEqualTo(before + 1);
        assertThat(opening.offers()).containsExactly(new Opening.KnownOffer(81, 81, 2, 500));
        assertThat(room(8).at("/offers/0/available").asLong()).isEqualTo(300);
        assertThat(room(8).at("/offers/0/priceFen").asLong()).isEqualTo(100);
    }

    @Test
    void aScenarioWithoutOffersTakesItsRoomAsItIs() throws Exception {
        prepare(Scenarios.selling(9, new SaleOffer(91, 9_900, 500, 2)));
        final JsonNode before = room(9);

        final Opening opening = prepare(Scenarios.selling(9));

        assertThat(opening.offers()).containsExactly(new Opening.KnownOffer(91, 91, 2, 500));
        assertThat(room(9).path("sequence")).isEqualTo(before.path("sequence"));
        assertThatThrownBy(() -> prepare(Scenarios.selling(10))).hasMessageContaining("404 ROOM_UNKNOWN");
    }

    @Test
    void anOfferOfAnotherRoomIsRefused() throws Exception {
        prepare(Scenarios.selling(11, new SaleOffer(111, 9_900, 500, 2)));

        assertThatThrownBy(() -> prepare(Scenarios.selling(12, new SaleOffer(111, 9_900, 500, 2))))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("PUT")
                .hasMessageContaining("/operator/rooms/12/offers/111: status 409 OFFER_IN_OTHER_ROOM");
    }

    @Test
    void anItemWithAnAllotmentIsRefused() throws Exception {
        final Scenario scenario = Scenarios.selling(14, new SaleOffer(141, 9_900, 500, 2));
        prepare(scenario);
        new OperatorApi(target.url(), TrustedRoots.ofJava(), operator)
                .post(
                        "/operator/items/141/moves",
                        "{\"from\":{\"kind\":\"SHARED\"},\"to\":{\"kind\":\"ROOM\",\"of\":14},\"units\":4}");

        assertThatThrownBy(() -> prepare(scenario))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("/operator/items/141/stocks")
                .hasMessageContaining("an item with allotments, which the audit cannot follow");
    }

    @Test
    void aRoomWithAWaitingLineIsRefused() throws Exception {
        final Scenario scenario = Scenarios.selling(15, new SaleOffer(151, 9_900, 500, 2));
        prepare(scenario);
        final OperatorApi api = new OperatorApi(target.url(), TrustedRoots.ofJava(), operator);
        final long saved = api.put(
                "/operator/rooms/15/offers/151",
                "{\"item\":151,\"listPriceFen\":9900,\"holdSeconds\":60,\"turnSeconds\":30}");
        while (room(15).path("sequence").asLong() < saved) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> prepare(scenario))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("offer 151 with a waiting line, which the audit cannot follow");
    }

    @Test
    void aTargetThatDoesNotTakeTheTokenIsToldSo() {
        final Scenario scenario = Scenarios.selling(13, new SaleOffer(131, 9_900, 500, 2));

        assertThatThrownBy(() ->
                        new Preparation(scenario, target.url(), TrustedRoots.ofJava(), "no-token", "no-token").run())
                .hasMessageContaining("/operator/items/131/stocks: status 401 TOKEN_INVALID");
    }

    @Test
    void aTargetThatIsDownIsToldWithTheRequest() throws Exception {
        final URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }

        assertThatThrownBy(() ->
                        new Preparation(Scenarios.selling(7), nobody, TrustedRoots.ofJava(), operator, second).run())
                .hasMessageContaining("GET " + nobody + "/api/v1/rooms/7: there is no answer");
    }

    @Test
    void aTargetThatAnswersGarbageIsShown() throws Exception {
        final HttpServer garbage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        garbage.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>Welcome".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        garbage.start();
        try {
            final URI url =
                    URI.create("http://127.0.0.1:" + garbage.getAddress().getPort());

            assertThatThrownBy(() ->
                            new Preparation(Scenarios.selling(7), url, TrustedRoots.ofJava(), operator, second).run())
                    .hasMessageContaining("status 200, with what is no JSON: '<html>Welcome'");
        } finally {
            garbage.stop(0);
        }
    }

    private static Opening prepare(final Scenario scenario) throws StageException {
        return new Preparation(scenario, target.url(), TrustedRoots.ofJava(), operator, second).run();
    }

    private static JsonNode room(final long room) throws Exception {
        return new ObjectMapper()
                .readTree(target.url().resolve("/api/v1/rooms/" + room).toURL());
    }
}
