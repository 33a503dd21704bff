package io.sluice.engine;

import io.sluice.engine.protocol.RecordFlyweight;
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
     * @param replyTo  what {@link EngineLink#offer} was given, or {@link EngineLink#NO_REPLY}.
     */
    void onRecord(RecordFlyweight record, long replyTo);

    /**
     * A query was answered; every record it could have seen is durable.
     *
     * @param buffer   holds the answer, an SBE message with its header, during the call only.
     * @param offset   where the answer's message header begins.
     * @param length   bytes of the answer.
     * @param replyTo  what {@link EngineLink#offer} was given.
     */
    void onAnswer(DirectBuffer buffer, int offset, int length, long replyTo);

    /** The records and answers of one forced batch have all been delivered. */
    void onBatchEnd();
}
