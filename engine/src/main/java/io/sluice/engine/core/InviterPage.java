package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/**
 * Who invited each of some viewers, as the answer to a query shows it: a copy, so that nothing of the table leaves the core.
 * Filled anew for each query by its one owner.
 */
public final class InviterPage {
    private final Viewer own = new Viewer();
    private final long[] viewers = new long[ProtocolLimits.MAX_VIEWERS_A_QUERY];
    private final long[] inviters = new long[ProtocolLimits.MAX_VIEWERS_A_QUERY];
    private final boolean[] known = new boolean[ProtocolLimits.MAX_VIEWERS_A_QUERY];
    private int size;
    private int room;

    /** Forgets all viewers. */
    public InviterPage clear() {
        size = 0;
        return this;
    }

    /** Adds a viewer to be shown; there are at most {@link ProtocolLimits#MAX_VIEWERS_A_QUERY}. */
    public InviterPage add(final long viewer) {
        viewers[size++] = viewer;
        return this;
    }

    void show(final ViewerTable table) {
        for (int i = 0; i < size; i++) {
            final boolean isMet = table.find(viewers[i], own) != null;
            inviters[i] = isMet ? own.inviter() : 0;
            known[i] = isMet && own.isKnown();
        }
        room = table.room();
    }

    /** Number of viewers. */
    public int size() {
        return size;
    }

    /** Who invited a viewer, 0 for nobody. */
    public long inviter(final int index) {
        return inviters[index];
    }

    /** Whether more is known of a viewer than orders. */
    public boolean isKnown(final int index) {
        return known[index];
    }

    /** How many viewers more may become known. */
    public int room() {
        return room;
    }
}
