package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.codec.PointMovesDecoder;

/** Writes moves of points. Any thread. */
final class PointMovesJson {
    private PointMovesJson() {}

    /** Names and writes as {@code pointMoves} what a record moved, read from the message behind its decision. */
    static void write(final JsonWriter json, final PointMovesDecoder moves) {
        json.name("pointMoves").beginArray();
        for (final PointMovesDecoder.MovesDecoder move : moves.moves()) {
            json.beginObject().name("viewer").value(move.viewer());
            json.name("reason").value(PointReason.ofCode(move.reason()).name());
            json.name("points").value(move.points());
            json.name("balance").value(move.balance());
            writeExpiry(json, move.points(), move.expiresAtMs());
            json.endObject();
        }
        json.endArray();
    }

    /** Writes when points are gone; says nothing of fewer points and of such as stay for good. */
    static void writeExpiry(final JsonWriter json, final long points, final long expiresAtMs) {
        if (points > 0 && expiresAtMs != Long.MAX_VALUE) {
            json.name("expiresAt").time(expiresAtMs);
        }
    }
}
