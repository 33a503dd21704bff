package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * Every order by its number, which is dense from 1, with its lines, the chain of each viewer's orders, newest first, and why
 * it is put down to whom.
 */
final class OrderTable {
    private static final int STRIDE = 64;

    private final Pages orders;
    private final Pages lines;
    private final Order order = new Order(this);
    private final OrderLine line = new OrderLine();
    private final OrderCredits credits;
    private final OrderDiscounts discounts;
    private final OrderShares shares;
    private final ViewerTable viewers;
    private final Viewer viewer = new Viewer();

    private long capacity;

    OrderTable(final long reserved, final long capacity, final ViewerTable viewers) {
        this.capacity = capacity;
        orders = new Pages(Order.BYTES, reserved);
        lines = new Pages(OrderLine.BYTES, reserved * 2);
        credits = new OrderCredits(reserved);
        discounts = new OrderDiscounts(reserved);
        shares = new OrderShares(reserved);
        this.viewers = viewers;
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
    long newestOf(final long owner) {
        return viewers.newestOrderOf(owner);
    }

    /** Why orders are put down to whom. */
    OrderCredits credits() {
        return credits;
    }

    /** What coupons take off. */
    OrderDiscounts discounts() {
        return discounts;
    }

    /** The share codes that orders carry. */
    OrderShares shares() {
        return shares;
    }

    /** Adds where so many new orders of a line will lie. */
    void addNext(final int count, final Looks looks) {
        orders.addNext(count, looks);
        lines.addNext(count, looks);
        credits.addNext(count, looks);
        shares.addNext(count, looks);
    }

    /** Adds the order of a number, if there is one. */
    void addOrder(final long number, final Looks looks) {
        if (isKnown(number)) {
            looks.add(orders.address(number - 1), Order.BYTES);
        }
    }

    /** Adds what an order points at, if there is one: its first line, share code, discount, and why it is put down to whom. */
    void addBehind(final long number, final Looks looks) {
        if (isKnown(number)) {
            looks.add(lines.address(at(number).firstLine()));
            order.addBehind(looks);
            credits.addPlace(number, looks);
        }
    }

    /** The order of a number, null when there is none. */
    Order find(final long number) {
        return isKnown(number) ? at(number) : null;
    }

    private boolean isKnown(final long number) {
        return number >= 1 && number <= orders.size();
    }

    /** Points {@code view} at the order of a number, which there is: for who must not move what {@link #find} answered. */
    Order show(final long number, final Order view) {
        return view.wrap(number, orders.address(number - 1));
    }

    /** Fills {@code view}, an order of this table's, with one more that was saved. */
    void take(final SavedOrder saved, final Ascii share, final Order view) {
        final long index = orders.add();
        view.wrap(index + 1, orders.address(index)).take(saved, share);
    }

    /** A new order of {@code buyer}, RESERVED and without lines; the caller has asked {@link #hasRoom}. */
    Order open(
            final OrderRequest request,
            final Viewer buyer,
            final Attribution attribution,
            final long sequence,
            final long nowMs) {
        final long number = orders.add() + 1;
        final long previous = buyer.newestOrder();
        buyer.newestOrder(number);
        credits.add(number, attribution);
        final long firstLine = lines.size();
        for (int i = 0; i < request.lines().size(); i++) {
            lines.add();
        }
        at(number).open(request, attribution, previous, sequence, nowMs, firstLine);
        return order;
    }

    /** Shows every order that holds stock, oldest first. */
    void forEachHold(final HoldVisitor visitor) {
        for (long number = 1; number <= orders.size(); number++) {
            if (at(number).state() == OrderState.RESERVED) {
                visitor.onHold(number, order.payByMs());
            }
        }
    }

    /** Shows every paid line of an item that is a tip now, oldest first. */
    void forEachTip(final Catalogue catalogue, final TipVisitor visitor) {
        for (long number = 1; number <= orders.size(); number++) {
            final int paidLines = at(number).paidAt() == 0 ? 0 : order.lines();
            for (int i = 0; i < paidLines; i++) {
                final long discountFen = order.discountFen(i);
                order.line(i);
                if (catalogue.isTip(line.item()) && line.kept() > 0) {
                    final long takenFen = discountFen - Portion.of(discountFen, line.refunded(), line.quantity());
                    visitor.onTip(order.room(), order.viewer(), line.unitPriceFen() * line.kept() - takenFen);
                }
            }
        }
    }

    OrderLine line(final long index) {
        return line.wrap(lines.address(index));
    }

    void save(final StateOutput output) {
        SavedOrders.save(output, this);
        lines.save(output);
    }

    /** Takes the orders back into this table, which must be new. */
    void load(final StateInput input) {
        SavedOrders.load(input, this);
        lines.load(input);
    }

    /**
     * Finds each viewer's units from the orders that were loaded, and where the viewers were not loaded, each viewer's newest
     * order: viewers are then met in the order of their first orders, as they were at first.
     */
    void index(final ViewerUnits units, final boolean meetViewers) {
        final long[] pairs = new long[STRIDE];
        final int[] owners = new int[STRIDE];
        final Looks looks = new Looks();
        for (long first = 1; first <= orders.size(); first += STRIDE) {
            final long last = Math.min(orders.size(), first + STRIDE - 1);
            // Looked at first and entered then: memory is waited for once for all of them.
            for (long number = first; number <= last; number++) {
                at(number);
                final int i = (int) (number - first);
                pairs[i] = PairTable.hash(order.viewer(), order.line(0).offer());
                owners[i] = ViewerTable.hashOf(order.viewer());
            }
            for (int i = 0; i <= last - first; i++) {
                units.addPlace(pairs[i], looks);
                if (meetViewers) {
                    looks.add(viewers.indexAddress(owners[i]));
                }
            }
            looks.look();
            for (long number = first; number <= last; number++) {
                index(at(number), units, meetViewers);
            }
        }
    }

    private void index(final Order loaded, final ViewerUnits units, final boolean meetViewers) {
        if (meetViewers) {
            viewers.meet(loaded.viewer(), viewer).newestOrder(loaded.number());
        }
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
