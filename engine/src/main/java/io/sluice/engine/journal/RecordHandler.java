package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;

/** Takes the records of a journal, one by one. */
@FunctionalInterface
public interface RecordHandler {
    /**
     * Called on the thread that polls, with the record whose number follows the last one's.
     *
     * @param record  valid until this returns; what is to be kept is copied.
     */
    void onRecord(RecordFlyweight record);
}
