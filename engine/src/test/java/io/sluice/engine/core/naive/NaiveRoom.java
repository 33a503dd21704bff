package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.RoomState;

/** A room. */
final class NaiveRoom {
    final long id;
    RoomState state = RoomState.SCHEDULED;
    long pinnedOffer;
    long likes;

    NaiveRoom(final long id) {
        this.id = id;
    }

    Verdict.Room shown() {
        return new Verdict.Room(id, state, pinnedOffer, likes);
    }
}
