package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.view.RoomView;
import io.sluice.gateway.http.JsonWriter;
import java.util.concurrent.Executor;
import org.agrona.collections.LongHashSet;

/**
 * Tells viewers that a show which they booked begins, on all connections that each has here. It looks for {@value
 * #VIEWERS_A_TURN} of them a task of the event loop, so that ticks and pictures do not wait until all of a hundred thousand were
 * looked for. On the ticker's event loop.
 */
final class BookingNews {
    /** Netty looks for timers and sockets again behind 64 tasks at the latest: that is some 4,000 of them. */
    static final int VIEWERS_A_TURN = 64;

    private final LiveRooms rooms;
    private final Executor eventLoop;
    private final JsonWriter json = new JsonWriter();

    BookingNews(final LiveRooms rooms, final Executor eventLoop) {
        this.rooms = rooms;
        this.eventLoop = eventLoop;
    }

    /** A show goes live. */
    void tell(final RoomView room) {
        if (room.booked() == 0) {
            return;
        }
        json.reset().beginObject().name("t").value("begun");
        json.name("room").value(room.id());
        json.name("title").value(room.title()).endObject();
        tellNext(WireFrames.text(json), room.bookers());
    }

    /** Takes the frame's reference. */
    private void tellNext(final ByteBuf frame, final LongHashSet.LongIterator bookers) {
        for (int turn = 0; turn < VIEWERS_A_TURN && bookers.hasNext(); turn++) {
            for (final LiveViewer viewer : rooms.directory().of(bookers.nextValue())) {
                final ByteBuf copy = frame.retainedDuplicate();
                viewer.registry().post(() -> viewer.registry().tell(viewer, copy));
            }
        }
        if (bookers.hasNext()) {
            eventLoop.execute(() -> tellNext(frame, bookers));
        } else {
            frame.release();
        }
    }
}
