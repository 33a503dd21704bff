package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes the likes of one room; reused, on one event loop. */
final class AddLikesWriter implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AddLikesEncoder command = new AddLikesEncoder();
    private long room;
    private int count;

    AddLikesWriter of(final long likedRoom, final int likes) {
        room = likedRoom;
        count = likes;
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        command.wrapAndApplyHeader(buffer, offset, header).room(room).count(count);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
