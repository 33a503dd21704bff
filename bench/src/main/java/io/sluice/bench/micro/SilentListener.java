package io.sluice.bench.micro;

import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import org.agrona.DirectBuffer;

/** Hears everything and does nothing with it. */
final class SilentListener implements EngineListener {
    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {}

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {}

    @Override
    public void onBatchEnd() {}
}
