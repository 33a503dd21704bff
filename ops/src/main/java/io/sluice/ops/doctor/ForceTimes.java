package io.sluice.ops.doctor;

import java.util.Arrays;

/** How long each of many forced writes took. */
final class ForceTimes {
    private static final double NS_PER_MS = 1e6;

    private final long[] sortedNs;

    /** Of at least one time, ns each. */
    ForceTimes(final long[] timesNs) {
        sortedNs = timesNs.clone();
        Arrays.sort(sortedNs);
    }

    int count() {
        return sortedNs.length;
    }

    /** The time, ms, within which this many per cent of the writes were forced. */
    double percentileMs(final int percent) {
        final int rank = (int) Math.ceil(sortedNs.length * percent / 100.0);
        return sortedNs[Math.max(0, rank - 1)] / NS_PER_MS;
    }
}
