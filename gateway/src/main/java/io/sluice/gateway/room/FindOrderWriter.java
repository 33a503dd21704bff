package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes the query for one order; reused, on one event loop. */
final class FindOrderWriter implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FindOrderEncoder query = new FindOrderEncoder();
    private long viewer;
    private long order;

    FindOrderWriter of(final long owner, final long orderId) {
        viewer = owner;
        order = orderId;
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        query.wrapAndApplyHeader(buffer, offset, header).viewer(viewer).order(order);
        return MessageHeaderEncoder.ENCODED_LENGTH + query.encodedLength();
    }
}
