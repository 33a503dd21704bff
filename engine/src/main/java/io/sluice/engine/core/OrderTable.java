package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.BitSet;

/**
 * Every order by its number, which is dense from 1, with its lines and the chain of each viewer's orders, newest first.
 */
final class OrderTable {
    private static final int STRIDE = 64;

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

    /** The hash under which a viewer's newest order is found. */
    static long hashOf(final long viewer) {
        return PairTable.hash(viewer, 0);
    }

    /** Looks where {@link #newestOf} will look for a viewer of a hash; means nothing. */
    long lookAtNewest(final long hash) {
        return newestOfViewer.lookAt(hash);
    }

    /** Looks at the order of a number, if there is one, and at its first line; means nothing. */
    long lookAt(final long number) {
        final Order found = find(number);
        return found == null ? 0 : found.look();
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
        return line.wrap(lines.address(index));
    }

    void save(final StateOutput output) {
        orders.save(output);
        lines.save(output);
    }

    /** Takes the orders back into this table, which must be new. */
    void load(final StateInput input) {
        orders.load(input);
        lines.load(input);
    }

    /**
     * Finds each viewer's newest order and units from the orders that were loaded, the newest first: an order that one behind
     * it names as its viewer's order before is not the newest.
     *
     * @return nothing that means anything.
     */
    long index(final ViewerUnits units) {
        final BitSet followed = new BitSet((int) orders.size() + 1);
        final long[] hashes = new long[STRIDE];
        long seen = 0;
        for (long last = orders.size(); last > 0; last -= STRIDE) {
            final long first = Math.max(1, last - STRIDE + 1);
            // Looked at first and entered then: memory is waited for once for all of them.
            for (long number = first; number <= last; number++) {
                at(number);
                hashes[(int) (number - first)] =
                        PairTable.hash(order.viewer(), order.line(0).offer());
            }
            for (int i = 0; i <= last - first; i++) {
                seen += units.lookAt(hashes[i]);
            }
            for (long number = last; number >= first; number--) {
                index(at(number), followed, units);
            }
        }
        return seen;
    }

    private void index(final Order loaded, final BitSet followed, final ViewerUnits units) {
        if (!followed.get((int) loaded.number())) {
            newestOfViewer.put(loaded.viewer(), 0, loaded.number());
        }
        followed.set((int) loaded.previousOfViewer());
        if (loaded.state() != OrderState.CANCELLED && loaded.state() != OrderState.EXPIRED) {
            for (int i = 0; i < loaded.lines(); i++) {
                loaded.line(i);
                units.add(loaded.viewer(), line.offer(), line.kept());
            }
        }
    }

    private Order at(final long number) {
        return order.wrap(number, orders.address(number - 1));
    }
}
