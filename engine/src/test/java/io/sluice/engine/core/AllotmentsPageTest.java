package io.sluice.engine.core;

import static io.sluice.engine.core.OutcomesPage.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/ALLOTMENTS.md} is what the core computes. */
class AllotmentsPageTest {
    private final LineShop shop = LineShop.open();
    private final List<String> rows = new ArrayList<>();

    @Test
    void theRowsAreWhatIsOnSaleAndWhoWaits() {
        row("there are " + Shop.STOCK + " units");
        shop.allotting(StockKind.ROOM, Shop.ROOM, 4);
        row("4 are set aside for the room");
        shop.move(StockKind.ROOM, Shop.ROOM, StockKind.REPLAY, Shop.ROOM, 1);
        row("1 of those for its replay");
        final long first = ordered(1, 3);
        waiting(2, 1);
        waiting(3, 2);
        shop.shop().cancel(1, first);
        row("viewer 1 cancels");
        called();
        called();
        final long second = ordered(2, 1);
        ordered(3, 1);
        shop.ending(Shop.ROOM);
        row("the room ends");
        shop.shop().cancel(2, second);
        row("viewer 2 cancels");
        ordered(4, 1);

        assertThat(lines("ALLOTMENTS.md")).containsSequence(rows);
    }

    private long ordered(final long viewer, final int units) {
        final long order = shop.reserve(viewer, Shop.OFFER, units);
        row("viewer " + viewer + " orders " + units);
        return order;
    }

    private void waiting(final long viewer, final int units) {
        shop.waiting(viewer, Shop.OFFER, units);
        row("viewer " + viewer + " waits for " + units);
    }

    private void called() {
        final PlacePage called = shop.call(Shop.OFFER).places();
        row("viewer " + called.viewer(0) + " is called for " + called.units(0));
    }

    private void row(final String what) {
        rows.add("| " + what + " | " + shop.shop().item().shared().available() + " | " + available(StockKind.ROOM)
                + " | " + available(StockKind.REPLAY) + " | "
                + shop.core().catalogue().offer(Shop.OFFER).waiting() + " |");
    }

    private String available(final StockKind kind) {
        final Stock allotment = shop.allotment(kind, Shop.ROOM);
        return allotment == null ? "-" : Long.toString(allotment.available());
    }
}
