package io.sluice.ops.demo;

import java.io.IOException;
import java.util.List;

/**
 * Every sale order of the data as a basket of the room, in the order they were placed. Immutable.
 *
 * @param baskets all of them
 * @param customers the highest customer number
 */
record BasketBook(List<Basket> baskets, int customers) {
    BasketBook {
        baskets = List.copyOf(baskets);
    }

    /** Reads the data that ships with the demo; takes part of a second. */
    static BasketBook load(final DemoBrand brand) throws IOException {
        return new BasketBookReader(brand).read();
    }
}
