package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static io.sluice.engine.core.RefundBuilder.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** How many units one viewer may have of one offer. */
class LimitTest {
    private static final long LIMITED = 101;

    private final Shop shop = Shop.open().sell(offer(LIMITED).limitedTo(3), 0);

    @Test
    void aViewerTakesAsManyAsTheLimitAllowsAndNotOneMore() {
        shop.reserve(order("a").of(LIMITED, 2));

        assertRefused(shop.place(order("b").of(LIMITED, 2)), 0, 1);
        assertThat(shop.place(order("c").of(LIMITED, 1)).outcome()).isEqualTo(Outcome.RESERVED);
        assertRefused(shop.place(order("d").of(LIMITED, 1)), 0, 0);
    }

    @Test
    void severalLinesOfOneOfferAreSummed() {
        assertRefused(shop.place(order("a").of(LIMITED, 2).of(LIMITED, 2)), 0, 3);
        assertThat(shop.place(order("b").of(LIMITED, 2).of(LIMITED, 1)).outcome())
                .isEqualTo(Outcome.RESERVED);
    }

    @Test
    void twoOffersOfOneItemAreLimitedEachByItself() {
        shop.sell(offer(102).limitedTo(1), 0);

        assertThat(shop.place(order("a").of(LIMITED, 3).of(102, 1)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void theRefusalNamesTheFirstLineOverItsLimit() {
        assertRefused(shop.place(order("a").of(Shop.OFFER, 50).of(LIMITED, 4)), 1, 3);
    }

    @Test
    void anotherViewerHasALimitOfTheirOwn() {
        shop.reserve(order("a").of(LIMITED, 3));

        assertThat(shop.place(order("a").by(8).of(LIMITED, 3)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void cancelledExpiredAndRefundedUnitsMayBeTakenAgain() {
        shop.cancel(Shop.VIEWER, shop.reserve(order("a").of(LIMITED, 3)));
        shop.expired(order("b").of(LIMITED, 3));
        final long bought = shop.buy(order("c").of(LIMITED, 3));
        shop.refund(refund(bought, "r").of(LIMITED, 1).writtenOff());

        assertRefused(shop.place(order("d").of(LIMITED, 2)), 0, 1);
        assertThat(shop.place(order("e").of(LIMITED, 1)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void paidUnitsCount() {
        shop.buy(order("a").of(LIMITED, 3));

        assertRefused(shop.place(order("b").of(LIMITED, 1)), 0, 0);
    }

    @Test
    void aLimitSetBelowWhatAViewerHasLeavesNothing() {
        shop.reserve(order("a").of(LIMITED, 3));
        shop.putOffer(offer(LIMITED).limitedTo(2));

        assertRefused(shop.place(order("b").of(LIMITED, 1)), 0, 0);
    }

    @Test
    void unitsTakenWhileThereWasNoLimitCountOnceThereIsOne() {
        shop.reserve(order("a").of(Shop.OFFER, 5));
        shop.putOffer(offer(Shop.OFFER).limitedTo(6));

        assertRefused(shop.place(order("b").of(Shop.OFFER, 2)), 0, 1);
    }

    @Test
    void noNumberOfUnitsIsTooLargeToBeCounted() {
        final Shop wholesale = Shop.open().sell(offer(LIMITED).of(11), ProtocolLimits.MAX_STOCK);
        final long orderUnits = (long) ProtocolLimits.MAX_LINES * ProtocolLimits.MAX_QUANTITY;
        for (long units = 0; units <= Integer.MAX_VALUE; units += orderUnits) {
            wholesale.reserve(wholesaleOrder("k" + units));
        }
        wholesale.putOffer(offer(LIMITED).of(11).limitedTo(1));

        assertRefused(wholesale.place(order("one-more").of(LIMITED, 1)), 0, 0);
    }

    private static OrderBuilder wholesaleOrder(final String key) {
        final OrderBuilder order = order(key);
        for (int i = 0; i < ProtocolLimits.MAX_LINES; i++) {
            order.of(LIMITED, ProtocolLimits.MAX_QUANTITY);
        }
        return order;
    }

    private static void assertRefused(final Decision decision, final int line, final long remaining) {
        assertThat(decision.outcome()).isEqualTo(Outcome.LIMIT_REACHED);
        assertThat(decision.line()).isEqualTo(line);
        assertThat(decision.detail()).isEqualTo(remaining);
        assertThat(decision.stockSize()).isZero();
    }
}
