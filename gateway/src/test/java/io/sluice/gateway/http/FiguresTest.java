package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a show's board tells its operators. */
class FiguresTest {
    private static final String FIGURES = "/api/v1/operator/rooms/7/figures";
    private static final int NEWEST_SLOT = 179;

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
    void ordersMoneyAndRefusalsAreThoseOfTheJournal() {
        final String paid = order("a", 2).answers(201).at("/order").asText();
        api.post("/api/v1/demo/payments", "{\"order\":\"" + paid + "\"}")
                .viewer(42)
                .answers(200);
        order("b", 2).isRefused(409, "SOLD_OUT");
        order("b", 2).isRefused(409, "SOLD_OUT");

        final Api.Reply figures = api.get(FIGURES).operator().answers(200);

        assertThat(figures.at("/orders").toString())
                .isEqualTo("{\"asked\":2,\"reserved\":1,\"refused\":1,\"paid\":1,\"cancelled\":0,"
                        + "\"expired\":0,\"refunded\":0}");
        assertThat(figures.at("/money/paidFen").asLong()).isEqualTo(19_800);
        assertThat(figures.at("/refused").toString()).isEqualTo("[{\"code\":\"SOLD_OUT\",\"orders\":1}]");
        assertThat(figures.at("/offers/0/paidUnits").asInt()).isEqualTo(2);
        assertThat(figures.at("/sequence").asLong()).isEqualTo(gateway.sequence());
        assertThat(sum(figures, "paid")).isEqualTo(1);
        assertThat(sum(figures, "refused")).isEqualTo(1);
    }

    @Test
    void whatTwoOperatorsDidStandsInTheOrderOfTheJournalWithWhoDidIt() {
        api.post("/api/v1/operator/rooms/7/offers/1001/close")
                .as(Role.OPERATOR, 8)
                .answers(200);
        api.post("/api/v1/operator/rooms/7/state", "{\"state\":\"LIVE\"}")
                .as(Role.OPERATOR, 9)
                .isRefused(409, "ROOM_STATE_FIXED");
        final Api.Reply stock = api.post("/api/v1/operator/items/501/stock", "{\"change\":-1,\"reason\":\"WRITE_OFF\"}")
                .operator()
                .answers(200);

        final Api.Reply figures = api.get(FIGURES).operator().answers(200);

        assertThat(figures.at("/deeds/0/change").asInt()).isEqualTo(-1);
        assertThat(figures.at("/deeds/0/sequence")).isEqualTo(stock.at("/sequence"));
        assertThat(figures.at("/deeds/1/operator").asInt()).isEqualTo(9);
        assertThat(figures.at("/deeds/1/outcome").asText()).isEqualTo("ROOM_STATE_FIXED");
        assertThat(figures.at("/deeds/2/operator").asInt()).isEqualTo(8);
        assertThat(figures.at("/deeds/2/type").asText()).isEqualTo("io.sluice.offer.close");
        assertThat(figures.at("/deeds/2/offer").asInt()).isEqualTo(1_001);
    }

    @Test
    void onlyOperatorsSeeThemAndOnlyOfARoomThatThereIs() {
        api.get(FIGURES).viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/operator/rooms").viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/operator/rooms/8/figures").operator().isRefused(404, "ROOM_UNKNOWN");
        gateway.rooms().put(8, "{\"room\":8}");
        assertThat(api.get("/api/v1/operator/rooms/8/figures")
                        .operator()
                        .answers(200)
                        .at("/orders/asked")
                        .asInt(-1))
                .isZero();
    }

    private Api.Call order(final String key, final int quantity) {
        return api.post("/api/v1/rooms/7/orders", "{\"lines\":[{\"offer\":1001,\"quantity\":" + quantity + "}]}")
                .viewer(42)
                .key(key);
    }

    /** The newest slot and the one before: a test may pass from one into the next. */
    private static int sum(final Api.Reply figures, final String series) {
        return figures.at("/pace/" + series + "/" + NEWEST_SLOT).asInt()
                + figures.at("/pace/" + series + "/" + (NEWEST_SLOT - 1)).asInt();
    }
}
