package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import org.agrona.UnsafeApi;

/**
 * An order as it lies in a saved state, where it has had these bytes from the first version on, however the
 * {@linkplain Order table} keeps it. Lies where its owner wraps it.
 */
final class SavedOrder {
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

    private long address;

    SavedOrder wrap(final long newAddress) {
        address = newAddress;
        return this;
    }

    /** Writes all of an order, whose share code is in {@code share}. */
    void write(final Order order, final Ascii share) {
        UnsafeApi.putLong(address + VIEWER, order.viewer());
        UnsafeApi.putLong(address + ROOM, order.room());
        UnsafeApi.putLong(address + PREVIOUS_OF_VIEWER, order.previousOfViewer());
        UnsafeApi.putLong(address + SEQUENCE, order.sequence());
        UnsafeApi.putLong(address + PLACED_AT_MS, order.placedAtMs());
        UnsafeApi.putLong(address + PAY_BY_MS, order.payByMs());
        UnsafeApi.putLong(address + TOTAL_FEN, order.totalFen());
        UnsafeApi.putLong(address + REFUNDED_FEN, order.refundedFen());
        UnsafeApi.putLong(address + STORE, order.store());
        UnsafeApi.putLong(address + GUIDE, order.guide());
        UnsafeApi.putLong(address + GROUP, order.group());
        UnsafeApi.putLong(address + INVITER, order.inviter());
        UnsafeApi.putLong(address + FIRST_LINE, order.firstLine());
        UnsafeApi.putInt(address + STATE, order.state().code());
        UnsafeApi.putInt(address + LINES, order.lines());
        UnsafeApi.putInt(address + MARKS, order.marks());
        UnsafeApi.putInt(address + SHARE_LENGTH, share.length());
        for (int at = SHARE; at < PAID_AT; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0);
        }
        share.copyTo(address + SHARE);
        UnsafeApi.putLong(address + PAID_AT, order.paidAt());
        UnsafeApi.putLong(address + REFERENCE_HASH, order.referenceHash());
        UnsafeApi.putLong(address + SECOND_REFERENCE_HASH, order.secondReferenceHash());
    }

    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long room() {
        return UnsafeApi.getLong(address + ROOM);
    }

    long previousOfViewer() {
        return UnsafeApi.getLong(address + PREVIOUS_OF_VIEWER);
    }

    long sequence() {
        return UnsafeApi.getLong(address + SEQUENCE);
    }

    long placedAtMs() {
        return UnsafeApi.getLong(address + PLACED_AT_MS);
    }

    long payByMs() {
        return UnsafeApi.getLong(address + PAY_BY_MS);
    }

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

    long firstLine() {
        return UnsafeApi.getLong(address + FIRST_LINE);
    }

    int state() {
        return UnsafeApi.getInt(address + STATE);
    }

    int lines() {
        return UnsafeApi.getInt(address + LINES);
    }

    int marks() {
        return UnsafeApi.getInt(address + MARKS);
    }

    long paidAt() {
        return UnsafeApi.getLong(address + PAID_AT);
    }

    long referenceHash() {
        return UnsafeApi.getLong(address + REFERENCE_HASH);
    }

    long secondReferenceHash() {
        return UnsafeApi.getLong(address + SECOND_REFERENCE_HASH);
    }

    void copyShareTo(final Ascii share) {
        share.copyFrom(address + SHARE, UnsafeApi.getInt(address + SHARE_LENGTH));
    }
}
