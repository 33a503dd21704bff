package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/** The rooms' whole pictures, as the newest tick left them, what they sell, and which of them to show first. */
public interface RoomSnapshots {
    /** No room at all. */
    RoomSnapshots NONE = new RoomSnapshots() {
        @Override
        public Buffer snapshot(final long room) {
            return null;
        }

        @Override
        public boolean hasOffer(final long room, final long offer) {
            return false;
        }

        @Override
        public long frontRoom() {
            return 0;
        }
    };

    /**
     * The body of {@code GET /rooms/{room}}. Any thread.
     *
     * @return JSON that nobody changes any more; null when there is no such room.
     */
    Buffer snapshot(long room);

    /** Whether there is such an offer in such a room, on sale or not. Any thread. */
    boolean hasOffer(long room, long offer);

    /** The room for who names none: a live one, or else the next that is scheduled; 0 when there is neither. Any thread. */
    long frontRoom();
}
