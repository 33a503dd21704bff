package io.sluice.gateway.http;

import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.RoomView;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the shows that a viewer has booked. On the thread of the rooms' board. */
public final class BookingListJson {
    private static final int LIMIT = 50;
    private static final Comparator<RoomView> NEXT_FIRST =
            Comparator.comparingLong(RoomView::startsAtMs).thenComparingLong(RoomView::id);

    private BookingListJson() {}

    /** The body of {@code GET /me/bookings}. */
    public static Buffer write(final RoomBoard board, final long viewer) {
        final List<RoomView> booked = new ArrayList<>();
        board.forEachBooked(room -> {
            if (room.isBookedBy(viewer)) {
                booked.add(room);
            }
        });
        booked.sort(NEXT_FIRST);
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("bookings").beginArray();
        booked.stream().limit(LIMIT).forEach(room -> {
            json.beginObject().name("room").value(room.id());
            json.name("title").value(room.title());
            json.name("startsAt").time(room.startsAtMs()).endObject();
        });
        json.endArray();
        json.name("sequence").value(board.sequence()).endObject();
        return json.toBuffer();
    }
}
