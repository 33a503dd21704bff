package io.sluice.engine.journal;

import io.sluice.engine.protocol.StateOutput;

/** Something whose state a snapshot keeps. */
@FunctionalInterface
public interface StateSource {
    /** Puts the whole state out. Called once, by the thread that writes the snapshot. */
    void write(StateOutput output);
}
