package io.sluice.engine.core;

import static io.sluice.engine.core.CampaignBuilder.campaign;
import static io.sluice.engine.core.OfferBuilder.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.PointReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/POINTS.md} is what the core computes. */
class PointsPageTest {
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long TEA = 101;

    private final PointShop shop = PointShop.open();
    private final List<String> rows = new ArrayList<>();
    private int day = 1;

    @Test
    void theRowsAreWhatMovesAndWhatIsLeft() {
        shop.shop().sell(offer(TEA).of(11).at(15_000), 10);
        shop.coupons().giving(campaign().costing(10));
        shop.bringing(PointReason.PURCHASE, 3, 0, 30 * DAY_MS).bringing(PointReason.GIFT, 5, 0, 30 * DAY_MS);

        final Decision paid = shop.buy(shop.coupons().order().of(TEA, 3));
        row("an order of %d fen is paid".formatted(paid.amountFen()), paid);
        on(2).row("a coupon is claimed", shop.coupons().claim(PointShop.VIEWER, "k"));
        on(3).row("one unit is refunded", shop.coupons().giveBack(paid.order(), TEA, 1));
        on(4).row("a gift", gift());
        on(5).row("another unit is refunded", shop.coupons().giveBack(paid.order(), TEA, 1));
        on(6).row("a gift", gift());
        on(40).row("a gift", gift());

        assertThat(OutcomesPage.lines("POINTS.md")).containsSequence(rows);
    }

    private PointsPageTest on(final int newDay) {
        shop.pass((newDay - day) * DAY_MS);
        day = newDay;
        return this;
    }

    private Decision gift() {
        return shop.award(PointShop.VIEWER, PointReason.GIFT, "gift-" + day);
    }

    private void row(final String what, final Decision decision) {
        final PointMoves moves = decision.points();
        rows.add("| %d | %s | %d | %d |".formatted(day, what, moves.points(0), moves.balance(0)));
    }
}
