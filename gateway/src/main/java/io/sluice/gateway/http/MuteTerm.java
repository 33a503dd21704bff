package io.sluice.gateway.http;

import java.time.Duration;

/** For how long a viewer is muted. */
enum MuteTerm {
    /** A day. */
    P1D(Duration.ofDays(1).toMillis()),
    /** A week. */
    P7D(Duration.ofDays(7).toMillis()),
    /** Fifteen days. */
    P15D(Duration.ofDays(15).toMillis()),
    /** For good. */
    FOREVER(-1),
    /** Not, or no longer. */
    NONE(0);

    private final long durationMs;

    MuteTerm(final long durationMs) {
        this.durationMs = durationMs;
    }

    /** As the command has it: ms, 0 lifts the mute, -1 is for good. */
    long durationMs() {
        return durationMs;
    }

    /** The term of a command; null when it is none of ours. */
    static MuteTerm ofDuration(final long durationMs) {
        for (final MuteTerm term : values()) {
            if (term.durationMs == durationMs) {
                return term;
            }
        }
        return null;
    }
}
