package io.sluice.ops.demo;

import java.util.ArrayList;
import java.util.List;

/** One sale order of the data while it is read: the lines of what the room sells, and how the order began. */
final class SaleOrder {
    final int order;
    final int customer;
    final int firstQuantity;
    final List<Line> lines = new ArrayList<>(2);
    boolean cancelled;

    SaleOrder(final int order, final int customer, final int firstQuantity) {
        this.order = order;
        this.customer = customer;
        this.firstQuantity = firstQuantity;
    }

    /** Units of the offer at {@code rank} in the room. */
    record Line(int rank, int quantity) {}
}
