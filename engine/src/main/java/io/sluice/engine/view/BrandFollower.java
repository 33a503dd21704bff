package io.sluice.engine.view;

import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import org.agrona.DirectBuffer;

/**
 * Keeps a board at the newest durable record, and is ahead of the listener that hears of the record next: whoever was
 * told that a guide was put finds the guide. On the sealer thread.
 */
public final class BrandFollower implements EngineListener {
    private final BrandBoard board;
    private final EngineListener next;

    /** Moves {@code board}, then tells {@code next}. */
    public BrandFollower(final BrandBoard board, final EngineListener next) {
        this.board = board;
        this.next = next;
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        board.apply(record);
        next.onRecord(record, replyTo);
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        next.onAnswer(buffer, offset, length, replyTo);
    }

    @Override
    public void onBatchEnd() {
        next.onBatchEnd();
    }
}
