package io.sluice.engine.protocol;

import org.agrona.DirectBuffer;

/**
 * Hears what the engine has made durable. Called by the sealer thread only, in journal order; an implementation copies
 * what it keeps, hands it on and returns at once. An exception halts the engine.
 */
public interface EngineListener {
    /**
     * A record is as durable as the journal's level promises.
     *
     * @param record   valid during the call only.
     * @param replyTo  the number the command was offered with, 0 when nobody waits for the answer.
     */
    void onRecord(RecordFlyweight record, long replyTo);

    /**
     * A query was answered; every record it could have seen is durable.
     *
     * @param buffer   holds the answer, an SBE message with its header, during the call only.
     * @param offset   where the answer's message header begins.
     * @param length   bytes of the answer.
     * @param replyTo  the number the query was offered with.
     */
    void onAnswer(DirectBuffer buffer, int offset, int length, long replyTo);

    /** The records and answers of one forced batch have all been delivered. */
    void onBatchEnd();
}
