package io.sluice.engine.journal;

/** What an acknowledged record survives. */
public enum Durability {
    /** The death of the process: the bytes are in the page cache. */
    PROCESS,
    /** The loss of power: the bytes were forced to the disk. */
    DISK
}
