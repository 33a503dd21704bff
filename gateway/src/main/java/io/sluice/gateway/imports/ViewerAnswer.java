package io.sluice.gateway.imports;

/** Hears what the core knows of a viewer. */
interface ViewerAnswer {
    /**
     * The answer for one viewer.
     *
     * @param inviter who invited the viewer, 0 for nobody.
     * @param isKnown whether the viewer has a place in the core's table already.
     */
    void onViewer(long viewer, long inviter, boolean isKnown);
}
