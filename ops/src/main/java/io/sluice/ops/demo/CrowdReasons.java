package io.sluice.ops.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Who has something to say of their own: they just came, they just ordered. Bounded; the oldest reasons are forgotten. */
final class CrowdReasons {
    private static final int MAX_REASONS = 64;
    private static final long STALE_MS = 15_000;

    private final Deque<Reason> reasons = new ArrayDeque<>(MAX_REASONS);

    void add(final long viewer, final Mood mood, final long offer, final long fromMs) {
        if (reasons.size() == MAX_REASONS) {
            reasons.removeFirst();
        }
        reasons.addLast(new Reason(viewer, mood, offer, fromMs));
    }

    /** Takes the oldest reason that is fresh at {@code atMs}, or answers null. */
    Reason take(final long atMs) {
        reasons.removeIf(reason -> reason.fromMs() < atMs - STALE_MS);
        final Reason first = reasons.peekFirst();
        if (first == null || first.fromMs() > atMs) {
            return null;
        }
        return reasons.removeFirst();
    }

    /** A viewer's mood from a moment on; {@code offer} is 0 where the mood is about none. */
    record Reason(long viewer, Mood mood, long offer, long fromMs) {}
}
