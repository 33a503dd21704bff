package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Offers ExpireOrder commands to the ring. Core thread only: it must not wait for a slot that only itself can free. */
final class ExpiryPublisher implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExpireOrderEncoder command = new ExpireOrderEncoder();
    private CommandRing ring;
    private long order;

    /** Names the ring, which is built around the handlers that need this. */
    void publishTo(final CommandRing commandRing) {
        ring = commandRing;
    }

    /** Whether there was a slot. */
    boolean offer(final long expiredOrder) {
        order = expiredOrder;
        return ring.offer(this, CommandRing.NO_REPLY) >= 0;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        command.wrapAndApplyHeader(buffer, offset, header).order(order);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
