package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.PlaceState;

/** A viewer who waits for an offer, or has a turn. */
final class NaivePlace {
    final long viewer;
    final NaiveOffer offer;
    /** The how manieth it is of all who ever joined that line. */
    final long ordinal;

    int units;
    /** Where the units of a turn are kept, null while there is none. */
    NaiveStock kept;

    long untilMs;

    NaivePlace(final long viewer, final NaiveOffer offer, final long ordinal, final int units) {
        this.viewer = viewer;
        this.offer = offer;
        this.ordinal = ordinal;
        this.units = units;
    }

    boolean isCalled() {
        return kept != null;
    }

    /** The place in a state, with so many at most before it and so many who wait. */
    Verdict.Place shown(final PlaceState state, final long ahead, final long waiting) {
        final long until = state == PlaceState.CALLED ? untilMs : 0;
        return new Verdict.Place(viewer, offer.room.id, offer.id, state, units, until, (int) ahead, (int) waiting);
    }
}
