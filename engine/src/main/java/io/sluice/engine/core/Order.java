package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/** An order as it lies in the table; points at one order until the table is asked for the next. */
final class Order {
    /** Bytes of one order without its lines. */
    static final int BYTES = 176;

    private static final int VIEWER = 0;
    private static final int ROOM = 8;
    private static final int PREVIOUS_OF_VIEWER = 16;
    private static final int SEQUENCE = 24;
    private static final int PLACED_AT_MS = 32;
    private static final int PAY_BY_MS = 40;
    private static final int TOTAL_FEN = 48;
    private static final int REFUNDED_FEN = 56;
    private static final int STORE = 64;
    private static final int GUIDE = 72;
    private static final int GROUP = 80;
    private static final int INVITER = 88;
    private static final int FIRST_LINE = 96;
    private static final int STATE = 104;
    private static final int LINES = 108;
    private static final int MARKS = 112;
    private static final int SHARE_LENGTH = 116;
    private static final int SHARE = 120;
    private static final int PAID_AT = SHARE + ProtocolLimits.MAX_SHARE_BYTES;
    private static final int REFERENCE_HASH = PAID_AT + Long.BYTES;
    private static final int SECOND_REFERENCE_HASH = REFERENCE_HASH + Long.BYTES;

    /** The lowest of the marks. */
    private static final int LATE = 1;

    /** The others are where the first line's discount lies, counted from 1; 0 for none. */
    private static final int DISCOUNT_SHIFT = 1;

    private final OrderTable table;
    private long address;
    private long number;

    Order(final OrderTable table) {
        this.table = table;
    }

    Order wrap(final long newNumber, final long newAddress) {
        number = newNumber;
        address = newAddress;
        return this;
    }

    /** Fills a new order; its lines follow by {@link #addLine}. */
    void open(
            final OrderRequest request,
            final Attribution attribution,
            final long previousOfViewer,
            final long sequence,
            final long placedAtMs,
            final long firstLine) {
        // Value by value: a call that fills memory costs more than all the rest of this.
        for (int at = 0; at < BYTES; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0);
        }
        UnsafeApi.putLong(address + VIEWER, request.viewer());
        UnsafeApi.putLong(address + ROOM, request.room());
        UnsafeApi.putLong(address + PREVIOUS_OF_VIEWER, previousOfViewer);
        UnsafeApi.putLong(address + SEQUENCE, sequence);
        UnsafeApi.putLong(address + PLACED_AT_MS, placedAtMs);
        UnsafeApi.putLong(address + STORE, attribution.store());
        UnsafeApi.putLong(address + GUIDE, attribution.guide());
        UnsafeApi.putLong(address + GROUP, attribution.group());
        UnsafeApi.putLong(address + INVITER, attribution.inviter());
        UnsafeApi.putLong(address + FIRST_LINE, firstLine);
        UnsafeApi.putInt(address + STATE, OrderState.RESERVED.code());
        UnsafeApi.putInt(address + SHARE_LENGTH, request.share().length());
        request.share().copyTo(address + SHARE);
    }

    void addLine(final Offer offer, final long unitPriceFen, final int quantity) {
        final int line = lines();
        table.line(firstLine() + line)
                .write(
                        offer.id(),
                        offer.item().id(),
                        unitPriceFen,
                        quantity,
                        offer.stock().number());
        UnsafeApi.putInt(address + LINES, line + 1);
        UnsafeApi.putLong(address + TOTAL_FEN, totalFen() + unitPriceFen * quantity);
    }

    /** Takes off what a coupon does; the table keeps the parts of the lines, the first at {@code place}. */
    void discount(final long discountFen, final int place) {
        UnsafeApi.putLong(address + TOTAL_FEN, totalFen() - discountFen);
        UnsafeApi.putInt(address + MARKS, marks() | ((place + 1) << DISCOUNT_SHIFT));
    }

    /** Looks at all of it, which may begin anywhere in a line of the cache; means nothing. */
    long look() {
        return viewer()
                + store()
                + UnsafeApi.getLong(address + SHARE)
                + UnsafeApi.getLong(address + SECOND_REFERENCE_HASH);
    }

    /** Looks at its first line and at what a coupon takes off it; means nothing. */
    long lookBehind() {
        return table.line(firstLine()).offer() + coupon();
    }

    void transition(final OrderState next) {
        UnsafeApi.putInt(address + STATE, next.code());
    }

    void payBy(final long payByMs) {
        UnsafeApi.putLong(address + PAY_BY_MS, payByMs);
    }

    void paidLate() {
        UnsafeApi.putInt(address + MARKS, marks() | LATE);
    }

    /** Notes by which reference of the provider, 128 bits of it, and in which record it was paid. */
    void paidBy(final Ascii reference, final long sequence) {
        UnsafeApi.putLong(address + PAID_AT, sequence);
        UnsafeApi.putLong(address + REFERENCE_HASH, reference.hash());
        UnsafeApi.putLong(address + SECOND_REFERENCE_HASH, reference.secondHash());
    }

    void addRefund(final long amountFen) {
        UnsafeApi.putLong(address + REFUNDED_FEN, refundedFen() + amountFen);
    }

    long number() {
        return number;
    }

    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long room() {
        return UnsafeApi.getLong(address + ROOM);
    }

    /** The same viewer's order before this one, 0 for none. */
    long previousOfViewer() {
        return UnsafeApi.getLong(address + PREVIOUS_OF_VIEWER);
    }

    /** Record that placed it. */
    long sequence() {
        return UnsafeApi.getLong(address + SEQUENCE);
    }

    long placedAtMs() {
        return UnsafeApi.getLong(address + PLACED_AT_MS);
    }

    long payByMs() {
        return UnsafeApi.getLong(address + PAY_BY_MS);
    }

    /** What is to be paid: what the lines cost less what the coupon takes off. */
    long totalFen() {
        return UnsafeApi.getLong(address + TOTAL_FEN);
    }

    long refundedFen() {
        return UnsafeApi.getLong(address + REFUNDED_FEN);
    }

    long store() {
        return UnsafeApi.getLong(address + STORE);
    }

    long guide() {
        return UnsafeApi.getLong(address + GUIDE);
    }

    long group() {
        return UnsafeApi.getLong(address + GROUP);
    }

    long inviter() {
        return UnsafeApi.getLong(address + INVITER);
    }

    /** Record that paid it, 0 while none has. */
    long paidAt() {
        return UnsafeApi.getLong(address + PAID_AT);
    }

    /** Hash of the reference that paid it, while {@link #paidAt} is not 0. */
    long referenceHash() {
        return UnsafeApi.getLong(address + REFERENCE_HASH);
    }

    /** A second hash of the reference. */
    long secondReferenceHash() {
        return UnsafeApi.getLong(address + SECOND_REFERENCE_HASH);
    }

    boolean isPaidBy(final Ascii reference) {
        return paidAt() != 0 && referenceHash() == reference.hash() && secondReferenceHash() == reference.secondHash();
    }

    OrderState state() {
        return OrderState.ofCode(UnsafeApi.getInt(address + STATE));
    }

    boolean isLate() {
        return (marks() & LATE) != 0;
    }

    boolean hasCoupon() {
        return marks() >>> DISCOUNT_SHIFT != 0;
    }

    /** Number of its coupon, 0 for none. */
    long coupon() {
        return hasCoupon() ? table.discounts().coupon(firstDiscount()) : 0;
    }

    /** What the coupon takes off all lines, fen. */
    long discountFen() {
        long sum = 0;
        for (int line = 0, count = hasCoupon() ? lines() : 0; line < count; line++) {
            sum += table.discounts().discountFen(firstDiscount() + line);
        }
        return sum;
    }

    /** What the coupon takes off a line, fen. */
    long discountFen(final int line) {
        return hasCoupon() ? table.discounts().discountFen(firstDiscount() + line) : 0;
    }

    int lines() {
        return UnsafeApi.getInt(address + LINES);
    }

    /** A line, valid until the next line is asked for. */
    OrderLine line(final int index) {
        return table.line(firstLine() + index);
    }

    /** Shows who it is put down to, and why. */
    void show(final Attribution attribution) {
        table.credits().show(this, attribution);
    }

    void copyShareTo(final Ascii share) {
        share.copyFrom(
                address + SHARE, Math.min(UnsafeApi.getInt(address + SHARE_LENGTH), ProtocolLimits.MAX_SHARE_BYTES));
    }

    private int firstDiscount() {
        return (marks() >>> DISCOUNT_SHIFT) - 1;
    }

    private int marks() {
        return UnsafeApi.getInt(address + MARKS);
    }

    private long firstLine() {
        return UnsafeApi.getLong(address + FIRST_LINE);
    }
}
