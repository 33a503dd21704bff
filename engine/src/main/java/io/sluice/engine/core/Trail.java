package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;

/** Follows who brought whom, from hand to hand. */
final class Trail {
    /** What there is against an inviter. */
    enum Finding {
        /** Nothing. */
        FREE,
        /** The viewer stands among those who brought the inviter, or is the inviter. */
        CIRCLE,
        /** There are as many hands as there may be. */
        TOO_LONG
    }

    private static final ViewersRequest NOBODY = new ViewersRequest();

    private final ViewerTable viewers;

    Trail(final ViewerTable viewers) {
        this.viewers = viewers;
    }

    /** Whether a viewer may have been brought by an inviter. */
    Finding check(final long viewer, final long inviter) {
        return check(viewer, inviter, NOBODY, 0);
    }

    /** As the other {@code check}, as if the first {@code entries} of a request held already. */
    Finding check(final long viewer, final long inviter, final ViewersRequest request, final int entries) {
        long hand = inviter;
        int place = viewers.placeOf(inviter);
        for (int i = 0; i < ProtocolLimits.MAX_TRAIL; i++) {
            if (hand == viewer) {
                return Finding.CIRCLE;
            }
            final int entry = request.indexOf(hand, entries);
            hand = entry < 0 ? viewers.inviterAt(place) : request.inviter(entry);
            if (hand == 0) {
                return Finding.FREE;
            }
            place = entry < 0 ? viewers.inviterPlaceAt(place) : viewers.placeOf(hand);
        }
        return Finding.TOO_LONG;
    }
}
