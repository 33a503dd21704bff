package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoSeederTest {
    private final Vertx vertx = Vertx.vertx();
    private DemoBrand brand;
    private FakeShop shop;

    @BeforeEach
    void openShop() throws Exception {
        brand = DemoBrand.load();
        shop = FakeShop.open(vertx);
    }

    @AfterEach
    void closeAll() throws Exception {
        FakeShop.await(vertx.close());
    }

    @Test
    void seedsTheRoomEveryOfferAndThenGoesLive() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<FakeShop.Asked> asked = shop.asked();
        final int people =
                brand.stores().size() + brand.guides().size() + brand.groups().size();
        final int offers = brand.offers().size() + 4;
        final int terms = DemoPlan.ALL.size() + DemoCampaign.ALL.size() + DemoPointRule.ALL.size();
        final int storeRoom = 5;
        // Two pages of stocks are read, and then units are moved.
        final int allotments = 3 * DemoAllotment.of(brand).size();
        assertThat(asked)
                .hasSize(6 + people + 4 * offers + terms + storeRoom + allotments)
                .allMatch(one -> one.authorization().equals("Bearer operator-1"));
        assertThat(asked.get(0).path()).isEqualTo("/operator/rooms/1");
        assertThat(asked.get(asked.size() - 1).body().encode()).isEqualTo("{\"state\":\"LIVE\"}");
    }

    @Test
    void guidesComeAfterTheStoresTheyWorkInAndGroupsAfterTheirGuides() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<String> kinds = shop.asked().stream()
                .map(one -> one.path().split("/", -1)[2])
                .filter(Set.of("stores", "guides", "groups", "attribution-policy")::contains)
                .distinct()
                .toList();
        assertThat(kinds).containsExactly("stores", "guides", "groups", "attribution-policy");
        assertThat(shop.asked("PUT", "/operator/guides/110").get(0).body().encode())
                .isEqualTo("{\"name\":\"导购 010\",\"stores\":[1,2],\"viewer\":500000110}");
        assertThat(shop.asked("PUT", "/operator/groups/1001").get(0).body().encode())
                .isEqualTo("{\"name\":\"社群 0001\",\"store\":1,\"guide\":101,\"owner\":999995000}");
        assertThat(shop.asked("PUT", "/operator/rooms/1/host").get(0).body().encode())
                .isEqualTo("{\"store\":1,\"guide\":101}");
    }

    @Test
    void anOfferComesAfterItsItemAndItsStock() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<FakeShop.Asked> asked = shop.asked();
        final int first = asked.indexOf(shop.asked("PUT", "/operator/items/1").get(0));
        final List<FakeShop.Asked> offer = asked.subList(first, first + 4);
        assertThat(offer)
                .extracting(FakeShop.Asked::path)
                .containsExactly(
                        "/operator/items/1",
                        "/operator/items/1/class",
                        "/operator/items/1/stock",
                        "/operator/rooms/1/offers/1001");
        assertThat(offer.get(1).body().encode()).isEqualTo("{\"category\":3,\"kind\":\"GOODS\"}");
        assertThat(offer.get(2).body().encode()).isEqualTo("{\"change\":6000,\"reason\":\"RESTOCK\"}");
        assertThat(offer.get(3).body().fieldNames())
                .containsExactlyInAnyOrder("item", "listPriceFen", "perViewerLimit", "opensAt", "holdSeconds");
    }

    @Test
    void aRoseIsATipAndThePlansComeBehindEveryOffer() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<String> paths =
                shop.asked().stream().map(FakeShop.Asked::path).toList();
        assertThat(shop.asked("PUT", "/operator/items/9001/class").get(0).body().encode())
                .isEqualTo("{\"category\":9,\"kind\":\"TIP\"}");
        assertThat(shop.asked("PUT", "/operator/rooms/1/offers/2001")
                        .get(0)
                        .body()
                        .getLong("listPriceFen"))
                .isEqualTo(100);
        assertThat(paths.subList(
                        paths.indexOf("/operator/rooms/1/offers/4001") + 1, paths.indexOf("/operator/campaigns/1")))
                .containsExactly(
                        "/operator/plans/brand",
                        "/operator/plans/categories/2",
                        "/operator/plans/offers/1002",
                        "/operator/plans/categories/9");
        assertThat(shop.asked("PUT", "/operator/plans/categories/9")
                        .get(0)
                        .body()
                        .encode())
                .isEqualTo("{\"returnDays\":7,\"shares\":[{\"payee\":\"HOST\",\"basisPoints\":5000,\"fixedFen\":0,"
                        + "\"capFen\":0}]}");
    }

    @Test
    void thePackOfCakesComesBehindTheCampaignOfItsVouchers() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<String> paths =
                shop.asked().stream().map(FakeShop.Asked::path).toList();
        assertThat(paths.indexOf("/operator/offers/3001/pack"))
                .isGreaterThan(paths.indexOf("/operator/campaigns/6"))
                .isGreaterThan(paths.indexOf("/operator/rooms/1/offers/3001"));
        assertThat(shop.asked("PUT", "/operator/offers/3001/pack").get(0).body().encode())
                .isEqualTo("{\"campaign\":6,\"units\":4}");
        assertThat(shop.asked("PUT", "/operator/campaigns/3")
                        .get(0)
                        .body()
                        .getJsonObject("audience")
                        .getMap())
                .containsOnly(Map.entry("kind", "NEARBY"), Map.entry("store", 1), Map.entry("radiusMetres", 3_000));
        assertThat(shop.asked("PUT", "/operator/points/COMMENT").get(0).body().encode())
                .isEqualTo("{\"points\":1,\"dailyCap\":5,\"validDays\":90}");
    }

    @Test
    void anItemThatHasItsStockGetsNoneAgain() throws Exception {
        FakeShop.await(seeder().seed(Set.of(1L)));

        assertThat(shop.asked("PUT", "/operator/items/1")).hasSize(1);
        assertThat(shop.asked("POST", "/operator/items/1/stock")).isEmpty();
        assertThat(shop.asked("POST", "/operator/items/531/stock")).hasSize(1);
        assertThat(shop.asked("POST", "/operator/rooms/1/state")).hasSize(1);
    }

    @Test
    void whatIsSetAsideComesBehindTheRoomsThatItIsFor() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        final List<String> paths =
                shop.asked().stream().map(FakeShop.Asked::path).toList();
        assertThat(paths.indexOf("/operator/items/1/moves")).isGreaterThan(paths.indexOf("/operator/rooms/2/host"));
        assertThat(shop.asked("POST", "/operator/items/1/moves"))
                .extracting(asked -> asked.body().getJsonObject("to").encode())
                .containsExactly(
                        "{\"kind\":\"ROOM\",\"of\":1}",
                        "{\"kind\":\"REPLAY\",\"of\":1}",
                        "{\"kind\":\"STORE\",\"of\":2}");
        assertThat(shop.asked("PUT", "/operator/rooms/2/host").get(0).body().encode())
                .isEqualTo("{\"store\":2,\"guide\":111}");
    }

    @Test
    void whatIsSetAsideAlreadyIsLeftAlone() throws Exception {
        shop.stocks(new JsonObject().put("kind", "ROOM").put("of", 1));

        FakeShop.await(seeder().seed(Set.of()));

        assertThat(shop.asked("POST", "/operator/items/1/moves"))
                .extracting(asked -> asked.body().getJsonObject("to").getString("kind"))
                .containsExactly("REPLAY", "STORE");
    }

    @Test
    void theCandlesHaveAWaitingLine() throws Exception {
        FakeShop.await(seeder().seed(Set.of()));

        assertThat(shop.asked("PUT", "/operator/rooms/1/offers/4001")
                        .get(0)
                        .body()
                        .getInteger("turnSeconds"))
                .isEqualTo(20);
        assertThat(shop.asked("POST", "/operator/items/9004/stock")
                        .get(0)
                        .body()
                        .encode())
                .isEqualTo("{\"change\":2,\"reason\":\"RESTOCK\"}");
    }

    @Test
    void asksABusyServerAgain() throws Exception {
        shop.refuseNext(503, "RING_FULL");

        FakeShop.await(seeder().seed(Set.of()));

        assertThat(shop.asked("PUT", "/operator/rooms/1")).hasSize(2);
    }

    @Test
    void stopsAtARefusalAndNamesIt() {
        shop.refuseNext(409, "ROOM_STATE_FIXED");

        assertThatThrownBy(() -> FakeShop.await(seeder().seed(Set.of()))).hasMessageContaining("409 ROOM_STATE_FIXED");
        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void theHostLetsItRain() throws Exception {
        final DemoHost host = new DemoHost(vertx, brand, "127.0.0.1", shop.port(), 20);
        host.start();

        await().until(() -> !shop.asked("POST", "/operator/rooms/1/rain").isEmpty());
        FakeShop.await(host.close());
        assertThat(shop.asked("POST", "/operator/rooms/1/rain").get(0).body().encode())
                .isEqualTo("{\"campaign\":4,\"count\":500,\"seconds\":30}");
    }

    @Test
    void theHostPinsFlashesAndRestocks() throws Exception {
        final DemoHost host = new DemoHost(vertx, brand, "127.0.0.1", shop.port(), 20);
        host.start();

        await().until(() -> host.acted() >= 10
                && !shop.asked("POST", "/operator/items/1/moves").isEmpty());
        FakeShop.await(host.close());
        assertThat(shop.asked("POST", "/operator/rooms/1/pin")).hasSizeGreaterThan(3);
        assertThat(shop.asked("POST", "/operator/items/1/stock")).isNotEmpty();
        assertThat(shop.asked("POST", "/operator/items/9004/stock")).hasSizeGreaterThan(1);
        assertThat(shop.asked("PUT", "/operator/rooms/1/offers/1001")
                        .get(0)
                        .body()
                        .getJsonArray("priceWindows"))
                .hasSize(1);
    }

    private DemoSeeder seeder() {
        return new DemoSeeder(vertx, brand, "127.0.0.1", shop.port());
    }
}
