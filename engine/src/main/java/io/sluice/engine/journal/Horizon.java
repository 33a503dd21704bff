package io.sluice.engine.journal;

/** How far a {@link JournalFollower} may see. */
public enum Horizon {
    /**
     * Records that were forced to the disk, so that no loss of power takes back what a consumer has seen. Of an engine
     * with {@link Durability#DISK}: what it acknowledges. With {@link Durability#PROCESS} the mark moves at a clean stop
     * only.
     */
    FORCED,
    /** Everything that was appended. After a loss of power a consumer may have seen records that are not there any more. */
    APPENDED
}
