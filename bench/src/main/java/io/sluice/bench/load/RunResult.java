package io.sluice.bench.load;

import java.util.List;

/**
 * What a rehearsal found.
 *
 * @param scenario     what was asked.
 * @param startedAtMs  when it began, epoch ms of the wall clock.
 * @param ending       how it came to its end.
 * @param figures      all that was measured.
 * @param audited      orders that the audit held against the journal.
 * @param findings     what the audit found, no more than it keeps.
 * @param verdicts     each threshold and whether it held.
 */
public record RunResult(
        Scenario scenario,
        long startedAtMs,
        Ending ending,
        Measurements figures,
        long audited,
        List<AuditFinding> findings,
        List<Verdict> verdicts) {
    /** Copies the lists. */
    public RunResult {
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A threshold and what was measured.
     *
     * @param threshold  what was asked.
     * @param measured   the figure; NaN when there is none.
     * @param held       whether it held.
     */
    public record Verdict(Threshold threshold, double measured, boolean held) {}

    /** Whether it ended before its time. */
    public boolean endedEarly() {
        return ending.isEarly();
    }

    /** Whether everything held. */
    public boolean isGo() {
        return !endedEarly() && findings.isEmpty() && verdicts.stream().allMatch(Verdict::held);
    }
}
