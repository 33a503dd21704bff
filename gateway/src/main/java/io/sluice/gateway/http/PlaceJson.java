package io.sluice.gateway.http;

import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.PlacePageDecoder;
import io.sluice.engine.view.PlaceView;

/** Writes a viewer's place in a waiting line into an object that is open. Any thread. */
public final class PlaceJson {
    private PlaceJson() {}

    /** As the board heard of it. */
    public static void write(final JsonWriter json, final PlaceView place) {
        write(json, place.room(), place.offer(), place.state(), place.units());
        write(json, place.ahead(), place.waiting(), place.untilMs());
    }

    /** As a decision left it. */
    static void write(final JsonWriter json, final LineMovesDecoder.PlacesDecoder place) {
        write(json, place.room(), place.offer(), PlaceState.ofCode(place.state()), place.units());
        write(json, place.ahead(), place.waiting(), place.untilMs());
    }

    /** As the core has it. */
    static void write(final JsonWriter json, final PlacePageDecoder.PlacesDecoder place) {
        write(json, place.room(), place.offer(), PlaceState.ofCode(place.state()), place.units());
        write(json, place.ahead(), place.waiting(), place.untilMs());
    }

    private static void write(
            final JsonWriter json, final long room, final long offer, final PlaceState state, final int units) {
        json.name("room").value(room);
        json.name("offer").value(offer);
        json.name("state").value(state.name());
        json.name("units").value(units);
    }

    private static void write(final JsonWriter json, final int ahead, final int waiting, final long untilMs) {
        json.name("ahead").value(ahead);
        json.name("waiting").value(waiting);
        if (untilMs != 0) {
            json.name("until").time(untilMs);
        }
    }
}
