package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;

/** What the payment provider has paid back: filled anew for each command by its one owner, read by the core. */
public final class RefundRequest {
    private final LineRequests lines = new LineRequests();
    private final Ascii reference = new Ascii(ProtocolLimits.MAX_KEY_BYTES);
    private long order;
    private ReturnedStock returned;

    /** Starts over, with no line (the whole of the order) and no reference. */
    public RefundRequest set(final long newOrder, final ReturnedStock newReturned) {
        order = newOrder;
        returned = newReturned;
        lines.clear();
        reference.clear();
        return this;
    }

    /** The units that were refunded by offer; none for whatever is left of the order. */
    public LineRequests lines() {
        return lines;
    }

    /** The provider's own reference. */
    public Ascii reference() {
        return reference;
    }

    /** The order's number. */
    public long order() {
        return order;
    }

    /** What becomes of the units; null when the command named nothing known. */
    public ReturnedStock returned() {
        return returned;
    }

    boolean isValid() {
        return returned != null && lines.areValid() && reference.isValid() && reference.length() > 0;
    }
}
