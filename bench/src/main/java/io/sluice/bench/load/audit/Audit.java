package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.TakenCoupon;
import io.sluice.bench.load.Told;
import java.io.IOException;
import java.util.List;

/**
 * Reads the target's journal once, from the record at which the run began to its end, and holds every press of the button
 * and every coupon against it. To be run when nothing is under way any more: what the target answers later is not in what is
 * read. It keeps the presses and the orders of the run, about 300 bytes each, and of the journal one line. One thread, one run.
 *
 * <p>A press that was answered {@link OrderAttempt.State#BROKEN} may have an order or none. One that was answered SHED by a
 * code that promises nothing, such as ANSWER_LATE, has to be noted as SENT or BROKEN: the audit takes SHED as a promise.
 */
public final class Audit {
    private static final int SHOWN_CHARS = 120;

    private final Feed feed;
    private final long from;
    private final Findings findings = new Findings();
    private final Books books;
    private final AttemptBook attempts;
    private final CouponBook coupons;
    private final Told told;
    private long expected;
    private long records;

    /**
     * An audit of a run that is over.
     *
     * @param feed      the target's journal.
     * @param opening   how the shop stood when the run began.
     * @param told      what the run's viewers were told; presses that were never sent are passed over.
     */
    public Audit(final Feed feed, final Opening opening, final Told told) {
        this.feed = feed;
        this.from = opening.from();
        this.expected = opening.from();
        this.books = new Books(opening, findings);
        this.attempts = new AttemptBook(told.orders(), findings);
        this.coupons = new CouponBook(opening, findings);
        this.told = told;
    }

    /** Reads and judges. A journal that cannot be read is a finding too, and then nothing is said of what it left out. */
    public AuditReport run() {
        long lastSequence = Long.MAX_VALUE;
        try {
            feed.read(from, this::take);
        } catch (final IOException | IllegalArgumentException broken) {
            lastSequence = expected - 1;
            findings.add(
                    AuditFinding.Kind.INCOMPLETE,
                    "The journal was read up to record " + lastSequence + ": " + broken.getMessage() + ".");
        }
        final AttemptJudge judge = new AttemptJudge(findings, lastSequence);
        final List<Trace> traces = attempts.traces();
        traces.forEach(judge::judge);
        for (final TakenCoupon coupon : told.coupons()) {
            coupons.judge(coupon, lastSequence);
        }
        return new AuditReport(traces.size(), records, findings.counts(), findings.kept());
    }

    private void take(final String line) {
        final JournalEvent event;
        try {
            event = JournalEvent.parse(line);
        } catch (final IllegalArgumentException garbage) {
            throw new IllegalArgumentException(
                    "'" + line.substring(0, Math.min(SHOWN_CHARS, line.length())) + "' is no event, "
                            + garbage.getMessage(),
                    garbage);
        }
        if (event.kind() == JournalEvent.Kind.POSITION) {
            return;
        }
        if (event.sequence() != expected) {
            findings.add(
                    AuditFinding.Kind.INCOMPLETE,
                    "Record " + event.sequence() + " stands where " + expected + " has to.");
        }
        expected = event.sequence() + 1;
        records++;
        if (event.kind() == JournalEvent.Kind.PLACE) {
            attempts.note(event, books);
        }
        books.enter(event);
        coupons.enter(event);
    }
}
