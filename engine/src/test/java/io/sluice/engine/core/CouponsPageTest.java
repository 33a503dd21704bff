package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/COUPONS.md} is what the core computes. */
class CouponsPageTest {
    private static final long TEA = 101;
    private static final long CUP = 102;
    private static final String[] WHICH = {"first", "second", "third"};

    private final CouponShop shop = CouponShop.open();

    CouponsPageTest() {
        shop.shop().sell(offer(TEA).of(11).at(3_333), 10);
        shop.shop().sell(offer(CUP).of(12).at(8_000).during(0, Long.MAX_VALUE, 5_001), 10);
    }

    @Test
    void theRowsAreWhatTheOrderCosts() {
        final OrderPicture picture = bought();

        assertThat(OutcomesPage.lines("COUPONS.md"))
                .containsSequence(List.of(
                        row("tea", picture, 0),
                        row("cup", picture, 1),
                        "| order | 4 | - | %d | %d | %d |"
                                .formatted(
                                        costFen(picture, 0) + costFen(picture, 1),
                                        picture.discountFen(),
                                        picture.totalFen())));
    }

    @Test
    void theRowsAreWhatGoesBack() {
        final long order = bought().number();

        final List<String> rows = new ArrayList<>();
        for (final String each : WHICH) {
            final Decision refunded = shop.giveBack(order, TEA, 1);
            rows.add("| the %s | %d | %d |"
                    .formatted(each, refunded.amountFen(), refunded.picture().discountFen(0)));
        }

        assertThat(OutcomesPage.lines("COUPONS.md")).containsSequence(rows);
    }

    @Test
    void withoutTheCupItIsOneFenTooLittle() {
        shop.giving(terms().regularOnly());

        assertThat(shop.ordered(order())).isEqualTo(Outcome.COUPON_MINIMUM);
    }

    private static CampaignBuilder terms() {
        return campaign().taking(2_000, 5_000).above(10_000);
    }

    private OrderBuilder order() {
        return shop.order(shop.coupon()).of(TEA, 3).of(CUP, 1);
    }

    private OrderPicture bought() {
        shop.giving(terms());
        final long order = shop.shop().reserve(order());
        assertThat(shop.pay(order).outcome()).isEqualTo(Outcome.PAID);
        return shop.shop().find(order).picture();
    }

    private static String row(final String name, final OrderPicture picture, final int line) {
        return "| %s | %d | %d | %d | %d | %d |"
                .formatted(
                        name,
                        picture.quantity(line),
                        picture.unitPriceFen(line),
                        costFen(picture, line),
                        picture.discountFen(line),
                        costFen(picture, line) - picture.discountFen(line));
    }

    private static long costFen(final OrderPicture picture, final int line) {
        return picture.unitPriceFen(line) * picture.quantity(line);
    }
}
