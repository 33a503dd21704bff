package io.sluice.bench.load;

/** How a run came to its end. */
public enum Ending {
    /** It was played to its last second by all who began. */
    COMPLETE,
    /** Somebody told it to end before its time: it says nothing of the server. */
    TOLD_TO_END,
    /** The target took no connection any more, so it was ended before its time: the server's own limit, or its fault. */
    TARGET_GONE,
    /** A worker was lost on the way and the others played on: the load was less than asked, for a reason of the rig's. */
    WORKER_LOST;

    /** Whether it ended before its time. */
    public boolean isEarly() {
        return this == TOLD_TO_END || this == TARGET_GONE;
    }
}
