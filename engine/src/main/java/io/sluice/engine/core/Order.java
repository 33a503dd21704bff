package io.sluice.engine.core;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.concurrent.UnsafeBuffer;

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
    private static final int LATE = 112;
    private static final int SHARE_LENGTH = 116;
    private static final int SHARE = 120;
    private static final int PAID_AT = 152;
    private static final int REFERENCE_HASH = 160;
    private static final int SECOND_REFERENCE_HASH = 168;

    private final OrderTable table;
    private UnsafeBuffer page;
    private int offset;
    private long number;

    Order(final OrderTable table) {
        this.table = table;
    }

    Order wrap(final long newNumber, final UnsafeBuffer newPage, final int newOffset) {
        number = newNumber;
        // Written only when it is another: the collector's note of a written reference waits for all writes before it.
        if (page != newPage) {
            page = newPage;
        }
        offset = newOffset;
        return this;
    }

    /** Fills a new order; its lines follow by {@link #addLine}. */
    void open(
            final OrderRequest request,
            final long previousOfViewer,
            final long sequence,
            final long placedAtMs,
            final long firstLine) {
        // Value by value: a call that fills memory costs more than all the rest of this.
        for (int at = 0; at < BYTES; at += Long.BYTES) {
            page.putLong(offset + at, 0);
        }
        page.putLong(offset + VIEWER, request.viewer());
        page.putLong(offset + ROOM, request.room());
        page.putLong(offset + PREVIOUS_OF_VIEWER, previousOfViewer);
        page.putLong(offset + SEQUENCE, sequence);
        page.putLong(offset + PLACED_AT_MS, placedAtMs);
        page.putLong(offset + STORE, request.touch().store());
        page.putLong(offset + GUIDE, request.touch().guide());
        page.putLong(offset + GROUP, request.touch().group());
        page.putLong(offset + INVITER, request.touch().inviter());
        page.putLong(offset + FIRST_LINE, firstLine);
        page.putInt(offset + STATE, OrderState.RESERVED.code());
        page.putInt(offset + SHARE_LENGTH, request.share().length());
        page.putBytes(
                offset + SHARE, request.share().bytes(), 0, request.share().length());
    }

    void addLine(final long offer, final long item, final long unitPriceFen, final int quantity) {
        final int line = lines();
        table.line(firstLine() + line).write(offer, item, unitPriceFen, quantity);
        page.putInt(offset + LINES, line + 1);
        page.putLong(offset + TOTAL_FEN, totalFen() + unitPriceFen * quantity);
    }

    /** Looks at all of it; means nothing. */
    long look() {
        return viewer()
                + page.getInt(offset + STATE)
                + page.getLong(offset + PAID_AT)
                + table.line(firstLine()).offer();
    }

    void transition(final OrderState next) {
        page.putInt(offset + STATE, next.code());
    }

    void payBy(final long payByMs) {
        page.putLong(offset + PAY_BY_MS, payByMs);
    }

    void paidLate() {
        page.putInt(offset + LATE, 1);
    }

    /** Notes by which reference of the provider, 128 bits of it, and in which record it was paid. */
    void paidBy(final Ascii reference, final long sequence) {
        page.putLong(offset + PAID_AT, sequence);
        page.putLong(offset + REFERENCE_HASH, reference.hash());
        page.putLong(offset + SECOND_REFERENCE_HASH, reference.secondHash());
    }

    void addRefund(final long amountFen) {
        page.putLong(offset + REFUNDED_FEN, refundedFen() + amountFen);
    }

    long number() {
        return number;
    }

    long viewer() {
        return page.getLong(offset + VIEWER);
    }

    long room() {
        return page.getLong(offset + ROOM);
    }

    /** The same viewer's order before this one, 0 for none. */
    long previousOfViewer() {
        return page.getLong(offset + PREVIOUS_OF_VIEWER);
    }

    /** Record that placed it. */
    long sequence() {
        return page.getLong(offset + SEQUENCE);
    }

    long placedAtMs() {
        return page.getLong(offset + PLACED_AT_MS);
    }

    long payByMs() {
        return page.getLong(offset + PAY_BY_MS);
    }

    long totalFen() {
        return page.getLong(offset + TOTAL_FEN);
    }

    long refundedFen() {
        return page.getLong(offset + REFUNDED_FEN);
    }

    long store() {
        return page.getLong(offset + STORE);
    }

    long guide() {
        return page.getLong(offset + GUIDE);
    }

    long group() {
        return page.getLong(offset + GROUP);
    }

    long inviter() {
        return page.getLong(offset + INVITER);
    }

    /** Record that paid it, 0 while none has. */
    long paidAt() {
        return page.getLong(offset + PAID_AT);
    }

    boolean isPaidBy(final Ascii reference) {
        return paidAt() != 0
                && page.getLong(offset + REFERENCE_HASH) == reference.hash()
                && page.getLong(offset + SECOND_REFERENCE_HASH) == reference.secondHash();
    }

    OrderState state() {
        return OrderState.ofCode(page.getInt(offset + STATE));
    }

    boolean isLate() {
        return page.getInt(offset + LATE) != 0;
    }

    int lines() {
        return page.getInt(offset + LINES);
    }

    /** A line, valid until the next line is asked for. */
    OrderLine line(final int index) {
        return table.line(firstLine() + index);
    }

    void copyShareTo(final Ascii share) {
        share.set(page, offset + SHARE, Math.min(page.getInt(offset + SHARE_LENGTH), ProtocolLimits.MAX_SHARE_BYTES));
    }

    private long firstLine() {
        return page.getLong(offset + FIRST_LINE);
    }
}
