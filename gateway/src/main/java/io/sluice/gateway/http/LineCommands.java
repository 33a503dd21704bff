package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.FindPlacesEncoder;
import io.sluice.engine.protocol.codec.JoinLineEncoder;
import io.sluice.engine.protocol.codec.LeaveLineEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;

/** What a viewer asks the core about waiting lines. Any thread. */
public final class LineCommands {
    private LineCommands() {}

    /** To wait for at most so many units of a room's offer. */
    public static CommandWriter join(final long viewer, final long room, final long offer, final int units) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new JoinLineEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .room(room)
                        .offer(offer)
                        .units(units)
                        .encodedLength();
    }

    /** To give up the place or the turn. */
    public static CommandWriter leave(final long viewer, final long offer) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new LeaveLineEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .offer(offer)
                        .encodedLength();
    }

    /** Where the viewer waits or has a turn. */
    static CommandWriter find(final long viewer) {
        return (buffer, offset) -> MessageHeaderEncoder.ENCODED_LENGTH
                + new FindPlacesEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .encodedLength();
    }
}
