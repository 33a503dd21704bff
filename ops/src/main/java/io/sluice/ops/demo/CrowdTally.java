package io.sluice.ops.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts for the summary: written by the crowd's event loop, read by any thread. */
final class CrowdTally {
    /** More codes than the contract has; what would come past it is counted under one name. */
    private static final int MAX_CODES = 64;

    private static final String OTHER_CODES = "OTHER";

    private final AtomicLongArray counts = new AtomicLongArray(CrowdCounter.values().length);
    private final Map<String, Long> codes = new ConcurrentHashMap<>();

    void increment(final CrowdCounter counter) {
        add(counter, 1);
    }

    void add(final CrowdCounter counter, final long count) {
        counts.getAndAdd(counter.ordinal(), count);
    }

    void refused(final String code) {
        final String name = codes.size() < MAX_CODES || codes.containsKey(code) ? code : OTHER_CODES;
        codes.merge(name, 1L, Long::sum);
    }

    CrowdSummary summary() {
        final Map<CrowdCounter, Long> byCounter = new EnumMap<>(CrowdCounter.class);
        for (final CrowdCounter counter : CrowdCounter.values()) {
            byCounter.put(counter, counts.get(counter.ordinal()));
        }
        final SortedMap<String, Long> byCode = new TreeMap<>(codes);
        return new CrowdSummary(byCounter, byCode);
    }
}
