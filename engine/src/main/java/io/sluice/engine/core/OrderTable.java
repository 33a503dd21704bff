package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * Every order by its number, which is dense from 1, with its lines and the chain of each viewer's orders, newest first.
 */
final class OrderTable {
    private final Pages orders;
    private final Pages lines;
    private final Order order = new Order(this);
    private final OrderLine line = new OrderLine();
    /** By viewer and 0. */
    private final PairTable newestOfViewer;

    private long capacity;

    OrderTable(final long reserved, final long capacity) {
        this.capacity = capacity;
        orders = new Pages(Order.BYTES, reserved);
        lines = new Pages(OrderLine.BYTES, reserved * 2);
        newestOfViewer = new PairTable((int) reserved);
    }

    /** Takes orders up to {@code newCapacity} from now on; if there are as many already, none. */
    void capacity(final long newCapacity) {
        capacity = newCapacity;
    }

    boolean hasRoom() {
        return orders.size() < capacity;
    }

    /** Number of the newest order, 0 for none. */
    long newest() {
        return orders.size();
    }

    /** Number of the viewer's newest order, 0 for none. */
    long newestOf(final long viewer) {
        return newestOfViewer.get(viewer, 0);
    }

    /** Looks where {@link #newestOf} will look; means nothing. */
    long foresee(final long viewer) {
        return newestOfViewer.foresee(viewer, 0);
    }

    /** The order of a number, null when there is none. */
    Order find(final long number) {
        return number >= 1 && number <= orders.size() ? at(number) : null;
    }

    /** A new order, RESERVED and without lines; the caller has asked {@link #hasRoom}. */
    Order open(final OrderRequest request, final long sequence, final long nowMs) {
        final long number = orders.add() + 1;
        final long previous = newestOfViewer.put(request.viewer(), 0, number);
        final long firstLine = lines.size();
        for (int i = 0; i < request.lines().size(); i++) {
            lines.add();
        }
        at(number).open(request, previous, sequence, nowMs, firstLine);
        return order;
    }

    OrderLine line(final long index) {
        return line.wrap(lines.page(index), lines.offset(index));
    }

    void save(final StateOutput output) {
        orders.save(output);
        lines.save(output);
    }

    /** Takes the orders back, and from them each viewer's newest order and units. */
    void load(final StateInput input, final ViewerUnits units) {
        orders.load(input);
        lines.load(input);
        for (long number = 1; number <= orders.size(); number++) {
            at(number);
            newestOfViewer.put(order.viewer(), 0, number);
            if (order.state() != OrderState.CANCELLED && order.state() != OrderState.EXPIRED) {
                for (int i = 0; i < order.lines(); i++) {
                    order.line(i);
                    units.add(order.viewer(), line.offer(), line.kept());
                }
            }
        }
    }

    private Order at(final long number) {
        final long index = number - 1;
        return order.wrap(number, orders.page(index), orders.offset(index));
    }
}
