package io.sluice.engine.view;

/**
 * Whose room it is; head office's when neither is there. Immutable.
 *
 * @param store  the store, 0 for none.
 * @param guide  the guide, 0 for none.
 */
public record HostView(long store, long guide) {}
