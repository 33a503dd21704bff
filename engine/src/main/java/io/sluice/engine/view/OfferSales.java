package io.sluice.engine.view;

/** What was sold of one offer, as the records say. Changed by its {@link ShowBoard} only and read on that board's thread. */
public final class OfferSales {
    private final long offer;
    private long reservedUnits;
    private long paidUnits;
    private long refundedUnits;
    private long paidFen;
    private long refundedFen;

    OfferSales(final long offer) {
        this.offer = offer;
    }

    /** The offer's id. */
    public long offer() {
        return offer;
    }

    /** Units that were ever reserved. */
    public long reservedUnits() {
        return reservedUnits;
    }

    /** Units that were paid for, those included that were refunded later. */
    public long paidUnits() {
        return paidUnits;
    }

    /** Units that were refunded. */
    public long refundedUnits() {
        return refundedUnits;
    }

    /** What was paid for them, fen. */
    public long paidFen() {
        return paidFen;
    }

    /** What of that went back, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    void reserve(final int units) {
        reservedUnits += units;
    }

    void pay(final int units, final long fen) {
        paidUnits += units;
        paidFen += fen;
    }

    void refund(final int units, final long fen) {
        refundedUnits += units;
        refundedFen += fen;
    }
}
