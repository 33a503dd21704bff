package io.sluice.ops.journal;

import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import org.agrona.DirectBuffer;

/** Hears what an engine says and keeps nothing of it. */
enum NobodyListens implements EngineListener {
    LISTENER;

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {}

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {}

    @Override
    public void onBatchEnd() {}
}
