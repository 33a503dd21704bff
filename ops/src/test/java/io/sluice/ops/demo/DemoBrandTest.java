package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.ProtocolLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoBrandTest {
    private static DemoBrand brand;

    @BeforeAll
    static void load() throws IOException {
        brand = DemoBrand.load();
    }

    @Test
    void hasThirtyStoresThreeHundredGuidesAndAThousandGroups() {
        assertThat(brand.stores()).hasSize(30);
        assertThat(brand.guides()).hasSize(300);
        assertThat(brand.groups()).hasSize(1_000);
    }

    @Test
    void idsAreUniqueAndEverybodyBelongsToSomebody() {
        assertThat(brand.stores()).extracting(DemoBrand.Store::id).doesNotHaveDuplicates();
        assertThat(brand.guides()).extracting(DemoBrand.Guide::id).doesNotHaveDuplicates();
        assertThat(brand.groups()).extracting(DemoBrand.Group::id).doesNotHaveDuplicates();
        assertThat(brand.guides()).extracting(DemoBrand.Guide::viewer).doesNotHaveDuplicates();
        assertThat(brand.stores())
                .extracting(DemoBrand.Store::id)
                .containsAll(brand.guides().stream()
                        .flatMap(guide -> guide.stores().stream())
                        .toList());
        assertThat(brand.guides())
                .extracting(DemoBrand.Guide::id)
                .containsAll(brand.groups().stream().map(DemoBrand.Group::guide).toList());
    }

    @Test
    void everyGuideLooksAfterAGroupOfTheirHomeStore() {
        final Map<Long, Long> homes = brand.guides().stream()
                .collect(Collectors.toMap(
                        DemoBrand.Guide::id, guide -> guide.stores().get(0)));

        assertThat(brand.groups().stream().map(DemoBrand.Group::guide).distinct())
                .hasSize(300);
        assertThat(brand.groups()).allMatch(group -> homes.get(group.guide()) == group.store());
    }

    @Test
    void aTenthOfTheGuidesWorkInTwoStoresOfOneCity() {
        final Map<Long, String> cities = brand.stores().stream()
                .collect(Collectors.toMap(
                        DemoBrand.Store::id, store -> store.nameZh().substring(0, 2)));

        assertThat(brand.guides().stream().filter(guide -> guide.stores().size() == 2))
                .hasSize(30)
                .allMatch(guide -> cities.get(guide.stores().get(0))
                        .equals(cities.get(guide.stores().get(1))));
    }

    @Test
    void everyStoreLiesInItsCountry() {
        assertThat(brand.stores()).allSatisfy(store -> {
            assertThat(store.latitudeE6()).isBetween(18_000_000, 54_000_000);
            assertThat(store.longitudeE6()).isBetween(73_000_000, 136_000_000);
        });
    }

    @Test
    void everyOfferSellsAnotherItem() {
        assertThat(brand.offers()).hasSizeBetween(30, 40);
        assertThat(brand.offers()).extracting(DemoOffer::offer).doesNotHaveDuplicates();
        assertThat(brand.offers()).extracting(DemoOffer::item).doesNotHaveDuplicates();
        assertThat(brand.offers()).extracting(DemoOffer::callZh).doesNotHaveDuplicates();
    }

    @Test
    void everyOfferKeepsTheCoresLimits() {
        assertThat(brand.offers()).allSatisfy(offer -> {
            assertThat(offer.listPriceFen()).isBetween(1L, ProtocolLimits.MAX_PRICE_FEN);
            assertThat(offer.perViewerLimit()).isBetween(1, ProtocolLimits.MAX_PER_VIEWER);
            assertThat(offer.holdSeconds()).isBetween(ProtocolLimits.MIN_HOLD_SECONDS, ProtocolLimits.MAX_HOLD_SECONDS);
            assertThat(offer.stock()).isPositive();
            assertThat(offer.title().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(ProtocolLimits.MAX_TITLE_BYTES);
        });
    }

    @Test
    void theTipIsNoneOfTheGoods() {
        assertThat(brand.offers())
                .extracting(DemoOffer::offer)
                .doesNotContain(brand.tip().offer());
        assertThat(brand.offers())
                .extracting(DemoOffer::item)
                .doesNotContain(brand.tip().item());
        assertThat(brand.offers()).extracting(DemoOffer::category).isSubsetOf(1L, 2L, 3L);
        assertThat(brand.tip().category()).isEqualTo(DemoPlan.PRESENTS);
    }

    @Test
    void noPlanGivesMoreThanThereIs() {
        assertThat(DemoPlan.ALL).allSatisfy(plan -> assertThat(plan.shares().stream()
                        .mapToInt(DemoPlan.Share::basisPoints)
                        .sum())
                .isLessThan(ProtocolLimits.WHOLE_BASIS_POINTS));
    }

    @Test
    void aFlashPriceIsBelowTheListPrice() {
        final List<DemoOffer> flash =
                brand.offers().stream().filter(DemoOffer::hasFlashPrice).toList();

        assertThat(flash).hasSizeGreaterThan(4);
        assertThat(flash).allMatch(offer -> offer.flashPriceFen() < offer.listPriceFen());
    }

    @Test
    void heatIsThatOfALiveShop() {
        final int[] heat = brand.offers().stream().mapToInt(DemoOffer::heat).toArray();

        assertThat(heat).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(heat[0]).isEqualTo(220);
        assertThat(sum(heat, 5)).isEqualTo(530);
        assertThat(sum(heat, 10)).isEqualTo(710);
        assertThat(sum(heat, heat.length)).isBetween(900, 975);
    }

    @Test
    void theRoomSellsWhatTheShopSoldMostOften() throws IOException {
        final Map<Long, Set<String>> ordersOfItem = new HashMap<>();
        try (BufferedReader in = DemoResource.open("orders.csv.gz")) {
            CsvTable.read(in, BasketBookReader.ORDERS_HEADER, row -> {
                if ("0".equals(row.get(6))) {
                    ordersOfItem
                            .computeIfAbsent(Long.parseLong(row.get(3)), item -> new HashSet<>())
                            .add(row.get(1));
                }
            });
        }
        final Set<Long> mostSold = ordersOfItem.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Long, Set<String>> entry) ->
                        -entry.getValue().size()))
                .limit(brand.offers().size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(brand.offers()).extracting(DemoOffer::item).containsExactlyInAnyOrderElementsOf(mostSold);
    }

    private static int sum(final int[] heat, final int first) {
        int sum = 0;
        for (int i = 0; i < first; i++) {
            sum += heat[i];
        }
        return sum;
    }
}
