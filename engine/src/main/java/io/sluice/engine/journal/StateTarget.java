package io.sluice.engine.journal;

import io.sluice.engine.protocol.StateInput;

/** Something that takes its state from a snapshot. */
@FunctionalInterface
public interface StateTarget {
    /** Takes the whole state in. Called once, by the thread that loads the snapshot, before the bytes are found sound. */
    void read(StateInput input);
}
