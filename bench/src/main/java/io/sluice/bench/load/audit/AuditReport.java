package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param audited   presses of the button that were held against the journal.
 * @param records   records of the journal that were read.
 * @param counts    how many findings there are of each kind that there are any of, those that are not kept included.
 * @param findings  the first hundred.
 */
public record AuditReport(
        long audited, long records, Map<AuditFinding.Kind, Long> counts, List<AuditFinding> findings) {
    /** Copies map and list. */
    public AuditReport {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /** How many findings there are of a kind. */
    public long count(final AuditFinding.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Whether the journal bears out all that the viewers were told. */
    public boolean isClean() {
        return counts.isEmpty();
    }
}
