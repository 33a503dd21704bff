package io.sluice.bench.load.audit;

import io.sluice.bench.load.AuditFinding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found: all of it is counted, the first {@value #MAX_KEPT} are kept. One thread. */
final class Findings {
    static final int MAX_KEPT = 100;

    private final List<AuditFinding> kept = new ArrayList<>();
    private final Map<AuditFinding.Kind, Long> counts = new EnumMap<>(AuditFinding.Kind.class);

    void add(final AuditFinding.Kind kind, final String detail) {
        counts.merge(kind, 1L, Long::sum);
        if (kept.size() < MAX_KEPT) {
            kept.add(new AuditFinding(kind, detail));
        }
    }

    List<AuditFinding> kept() {
        return kept;
    }

    Map<AuditFinding.Kind, Long> counts() {
        return counts;
    }
}
