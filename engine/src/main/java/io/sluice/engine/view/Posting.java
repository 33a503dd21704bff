package io.sluice.engine.view;

import io.sluice.engine.protocol.Payee;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One posting of a {@link Ledger} as it lies in memory, {@value #BYTES} bytes: commission that an order's line earned a payee
 * or lost, or a payout. Reused by its owner; what it points at is valid until that goes on to the next.
 */
public final class Posting {
    static final int BYTES = 64;

    private static final int SUBJECT = 0;
    private static final int ROOM = 8;
    private static final int SEQUENCE = 16;
    private static final int TIME_MS = 24;
    private static final int PAYABLE_AT_MS = 32;
    private static final int AMOUNT_FEN = 40;
    private static final int ACCOUNT = 48;
    private static final int PREVIOUS = 52;
    private static final int PLAN_VERSION = 56;
    private static final int LINE = 60;
    private static final int PAYEE = 61;

    private UnsafeBuffer page;
    private int offset;

    Posting() {}

    Posting wrap(final UnsafeBuffer newPage, final int newOffset) {
        page = newPage;
        offset = newOffset;
        return this;
    }

    /** Whether it is a payout, and no commission. */
    public boolean isPayout() {
        return page.getByte(offset + PAYEE) == 0;
    }

    /** In which role it was earned; null for a payout. */
    public Payee payee() {
        return Payee.ofCode(page.getByte(offset + PAYEE));
    }

    /** The order; 0 for a payout. */
    public long order() {
        return isPayout() ? 0 : page.getLong(offset + SUBJECT);
    }

    /** The payout; 0 for commission. */
    public long payout() {
        return isPayout() ? page.getLong(offset + SUBJECT) : 0;
    }

    /** The order's room; 0 for a payout. */
    public long room() {
        return page.getLong(offset + ROOM);
    }

    /** Index of the order's line; 0 for a payout. */
    public int line() {
        return page.getByte(offset + LINE);
    }

    /** Version of the plan that decided; 0 for a payout. */
    public int planVersion() {
        return page.getInt(offset + PLAN_VERSION);
    }

    /** Number of the record it was posted by. */
    public long sequence() {
        return page.getLong(offset + SEQUENCE);
    }

    /** Core time of that record, epoch ms. */
    public long timeMs() {
        return page.getLong(offset + TIME_MS);
    }

    /** Until when it is frozen, epoch ms; what is taken back carries this of what was earned. */
    public long payableAtMs() {
        return page.getLong(offset + PAYABLE_AT_MS);
    }

    /** What the account has more, fen; below 0 for taken back and for paid. */
    public long amountFen() {
        return page.getLong(offset + AMOUNT_FEN);
    }

    int account() {
        return page.getInt(offset + ACCOUNT);
    }

    int previous() {
        return page.getInt(offset + PREVIOUS);
    }

    void account(final int account, final int previous) {
        page.putInt(offset + ACCOUNT, account);
        page.putInt(offset + PREVIOUS, previous);
    }

    void record(final long sequence, final long timeMs) {
        page.putLong(offset + SEQUENCE, sequence);
        page.putLong(offset + TIME_MS, timeMs);
    }

    void commission(final Payee payee, final long order, final long room, final int line, final int planVersion) {
        about(payee.code(), order, room);
        page.putInt(offset + PLAN_VERSION, planVersion);
        page.putByte(offset + LINE, (byte) line);
    }

    void payout(final long payout) {
        about(0, payout, 0);
        page.putInt(offset + PLAN_VERSION, 0);
        page.putByte(offset + LINE, (byte) 0);
    }

    void amount(final long amountFen, final long payableAtMs) {
        page.putLong(offset + AMOUNT_FEN, amountFen);
        page.putLong(offset + PAYABLE_AT_MS, payableAtMs);
    }

    private void about(final int payee, final long subject, final long room) {
        page.putByte(offset + PAYEE, (byte) payee);
        page.putLong(offset + SUBJECT, subject);
        page.putLong(offset + ROOM, room);
    }
}
