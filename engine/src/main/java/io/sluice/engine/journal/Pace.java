package io.sluice.engine.journal;

/** How a writer of much that is not urgent leaves the disk and the processors to others. */
@FunctionalInterface
public interface Pace {
    /** Without a rest. */
    Pace NONE = workedNs -> {};

    /** Rests after a piece of work that took {@code workedNs}. */
    void rest(long workedNs);
}
