package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;

/** What the payment provider has paid back: filled anew for each command by its one owner, read by the core. */
public final class RefundRequest {
    private final LineRequests lines = new LineRequests();
    private final Ascii reference = new Ascii(ProtocolLimits.MAX_KEY_BYTES);
    private long order;
    private ReturnedStock returned;
    private long completed;
    private boolean recordedBefore;

    /** Starts over, with no line (the whole of the order), no reference and nothing that it completes. */
    public RefundRequest set(final long newOrder, final ReturnedStock newReturned) {
        order = newOrder;
        returned = newReturned;
        completed = 0;
        recordedBefore = false;
        lines.clear();
        reference.clear();
        return this;
    }

    /** Names the record that asked for what was refunded, 0 for whatever is asked for of the order. */
    public RefundRequest completes(final long request) {
        completed = request;
        return this;
    }

    /**
     * Says that it was recorded before the schema's sixth version, and is to be decided as it was then: no voucher is held for
     * it, and nothing is kept of what it completes.
     */
    public RefundRequest recordedBefore() {
        recordedBefore = true;
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

    /** The record that asked for what was refunded; 0 for whatever is asked for of the order. */
    long completed() {
        return completed;
    }

    boolean isRecordedBefore() {
        return recordedBefore;
    }

    boolean isValid() {
        return completed >= 0 && returned != null && lines.areValid() && reference.isValid() && reference.length() > 0;
    }
}
