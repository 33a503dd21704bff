package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.view.PlaceView;
import io.sluice.gateway.http.JsonWriter;
import io.sluice.gateway.http.PlaceJson;

/**
 * Tells viewers what became of their places in waiting lines, on the connections that each has to the room of the offer, and
 * nobody else. On the ticker's event loop.
 */
public final class PlaceNews {
    private final LiveRooms rooms;
    private final Durability durability;
    private final JsonWriter json = new JsonWriter();

    /**
     * News for the viewers of these rooms.
     *
     * @param durability what a durable record survives.
     */
    public PlaceNews(final LiveRooms rooms, final Durability durability) {
        this.rooms = rooms;
        this.durability = durability;
    }

    /** A record moved a place. */
    void tell(final PlaceView place) {
        final LiveViewer[] viewers = rooms.directory().of(place.viewer());
        if (viewers.length == 0) {
            return;
        }
        final ByteBuf frame = frame(place);
        for (final LiveViewer viewer : viewers) {
            if (viewer.room().id() == place.room()) {
                final ByteBuf copy = frame.retainedDuplicate();
                viewer.registry().post(() -> deliver(viewer, copy, place.sequence()));
            }
        }
        frame.release();
    }

    private ByteBuf frame(final PlaceView place) {
        json.reset().beginObject().name("t").value("place");
        PlaceJson.write(json, place);
        json.name("sequence").value(place.sequence());
        json.name("durability").value(durability.name());
        return WireFrames.text(json.endObject());
    }

    /** Whoever was just answered this very record needs no news of it. */
    private static void deliver(final LiveViewer viewer, final ByteBuf frame, final long sequence) {
        if (viewer.lastAnswered() == sequence) {
            frame.release();
        } else {
            viewer.registry().tell(viewer, frame);
        }
    }
}
