package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import java.util.function.Predicate;
import org.agrona.MutableDirectBuffer;

/** Offers ExpireOrder commands to the ring. Core thread only: it must not wait for a slot that only itself can free. */
final class ExpiryPublisher implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ExpireOrderEncoder command = new ExpireOrderEncoder();
    private Predicate<CommandWriter> ring;
    private long order;

    /** Names the ring, which is built around the handlers that need this; it answers whether there was a slot. */
    void publishTo(final Predicate<CommandWriter> commandRing) {
        ring = commandRing;
    }

    /** Whether there was a slot. */
    boolean offer(final long expiredOrder) {
        order = expiredOrder;
        return ring.test(this);
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        command.wrapAndApplyHeader(buffer, offset, header).order(order);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
