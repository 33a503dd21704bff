package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/** The rooms' whole pictures, as the newest tick left them. */
@FunctionalInterface
public interface RoomSnapshots {
    /** No room at all. */
    RoomSnapshots NONE = room -> null;

    /**
     * The body of {@code GET /rooms/{room}}. Any thread.
     *
     * @return JSON that nobody changes any more; null when there is no such room.
     */
    Buffer snapshot(long room);
}
