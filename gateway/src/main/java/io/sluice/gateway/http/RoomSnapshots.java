package io.sluice.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** The rooms' whole pictures, as the newest tick left them, what they sell and from which stocks, and which of them to show first. */
public interface RoomSnapshots {
    /** How many watch a room that there is not. */
    int NO_ROOM = -1;

    /**
     * The body of {@code GET /rooms/{room}}. Any thread.
     *
     * @return JSON that nobody changes any more; null when there is no such room.
     */
    Buffer snapshot(long room);

    /** The item that an offer of a room sells, on sale or not; 0 when there is no such offer. Any thread. */
    long itemOf(long room, long offer);

    /** Whether there is such an offer in such a room, on sale or not. Any thread. */
    default boolean hasOffer(final long room, final long offer) {
        return itemOf(room, offer) != 0;
    }

    /** The room for who names none: a live one, or else the next that is scheduled; 0 when there is neither. Any thread. */
    long frontRoom();

    /** How many watch a room, operators left out; {@link #NO_ROOM} when there is no such room. Any thread. */
    int viewers(long room);

    /**
     * The body of {@code GET /operator/rooms}: rooms, the greatest id first. On an event loop, where the answer comes back.
     *
     * @param before  only rooms with a lesser id.
     * @param limit   at most so many.
     */
    Future<Buffer> list(long before, int limit);

    /** The body of {@code GET /me/bookings}. On an event loop, where the answer comes back. */
    Future<Buffer> bookings(long viewer);

    /**
     * The body of {@code GET /operator/items/{item}/stocks}. On an event loop, where the answer comes back.
     *
     * @param after  how many stocks come before the page.
     * @param limit  how many are looked at.
     * @return with null when there is no such item.
     */
    Future<Buffer> stocks(long item, int after, int limit);
}
