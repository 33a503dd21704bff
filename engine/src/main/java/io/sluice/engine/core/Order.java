package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import org.agrona.UnsafeApi;

/** An order as it lies in the table; points at one order until the table is asked for the next. */
final class Order {
    /** Bytes of one order without its lines: two lines of the cache. */
    static final int BYTES = 128;

    private static final int VIEWER = 0;
    private static final int ROOM = 8;
    private static final int SEQUENCE = 16;
    private static final int PLACED_AT_MS = 24;
    private static final int TOTAL_FEN = 32;
    private static final int REFUNDED_FEN = 40;
    private static final int STORE = 48;
    private static final int GUIDE = 56;
    private static final int GROUP = 64;
    private static final int INVITER = 72;
    /** A byte with the state, one with the number of lines, and six with where the first of them lies. */
    private static final int STATE_AND_LINES = 80;

    private static final int PAID_AT = 88;
    private static final int REFERENCE_HASH = 96;
    private static final int SECOND_REFERENCE_HASH = 104;
    private static final int PREVIOUS_OF_VIEWER = 112;
    private static final int HOLD_MS = 116;
    private static final int MARKS = 120;
    private static final int SHARE = 124;

    private static final int BYTE = 0xFF;
    private static final int LINES_SHIFT = 8;
    private static final int FIRST_LINE_SHIFT = 16;

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
        UnsafeApi.putLong(address + VIEWER, request.viewer());
        UnsafeApi.putLong(address + ROOM, request.room());
        UnsafeApi.putLong(address + SEQUENCE, sequence);
        UnsafeApi.putLong(address + PLACED_AT_MS, placedAtMs);
        UnsafeApi.putLong(address + TOTAL_FEN, 0);
        UnsafeApi.putLong(address + REFUNDED_FEN, 0);
        UnsafeApi.putLong(address + STORE, attribution.store());
        UnsafeApi.putLong(address + GUIDE, attribution.guide());
        UnsafeApi.putLong(address + GROUP, attribution.group());
        UnsafeApi.putLong(address + INVITER, attribution.inviter());
        UnsafeApi.putLong(address + STATE_AND_LINES, stateAndLines(OrderState.RESERVED.code(), 0, firstLine));
        UnsafeApi.putLong(address + PAID_AT, 0);
        UnsafeApi.putLong(address + REFERENCE_HASH, 0);
        UnsafeApi.putLong(address + SECOND_REFERENCE_HASH, 0);
        UnsafeApi.putInt(address + PREVIOUS_OF_VIEWER, (int) previousOfViewer);
        UnsafeApi.putInt(address + HOLD_MS, 0);
        UnsafeApi.putInt(address + MARKS, 0);
        UnsafeApi.putInt(address + SHARE, table.shares().keep(request.share()));
    }

    void addLine(final Offer offer, final long unitPriceFen, final int quantity) {
        table.line(firstLine() + lines())
                .write(
                        offer.id(),
                        offer.item().id(),
                        unitPriceFen,
                        quantity,
                        offer.stock().number());
        UnsafeApi.putLong(address + STATE_AND_LINES, stateAndLines() + (1 << LINES_SHIFT));
        UnsafeApi.putLong(address + TOTAL_FEN, totalFen() + unitPriceFen * quantity);
    }

    /** Takes off what a coupon does; the table keeps the parts of the lines, the first at {@code place}. */
    void discount(final long discountFen, final int place) {
        UnsafeApi.putLong(address + TOTAL_FEN, totalFen() - discountFen);
        UnsafeApi.putInt(address + MARKS, marks() | ((place + 1) << DISCOUNT_SHIFT));
    }

    /** Adds its share code and what a coupon takes off it. */
    void addBehind(final Looks looks) {
        table.shares().addPlace(UnsafeApi.getInt(address + SHARE), looks);
        if (hasCoupon()) {
            table.discounts().addPlace(firstDiscount(), looks);
        }
    }

    void transition(final OrderState next) {
        UnsafeApi.putLong(address + STATE_AND_LINES, (stateAndLines() & ~BYTE) | next.code());
    }

    /** Holds its stock for so long from when it was placed. */
    void hold(final int holdMs) {
        UnsafeApi.putInt(address + HOLD_MS, holdMs);
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
        return UnsafeApi.getInt(address + PREVIOUS_OF_VIEWER);
    }

    /** Record that placed it. */
    long sequence() {
        return UnsafeApi.getLong(address + SEQUENCE);
    }

    long placedAtMs() {
        return UnsafeApi.getLong(address + PLACED_AT_MS);
    }

    long payByMs() {
        return placedAtMs() + UnsafeApi.getInt(address + HOLD_MS);
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
        return OrderState.ofCode((int) stateAndLines() & BYTE);
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
        return (int) (stateAndLines() >>> LINES_SHIFT) & BYTE;
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
        table.shares().copyTo(UnsafeApi.getInt(address + SHARE), share);
    }

    /** Fills a new order with what was saved of one, its share code in {@code share}; what does not fit is another order. */
    void take(final SavedOrder saved, final Ascii share) {
        UnsafeApi.putLong(address + VIEWER, saved.viewer());
        UnsafeApi.putLong(address + ROOM, saved.room());
        UnsafeApi.putLong(address + SEQUENCE, saved.sequence());
        UnsafeApi.putLong(address + PLACED_AT_MS, saved.placedAtMs());
        UnsafeApi.putLong(address + TOTAL_FEN, saved.totalFen());
        UnsafeApi.putLong(address + REFUNDED_FEN, saved.refundedFen());
        UnsafeApi.putLong(address + STORE, saved.store());
        UnsafeApi.putLong(address + GUIDE, saved.guide());
        UnsafeApi.putLong(address + GROUP, saved.group());
        UnsafeApi.putLong(address + INVITER, saved.inviter());
        UnsafeApi.putLong(address + STATE_AND_LINES, stateAndLines(saved.state(), saved.lines(), saved.firstLine()));
        UnsafeApi.putLong(address + PAID_AT, saved.paidAt());
        UnsafeApi.putLong(address + REFERENCE_HASH, saved.referenceHash());
        UnsafeApi.putLong(address + SECOND_REFERENCE_HASH, saved.secondReferenceHash());
        UnsafeApi.putInt(address + PREVIOUS_OF_VIEWER, (int) saved.previousOfViewer());
        UnsafeApi.putInt(address + HOLD_MS, (int) (saved.payByMs() - saved.placedAtMs()));
        UnsafeApi.putInt(address + MARKS, saved.marks());
        UnsafeApi.putInt(address + SHARE, table.shares().keep(share));
    }

    private int firstDiscount() {
        return (marks() >>> DISCOUNT_SHIFT) - 1;
    }

    /** Whether it was paid late, and where its first line's discount lies. */
    int marks() {
        return UnsafeApi.getInt(address + MARKS);
    }

    /** Where the table has its first line. */
    long firstLine() {
        return stateAndLines() >>> FIRST_LINE_SHIFT;
    }

    private long stateAndLines() {
        return UnsafeApi.getLong(address + STATE_AND_LINES);
    }

    private static long stateAndLines(final int state, final int lines, final long firstLine) {
        return firstLine << FIRST_LINE_SHIFT | (long) lines << LINES_SHIFT | state;
    }
}
