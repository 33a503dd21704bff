package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalFaultException;
import io.vertx.core.json.JsonObject;

/**
 * Says what is wrong with a journal, and where.
 *
 * @param fault  what was found.
 */
record JournalFault(JournalFaultException fault) {
    JsonObject toJson() {
        final JsonObject json =
                new JsonObject().put("sequence", fault.sequence()).put("reason", fault.reason());
        if (fault.position() != JournalFaultException.NO_POSITION) {
            json.put("file", fault.file()).put("byte", fault.position());
        }
        return json;
    }
}
