package io.sluice.ops.demo;

import java.util.SplittableRandom;

/** How long to wait before the next try: a random time between half and all of 1 s, 2 s, 4 s ... 30 s. */
final class Backoff {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 30_000;

    private final SplittableRandom random;
    private long stepMs = FIRST_MS;

    Backoff(final SplittableRandom random) {
        this.random = random;
    }

    /** The next wait, and a longer one after it; never shorter than the server asked for. */
    long nextMs(final long askedMs) {
        final long waitMs = random.nextLong(stepMs / 2, stepMs + 1);
        stepMs = Math.min(LONGEST_MS, stepMs * 2);
        return Math.max(askedMs, waitMs);
    }

    /** Starts over after a success. */
    void reset() {
        stepMs = FIRST_MS;
    }
}
