package io.sluice.engine.core;

import io.sluice.engine.protocol.RecordHash;

/** How a viewer came: store, guide, group and inviter, each 0 when there was none. */
public final class Touch {
    private long store;
    private long guide;
    private long group;
    private long inviter;

    /** Fills it anew. */
    public Touch set(final long newStore, final long newGuide, final long newGroup, final long newInviter) {
        store = newStore;
        guide = newGuide;
        group = newGroup;
        inviter = newInviter;
        return this;
    }

    /** Store, 0 for none. */
    public long store() {
        return store;
    }

    /** Shopping guide, 0 for none. */
    public long guide() {
        return guide;
    }

    /** Group, 0 for none. */
    public long group() {
        return group;
    }

    /** The viewer who invited, 0 for none. */
    public long inviter() {
        return inviter;
    }

    boolean isValid() {
        return (store | guide | group | inviter) >= 0;
    }

    /** Starts from a constant: mixed with each other alone, store and guide could change places unnoticed. */
    long hash() {
        long hash = RecordHash.mix(1, store);
        hash = RecordHash.mix(hash, guide);
        hash = RecordHash.mix(hash, group);
        return RecordHash.avalanche(RecordHash.mix(hash, inviter));
    }
}
