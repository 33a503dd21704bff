package io.sluice.gateway.http;

import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.RoomView;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongToIntFunction;

/** Writes the list of rooms that operators choose from. On the thread of the rooms' board. */
public final class RoomListJson {
    private static final Comparator<RoomView> GREATEST_FIRST =
            Comparator.comparingLong(RoomView::id).reversed();

    private RoomListJson() {}

    /**
     * The body of {@code GET /operator/rooms}.
     *
     * @param viewers  how many watch a room.
     * @param before   only rooms with a lesser id.
     * @param limit    at most so many.
     */
    public static Buffer write(
            final RoomBoard board, final LongToIntFunction viewers, final long before, final int limit) {
        final List<RoomView> rooms = new ArrayList<>();
        board.forEachRoom(room -> {
            if (room.id() < before) {
                rooms.add(room);
            }
        });
        rooms.sort(GREATEST_FIRST);
        final List<RoomView> page = rooms.subList(0, Math.min(limit, rooms.size()));
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("rooms").beginArray();
        for (final RoomView room : page) {
            json.beginObject().name("room").value(room.id());
            json.name("title").value(room.title());
            json.name("state").value(room.state().name());
            json.name("startsAt").time(room.startsAtMs());
            json.name("offers").value(room.offers().size());
            json.name("viewers").value(viewers.applyAsInt(room.id())).endObject();
        }
        json.endArray();
        if (page.size() < rooms.size()) {
            json.name("next").value(page.get(page.size() - 1).id());
        }
        json.name("sequence").value(board.sequence()).endObject();
        return json.toBuffer();
    }
}
