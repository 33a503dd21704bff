package io.sluice.gateway.link;

import io.sluice.engine.protocol.RecordFlyweight;

/** Hears every durable record in order, on the event loop the {@link RecordStream} was opened for. */
public interface RecordListener {
    /**
     * The next record; its sequence is one more than that of the call before.
     *
     * @param record valid during the call only.
     */
    void onRecord(RecordFlyweight record);

    /** There is nothing more to deliver at this moment, or others of the event loop have a turn. */
    void onBatchEnd();
}
