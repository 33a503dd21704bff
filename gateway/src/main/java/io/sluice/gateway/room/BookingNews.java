package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.view.RoomView;
import io.sluice.gateway.http.JsonWriter;
import org.agrona.collections.LongHashSet;

/** Tells viewers that a show which they booked begins, on all connections that each has here. On the ticker's event loop. */
final class BookingNews {
    private final LiveRooms rooms;
    private final JsonWriter json = new JsonWriter();

    BookingNews(final LiveRooms rooms) {
        this.rooms = rooms;
    }

    /** A show goes live. */
    void tell(final RoomView room) {
        if (room.booked() == 0) {
            return;
        }
        json.reset().beginObject().name("t").value("begun");
        json.name("room").value(room.id());
        json.name("title").value(room.title()).endObject();
        final ByteBuf frame = WireFrames.text(json);
        final LongHashSet.LongIterator bookers = room.bookers();
        while (bookers.hasNext()) {
            for (final LiveViewer viewer : rooms.directory().of(bookers.nextValue())) {
                final ByteBuf copy = frame.retainedDuplicate();
                viewer.registry().post(() -> viewer.registry().tell(viewer, copy));
            }
        }
        frame.release();
    }
}
