package io.sluice.engine.journal;

/** What an acknowledged record survives. */
public enum Durability {
    /** The death of the process: the bytes are in the page cache. */
    PROCESS(1),
    /** The loss of power: the bytes were forced to the disk. */
    DISK(2);

    /** No one bit that turns makes one code another. */
    private final int code;

    Durability(final int code) {
        this.code = code;
    }

    /** Stands for it in the forced mark's file. */
    int code() {
        return code;
    }

    /** The one with this code; null when there is none. */
    static Durability ofCode(final int code) {
        for (final Durability durability : values()) {
            if (durability.code == code) {
                return durability;
            }
        }
        return null;
    }
}
