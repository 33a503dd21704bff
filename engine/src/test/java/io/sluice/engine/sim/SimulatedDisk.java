package io.sluice.engine.sim;

import io.sluice.engine.journal.Journal;
import java.util.Random;

/** A journal on a disk whose power can be cut. One thread. */
interface SimulatedDisk extends Journal {
    /** Where power is lost next. */
    enum PowerCutAt {
        /** Nowhere. */
        NEVER,
        /** As a force begins, or in the midst of it. */
        BEFORE_FORCE,
        /** As a force returns, before anybody is answered. */
        AFTER_FORCE
    }

    /** Says where a {@link PowerCut} is thrown from now on. */
    void cutPower(PowerCutAt where);

    /** Leaves of what was not forced what chance leaves. */
    void losePower(Random random);

    /** What a start does, behind a loss of power or the death of the process; nothing of what was forced may be gone. */
    void recover();
}
