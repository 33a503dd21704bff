package io.sluice.engine.core.naive;

import java.util.HashSet;
import java.util.Set;

/** A comment that was taken. */
final class NaiveComment {
    final long sequence;
    final long viewer;
    final long room;
    final long timeMs;
    final Set<Long> reporters = new HashSet<>();
    boolean hidden;

    NaiveComment(final long sequence, final long viewer, final long room, final long timeMs) {
        this.sequence = sequence;
        this.viewer = viewer;
        this.room = room;
        this.timeMs = timeMs;
    }
}
