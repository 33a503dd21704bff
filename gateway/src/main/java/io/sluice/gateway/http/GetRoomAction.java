package io.sluice.gateway.http;

import io.vertx.core.buffer.Buffer;

/** {@code GET /rooms/{room}}: the picture the newest tick left. Any event loop. */
final class GetRoomAction implements Action {
    private static final int OK = 200;

    private final RoomSnapshots rooms;

    GetRoomAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        exchange.answer(OK, picture(rooms, exchange.pathId("room")));
    }

    /** The room's picture; refuses when there is no such room. */
    static Buffer picture(final RoomSnapshots rooms, final long room) {
        final Buffer picture = rooms.snapshot(room);
        if (picture == null) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.ROOM_UNKNOWN, "There is no room " + room + ".").field("room"));
        }
        return picture;
    }
}
