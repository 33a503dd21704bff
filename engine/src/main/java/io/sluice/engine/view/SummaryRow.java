package io.sluice.engine.view;

import io.sluice.engine.protocol.codec.OrderDecisionDecoder;

/**
 * What became of some of a show's orders, as the records say: of all, of an offer's, of a minute's or of a source's. Of an
 * offer only its own lines count as units and money. Changed by its {@link ShowSummary} only.
 */
public final class SummaryRow {
    private long asked;
    private long reserved;
    private long paid;
    private long refunded;
    private long reservedUnits;
    private long paidUnits;
    private long refundedUnits;
    private long paidFen;
    private long refundedFen;

    /** Orders that were asked for, refused ones included. */
    public long asked() {
        return asked;
    }

    /** Orders that were placed. */
    public long reserved() {
        return reserved;
    }

    /** Orders that were paid, in time or late. */
    public long paid() {
        return paid;
    }

    /** Orders of which everything was refunded. */
    public long refunded() {
        return refunded;
    }

    /** Paid orders less those. */
    public long kept() {
        return paid - refunded;
    }

    /** Units that were placed. */
    public long reservedUnits() {
        return reservedUnits;
    }

    /** Units that were paid for. */
    public long paidUnits() {
        return paidUnits;
    }

    /** Units that were refunded. */
    public long refundedUnits() {
        return refundedUnits;
    }

    /** Money that came, fen. */
    public long paidFen() {
        return paidFen;
    }

    /** Money that went back, fen. */
    public long refundedFen() {
        return refundedFen;
    }

    void ask() {
        asked++;
    }

    void reserve() {
        reserved++;
    }

    void pay() {
        paid++;
    }

    void refundWhole() {
        refunded++;
    }

    void reserve(final OrderDecisionDecoder.LinesDecoder line) {
        reservedUnits += line.quantity();
    }

    void pay(final OrderDecisionDecoder.LinesDecoder line) {
        paidUnits += line.quantity();
        paidFen += moneyOf(line);
    }

    void refund(final OrderDecisionDecoder.LinesDecoder line) {
        refundedUnits += line.quantity();
        refundedFen += moneyOf(line);
    }

    /** What a line costs; a record from before there were coupons has no discount. */
    private static long moneyOf(final OrderDecisionDecoder.LinesDecoder line) {
        return line.unitPriceFen() * line.quantity() - Math.max(0, line.discountFen());
    }
}
