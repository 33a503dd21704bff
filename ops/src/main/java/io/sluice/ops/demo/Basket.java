package io.sluice.ops.demo;

import java.util.List;

/**
 * One real order, told in the room's offers.
 *
 * @param customer dense customer number of the data; 0 is a guest
 * @param lines at least one, each of another offer
 * @param cancelled whether the data cancels it
 */
record Basket(int customer, List<OrderLine> lines, boolean cancelled) {
    Basket {
        lines = List.copyOf(lines);
    }
}
