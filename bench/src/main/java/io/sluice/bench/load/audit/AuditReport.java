package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The same with one more finding, which stands first. */
    public AuditReport with(final AuditFinding first) {
        final Map<AuditFinding.Kind, Long> more = new EnumMap<>(AuditFinding.Kind.class);
        more.putAll(counts);
        more.merge(first.kind(), 1L, Long::sum);
        return new AuditReport(
                audited,
                records,
                more,
                Stream.concat(Stream.of(first), findings.stream()).toList());
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
