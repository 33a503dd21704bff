package io.sluice.engine.core;

/** Where a touch leads, by the places of the brand's stores, guides and groups; 0 for none. */
final class Places {
    private int store;
    private int guide;
    private int group;

    Places set(final int newStore, final int newGuide, final int newGroup) {
        store = newStore;
        guide = newGuide;
        group = newGroup;
        return this;
    }

    int store() {
        return store;
    }

    int guide() {
        return guide;
    }

    int group() {
        return group;
    }
}
