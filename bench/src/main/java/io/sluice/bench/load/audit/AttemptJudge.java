package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import io.sluice.bench.load.OrderAttempt;

/** Holds what a viewer was told at last against what the journal has. One thread. */
final class AttemptJudge {
    private final Findings findings;
    private final long lastSequence;

    /** Judges by a journal that was read up to {@code lastSequence}: of what is told of later records nobody can say. */
    AttemptJudge(final Findings findings, final long lastSequence) {
        this.findings = findings;
        this.lastSequence = lastSequence;
    }

    /** Judges one press. */
    void judge(final Trace trace) {
        if (trace.attempt().isContradicted()) {
            add(AuditFinding.Kind.CONTRADICTED, trace, "has had two different answers");
        }
        switch (trace.attempt().state()) {
            case RESERVED -> judgeReserved(trace);
            case REFUSED -> judgeRefused(trace);
            case SHED -> judgeShed(trace);
            case SENT -> judgeSent(trace);
            case BROKEN -> {}
        }
    }

    private void judgeReserved(final Trace trace) {
        final OrderAttempt attempt = trace.attempt();
        if (trace.order() == 0) {
            if (attempt.sequence() <= lastSequence) {
                add(AuditFinding.Kind.LOST, trace, "was told of " + told(attempt) + ", which is not in the journal");
            }
        } else if (trace.order() != attempt.order()
                || (attempt.sequence() != 0 && trace.sequence() != attempt.sequence())) {
            add(AuditFinding.Kind.LOST, trace, "was told of " + told(attempt) + "; the journal has " + found(trace));
        } else if (!trace.agreesOnLines()) {
            add(AuditFinding.Kind.LOST, trace, "has other lines in " + found(trace) + " than were ordered");
        }
    }

    private void judgeRefused(final Trace trace) {
        final OrderAttempt attempt = trace.attempt();
        if (trace.order() != 0) {
            add(
                    AuditFinding.Kind.WRONGLY_REFUSED,
                    trace,
                    "was refused with " + attempt.code() + "; the journal has " + found(trace));
        } else if (attempt.sequence() != 0 && attempt.sequence() <= lastSequence && !trace.hasRefusal()) {
            add(
                    AuditFinding.Kind.WRONGLY_REFUSED,
                    trace,
                    "was refused with " + attempt.code() + " by record " + attempt.sequence() + ", which is not of it");
        }
    }

    /** Where not every send had its answer, the order may be of one that had none. */
    private void judgeShed(final Trace trace) {
        final OrderAttempt attempt = trace.attempt();
        if (trace.order() != 0 && attempt.answers() < attempt.sends()) {
            judgeSent(trace);
        } else if (trace.order() != 0) {
            add(
                    AuditFinding.Kind.WRONGLY_REFUSED,
                    trace,
                    "was turned away with " + attempt.code() + "; the journal has " + found(trace));
        }
    }

    private void judgeSent(final Trace trace) {
        if (trace.order() != 0) {
            add(AuditFinding.Kind.UNANSWERED, trace, "never had an answer; the journal has " + found(trace));
        }
    }

    private void add(final AuditFinding.Kind kind, final Trace trace, final String what) {
        findings.add(
                kind,
                "Key " + trace.attempt().key() + " of viewer " + trace.attempt().viewer() + " " + what + ".");
    }

    private static String told(final OrderAttempt attempt) {
        return "order " + attempt.order() + (attempt.sequence() == 0 ? "" : " of record " + attempt.sequence());
    }

    private static String found(final Trace trace) {
        return "order " + trace.order() + " of record " + trace.sequence();
    }
}
