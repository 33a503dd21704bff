package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;

/** An order as a decision or the answer to a query shows it: a copy, so that nothing of the table leaves the core. */
public final class OrderPicture {
    private static final int MAX_LINES = ProtocolLimits.MAX_LINES;

    private final long[] offers = new long[MAX_LINES];
    private final long[] items = new long[MAX_LINES];
    private final long[] unitPricesFen = new long[MAX_LINES];
    private final int[] quantities = new int[MAX_LINES];
    private final int[] refunded = new int[MAX_LINES];
    private final long[] discountsFen = new long[MAX_LINES];
    private final Attribution attribution = new Attribution();
    private final Ascii share = new Ascii(ProtocolLimits.MAX_SHARE_BYTES);
    private int lines;
    private long number;
    private long viewer;
    private long room;
    /** Codes, as in {@link Decision}. */
    private int state;

    private boolean late;
    private int returned;
    private long totalFen;
    private long refundedFen;
    private long coupon;
    private long discountFen;
    private long placedAtMs;
    private long payByMs;

    /** Number of the order, 0 for none. */
    public long number() {
        return number;
    }

    /** Its owner. */
    public long viewer() {
        return viewer;
    }

    /** The room it was placed in. */
    public long room() {
        return room;
    }

    /** Its state after the command. */
    public OrderState state() {
        return OrderState.ofCode(state);
    }

    /** Whether it was paid after its hold had ended. */
    public boolean isLate() {
        return late;
    }

    /** What becomes of the units that a refund gives back. */
    public ReturnedStock returned() {
        return ReturnedStock.ofCode(returned);
    }

    /** What it costs, fen; also what a refused order would cost, where that was found out. */
    public long totalFen() {
        return totalFen;
    }

    /** Refunded so far, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    /** When it was placed, epoch ms. */
    public long placedAtMs() {
        return placedAtMs;
    }

    /** Until when its stock is held, epoch ms. */
    public long payByMs() {
        return payByMs;
    }

    /** Who it is put down to. */
    public Attribution attribution() {
        return attribution;
    }

    /** The share code it carried. */
    public Ascii share() {
        return share;
    }

    /** Number of its lines. */
    public int lines() {
        return lines;
    }

    /** A line's offer. */
    public long offer(final int line) {
        return offers[line];
    }

    /** A line's item. */
    public long item(final int line) {
        return items[line];
    }

    /** A line's price a unit, fen. */
    public long unitPriceFen(final int line) {
        return unitPricesFen[line];
    }

    /** A line's units; of a refund, the units that it refunds. */
    public int quantity(final int line) {
        return quantities[line];
    }

    /** Units of a line refunded so far. */
    public int refunded(final int line) {
        return refunded[line];
    }

    /** What the coupon takes off a line; of a refund, off the units that it refunds. Fen. */
    public long discountFen(final int line) {
        return discountsFen[line];
    }

    /** The coupon that it holds, used or gave back, 0 for none. */
    public long coupon() {
        return coupon;
    }

    /** What the coupon takes off all of it, fen. */
    public long discountFen() {
        return discountFen;
    }

    void clear() {
        lines = 0;
        number = 0;
        viewer = 0;
        room = 0;
        state = OrderState.NONE.code();
        late = false;
        returned = ReturnedStock.RETURN.code();
        totalFen = 0;
        refundedFen = 0;
        coupon = 0;
        discountFen = 0;
        placedAtMs = 0;
        payByMs = 0;
        attribution.clear();
        share.clear();
    }

    /** Shows an order as it stands. */
    void show(final Order order) {
        showHead(order);
        for (int i = 0; i < order.lines(); i++) {
            final long lineDiscountFen = order.discountFen(i);
            final OrderLine line = order.line(i);
            addLine(line, line.quantity(), lineDiscountFen);
        }
    }

    /** Shows an order as it stood when it was placed. */
    void showAsPlaced(final Order order) {
        show(order);
        state = OrderState.RESERVED.code();
        late = false;
        refundedFen = 0;
        for (int i = 0; i < lines; i++) {
            refunded[i] = 0;
        }
    }

    /** Shows an order without its lines; those that a refund touched follow by {@link #addLine}. */
    void showHead(final Order order) {
        number = order.number();
        viewer = order.viewer();
        room = order.room();
        state = order.state().code();
        late = order.isLate();
        totalFen = order.totalFen();
        refundedFen = order.refundedFen();
        coupon = order.coupon();
        discountFen = order.discountFen();
        placedAtMs = order.placedAtMs();
        payByMs = order.payByMs();
        order.show(attribution);
        order.copyShareTo(share);
        lines = 0;
    }

    void addLine(final OrderLine line, final int quantity, final long lineDiscountFen) {
        discountsFen[lines] = lineDiscountFen;
        offers[lines] = line.offer();
        items[lines] = line.item();
        unitPricesFen[lines] = line.unitPriceFen();
        quantities[lines] = quantity;
        refunded[lines] = line.refunded();
        lines++;
    }

    /** Shows who asked for an order that was refused. */
    void showRefused(final OrderRequest request, final long wouldCostFen) {
        viewer = request.viewer();
        room = request.room();
        totalFen = wouldCostFen;
    }

    /** Shows what a refund did to the order as a whole. */
    void showRefund(final Order order, final ReturnedStock newReturned) {
        state = order.state().code();
        refundedFen = order.refundedFen();
        returned = newReturned.code();
    }
}
