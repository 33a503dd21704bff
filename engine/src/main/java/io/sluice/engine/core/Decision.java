package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;

/**
 * The core's answer to one command, with everything that follows from it. Reused: the caller {@linkplain #begin begins} it
 * with the number and time that the command's record will have, the core fills it, the caller writes it out.
 */
public final class Decision {
    /** No line is named. */
    public static final int NO_LINE = 255;

    private final OrderPicture picture = new OrderPicture();
    private final CommissionMoves commission = new CommissionMoves();
    private final PointMoves points = new PointMoves();
    private final PlacePage places = new PlacePage(1);
    private final ReviewMove review = new ReviewMove();
    private final Stock[] stock = new Stock[ProtocolLimits.MAX_LINES];
    private int stockSize;
    private long sequence;
    private long timeMs;
    /** Codes, not references: of each reference that is written the collector takes a costly note. */
    private int outcome;

    private int cause;
    private int line;
    private long detail;
    private long answeredAt;
    private long amountFen;
    private long latenessMs;
    private long firstVoucher;

    /**
     * Starts over for the command that becomes the record {@code newSequence}, decided at {@code newTimeMs} core time. Until
     * the core says otherwise it is COMMAND_INVALID.
     */
    public Decision begin(final long newSequence, final long newTimeMs) {
        sequence = newSequence;
        timeMs = newTimeMs;
        outcome = Outcome.COMMAND_INVALID.code();
        cause = Outcome.ACCEPTED.code();
        line = NO_LINE;
        detail = 0;
        answeredAt = newSequence;
        amountFen = 0;
        latenessMs = 0;
        firstVoucher = 0;
        stockSize = 0;
        picture.clear();
        commission.clear();
        points.clear();
        places.clear();
        review.clear();
        return this;
    }

    /** Number of the record this decision goes into. */
    public long sequence() {
        return sequence;
    }

    /** Core time of the decision, epoch ms. */
    public long timeMs() {
        return timeMs;
    }

    /** What was decided. */
    public Outcome outcome() {
        return Outcome.ofCode(outcome);
    }

    /** Why REFUND_DUE; what the first answer was for REPEATED; else ACCEPTED. */
    public Outcome cause() {
        return Outcome.ofCode(cause);
    }

    /** Index of the refused line, {@link #NO_LINE} for none. */
    public int line() {
        return line;
    }

    /** As the outcome documents, else 0. */
    public long detail() {
        return detail;
    }

    /** Record of the first answer to the key or reference; of FOUND the one that placed the order; else this one. */
    public long answeredAt() {
        return answeredAt;
    }

    /** Money this decision moves, fen. */
    public long amountFen() {
        return amountFen;
    }

    /** By how much an expiry or a late payment came after payBy. */
    public long latenessMs() {
        return latenessMs;
    }

    /** The first of the coupons that a payment made out as vouchers, which follow each other; 0 for none. */
    public long firstVoucher() {
        return firstVoucher;
    }

    /** The order it is about; empty when there is none. */
    public OrderPicture picture() {
        return picture;
    }

    /** The commission it moves. */
    public CommissionMoves commission() {
        return commission;
    }

    /** The points it moves. */
    public PointMoves points() {
        return points;
    }

    /** The place in a waiting line that it moves. */
    public PlacePage places() {
        return places;
    }

    /** The review that it writes or judges; empty when there is none. */
    public ReviewMove review() {
        return review;
    }

    /** Number of the order it is about, 0 for none. */
    public long order() {
        return picture.number();
    }

    /** Number of stocks that the command changed or named. */
    public int stockSize() {
        return stockSize;
    }

    /** A stock that the command changed or named. */
    public Stock stock(final int index) {
        return stock[index];
    }

    Decision accept(final Outcome accepted) {
        outcome = accepted.code();
        return this;
    }

    Decision refuse(final Outcome refusal) {
        return refuse(refusal, 0);
    }

    Decision refuse(final Outcome refusal, final long newDetail) {
        outcome = refusal.code();
        detail = newDetail;
        return this;
    }

    /** Refuses for one line; true, so that rungs of a ladder can be chained. */
    boolean refuseLine(final Outcome refusal, final int refusedLine, final long newDetail) {
        refuse(refusal, newDetail);
        line = refusedLine;
        return true;
    }

    /** Accepts money that has to go back. */
    Decision refundDue(final Outcome why, final long dueFen) {
        outcome = Outcome.REFUND_DUE.code();
        cause = why.code();
        amountFen = dueFen;
        return this;
    }

    /** Gives the first answer again; the caller adds the picture of the order if there was one. */
    Decision repeat(final Answer answer) {
        outcome = Outcome.REPEATED.code();
        cause = answer.outcome().code();
        line = answer.line();
        detail = cause() == Outcome.REFUND_DUE ? answer.cause().code() : answer.detail();
        answeredAt = answer.sequence();
        return this;
    }

    /** Names the first outcome of an answer that is given again. */
    Decision because(final Outcome first) {
        cause = first.code();
        return this;
    }

    Decision money(final long newAmountFen) {
        amountFen = newAmountFen;
        return this;
    }

    Decision detail(final long newDetail) {
        detail = newDetail;
        return this;
    }

    Decision answeredAt(final long recordSequence) {
        answeredAt = recordSequence;
        return this;
    }

    Decision lateness(final long newLatenessMs) {
        latenessMs = newLatenessMs;
        return this;
    }

    Decision firstVoucher(final long coupon) {
        firstVoucher = coupon;
        return this;
    }

    Decision showStock(final Stock shown) {
        for (int i = 0; i < stockSize; i++) {
            if (stock[i] == shown) {
                return this;
            }
        }
        if (stock[stockSize] != shown) {
            stock[stockSize] = shown;
        }
        stockSize++;
        return this;
    }
}
