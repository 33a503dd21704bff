package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/** What an operator says of a guide: filled anew for each command by its one owner, read by the core. */
public final class GuideRequest {
    private final long[] stores = new long[ProtocolLimits.MAX_STORES_OF_GUIDE];
    private int storeCount;
    private long guide;
    private long viewer;
    private int active;
    private byte[] name = Text.EMPTY;

    /** Starts over, with no store. */
    public GuideRequest set(final long newGuide, final long newViewer, final int newActive) {
        guide = newGuide;
        viewer = newViewer;
        active = newActive;
        storeCount = 0;
        return this;
    }

    /** Adds a store; more than there may be are only counted, and make the request invalid. */
    public GuideRequest addStore(final long store) {
        if (storeCount < stores.length) {
            stores[storeCount] = store;
        }
        storeCount++;
        return this;
    }

    /** The name in UTF-8, which the core keeps. */
    public GuideRequest name(final byte[] newName) {
        name = newName;
        return this;
    }

    long guide() {
        return guide;
    }

    long viewer() {
        return viewer;
    }

    boolean isActive() {
        return active == 1;
    }

    byte[] name() {
        return name;
    }

    int stores() {
        return storeCount;
    }

    long store(final int index) {
        return stores[index];
    }

    /** Whether it names stores enough, none of them twice, and says clearly whether the guide works. */
    boolean isValid() {
        if (storeCount < 1 || storeCount > stores.length || active < 0 || active > 1) {
            return false;
        }
        for (int i = 0; i < storeCount; i++) {
            for (int j = 0; j < i; j++) {
                if (stores[i] == stores[j]) {
                    return false;
                }
            }
        }
        return true;
    }
}
