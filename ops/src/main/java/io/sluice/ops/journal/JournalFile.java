package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalSegment;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Says what is in one file of a journal.
 *
 * @param segment  the file.
 */
record JournalFile(JournalSegment segment) {
    JsonObject toJson() {
        final JsonObject json = new JsonObject().put("name", segment.name()).put("bytes", segment.bytes());
        if (segment.holdsRecords()) {
            json.put("firstSequence", segment.firstSequence())
                    .put("lastSequence", segment.lastSequence())
                    .put("firstTime", instant(segment.firstTimeMs()))
                    .put("lastTime", instant(segment.lastTimeMs()))
                    .put("formatVersion", segment.formatVersion());
        }
        return json;
    }

    String toLine() {
        final String head = segment.name() + "  " + segment.bytes() + " bytes  ";
        return segment.holdsRecords()
                ? head + segment.firstSequence() + " to " + segment.lastSequence() + "  "
                        + instant(segment.firstTimeMs()) + " to " + instant(segment.lastTimeMs()) + "  format "
                        + segment.formatVersion()
                : head + "no records";
    }

    private static String instant(final long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
