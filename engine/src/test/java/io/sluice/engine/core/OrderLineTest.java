package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.ProtocolLimits;
import org.junit.jupiter.api.Test;

/** A price and the number of a stock share eight bytes. */
class OrderLineTest {
    private final Pages pages = new Pages(OrderLine.BYTES, 0);
    private final OrderLine line = new OrderLine().wrap(pages.address(pages.add()));

    @Test
    void theDearestPriceAndTheLastStockThereCanBeFitBesideEachOther() {
        line.write(1, 2, ProtocolLimits.MAX_PRICE_FEN, 3, ProtocolLimits.MAX_ALLOTMENTS);

        assertThat(line.unitPriceFen()).isEqualTo(ProtocolLimits.MAX_PRICE_FEN);
        assertThat(line.stock()).isEqualTo(ProtocolLimits.MAX_ALLOTMENTS);
    }

    @Test
    void anotherStockLeavesThePriceAsItIs() {
        line.write(1, 2, ProtocolLimits.MAX_PRICE_FEN, 3, ProtocolLimits.MAX_ALLOTMENTS);

        line.drawFrom(1);

        assertThat(line.unitPriceFen()).isEqualTo(ProtocolLimits.MAX_PRICE_FEN);
        assertThat(line.stock()).isEqualTo(1);
    }
}
