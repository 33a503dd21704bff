package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.protocol.ProtocolLimits;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BasketBookTest {
    private static DemoBrand brand;
    private static List<Basket> baskets;

    @BeforeAll
    static void load() throws IOException {
        brand = DemoBrand.load();
        baskets = BasketBook.load(brand).baskets();
    }

    @Test
    void everySaleOrderOfTheDataIsABasket() {
        assertThat(baskets).hasSize(11_044);
    }

    @Test
    void everyCancellationOfTheDataCancelsOneOrder() {
        assertThat(baskets.stream().filter(Basket::cancelled)).hasSize(2_042);
    }

    @Test
    void customersBuyAgainAsTheyDid() {
        final Map<Integer, Integer> orders = new HashMap<>();
        baskets.stream()
                .filter(basket -> basket.customer() > 0)
                .forEach(basket -> orders.merge(basket.customer(), 1, Integer::sum));

        final double again =
                (double) orders.values().stream().filter(n -> n > 1).count() / orders.size();
        assertThat(again).isCloseTo(0.57, within(0.005));
    }

    @Test
    void basketsHaveOneLineAnOfferWithinLimits() {
        final Map<Long, Integer> limits = new HashMap<>();
        brand.offers().forEach(offer -> limits.put(offer.offer(), offer.perViewerLimit()));

        assertThat(baskets).allSatisfy(basket -> {
            assertThat(basket.lines()).hasSizeBetween(1, ProtocolLimits.MAX_LINES);
            assertThat(basket.lines()).extracting(OrderLine::offer).doesNotHaveDuplicates();
            assertThat(basket.lines())
                    .allMatch(line -> line.quantity() >= 1 && line.quantity() <= limits.get(line.offer()));
        });
    }

    @Test
    void manyBasketsHaveSeveralLines() {
        final long several =
                baskets.stream().filter(basket -> basket.lines().size() > 1).count();

        assertThat((double) several / baskets.size()).isBetween(0.2, 0.5);
    }

    @Test
    void linesFallOnOffersAsHeatSays() {
        final Map<Long, Integer> lines = new HashMap<>();
        baskets.forEach(basket -> basket.lines().forEach(line -> lines.merge(line.offer(), 1, Integer::sum)));
        final double all = lines.values().stream().mapToInt(Integer::intValue).sum();
        final double heat = brand.offers().stream().mapToInt(DemoOffer::heat).sum();

        assertThat(brand.offers()).allSatisfy(offer -> assertThat(lines.get(offer.offer()) / all)
                .as("share of offer %d", offer.offer())
                .isCloseTo(offer.heat() / heat, within(0.08)));
        assertThat(share(lines, 5) / all).as("the five hottest").isCloseTo(0.53 * 1000 / heat, within(0.08));
    }

    private static double share(final Map<Long, Integer> lines, final int first) {
        return brand.offers().stream()
                .limit(first)
                .mapToInt(offer -> lines.get(offer.offer()))
                .sum();
    }
}
