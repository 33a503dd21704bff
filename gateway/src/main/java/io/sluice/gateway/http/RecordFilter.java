package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.Set;

/**
 * Which records a reader asked for; a record has to meet all that is set. Any thread.
 *
 * @param room      a room that the command is about, 0 for any.
 * @param offer     an offer that the command is about or that is in a line of the order, 0 for any.
 * @param viewer    the viewer, 0 for any.
 * @param order     the order, 0 for any.
 * @param types     types of event, empty for all.
 * @param outcomes  outcomes, empty for all.
 */
record RecordFilter(long room, long offer, long viewer, long order, Set<String> types, Set<Outcome> outcomes) {
    /** Whether every record passes. */
    boolean passesAll() {
        return types.isEmpty() && outcomes.isEmpty() && !asksForKeys();
    }

    /** Whether a record passes; {@code keys} are read from it when they are asked for. */
    boolean passes(final RecordFlyweight record, final RecordKeys keys) {
        if (!outcomes.isEmpty() && !outcomes.contains(record.outcome())) {
            return false;
        }
        if (!types.isEmpty() && !types.contains(RecordJson.typeName(record))) {
            return false;
        }
        return !asksForKeys() || passes(keys.read(record));
    }

    private boolean passes(final RecordKeys keys) {
        return (room == 0 || keys.hasRoom(room))
                && (offer == 0 || keys.hasOffer(offer))
                && (viewer == 0 || keys.hasViewer(viewer))
                && (order == 0 || order == keys.order());
    }

    private boolean asksForKeys() {
        return (room | offer | viewer | order) != 0;
    }
}
