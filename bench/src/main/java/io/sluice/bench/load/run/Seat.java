package io.sluice.bench.load.run;

import io.sluice.bench.load.client.LiveSocket;

/** A viewer of the crowd as the rig keeps one: in a few dozen bytes beside the socket. */
final class Seat {
    /** Not among those who are in the room. */
    static final int AWAY = -1;

    private final int viewer;
    private final String tokenHeader;
    private LiveSocket socket;
    private long joinMeantNs;
    private int place = AWAY;
    private boolean coming;
    private boolean dropping;
    private boolean stalled;

    Seat(final int viewer, final String token) {
        this.viewer = viewer;
        tokenHeader = "Authorization: Bearer " + token + "\r\n";
    }

    /** Place in the crowd, from 0. */
    int viewer() {
        return viewer;
    }

    String tokenHeader() {
        return tokenHeader;
    }

    /** Place among those who are in the room, {@link #AWAY} for none. */
    int place() {
        return place;
    }

    void place(final int newPlace) {
        place = newPlace;
    }

    LiveSocket socket() {
        return socket;
    }

    boolean isComing() {
        return coming;
    }

    /** Whether the way in that was meant at this moment is not over. */
    boolean isComingSince(final long meantNs) {
        return coming && joinMeantNs == meantNs;
    }

    /** On the way in, since the moment that was meant. */
    void comes(final long meantNs) {
        coming = true;
        dropping = false;
        joinMeantNs = meantNs;
    }

    long joinMeantNs() {
        return joinMeantNs;
    }

    void opens(final LiveSocket newSocket) {
        socket = newSocket;
    }

    void isIn() {
        coming = false;
    }

    /** Drops off because the scenario wants it. */
    void drops() {
        dropping = true;
    }

    boolean isDropping() {
        return dropping;
    }

    /** Does not read, or has not caught up with what came meanwhile. */
    void stalls(final boolean nowStalled) {
        stalled = nowStalled;
    }

    boolean isStalled() {
        return stalled;
    }

    /** Neither in the room nor on the way in. */
    boolean isAway() {
        return place == AWAY && !coming && !stalled;
    }

    void isOut() {
        socket = null;
        stalled = false;
        coming = false;
    }
}
