package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.NoteWatchedEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes for how long viewers watched one room; reused, on one event loop. */
final class NoteWatchedWriter implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final NoteWatchedEncoder command = new NoteWatchedEncoder();
    private final long[] viewers = new long[ProtocolLimits.MAX_LISTED_A_COMMAND];
    private final int[] seconds = new int[ProtocolLimits.MAX_LISTED_A_COMMAND];
    private long room;
    private int count;

    /** Starts over, with nobody. */
    NoteWatchedWriter reset(final long watchedRoom) {
        room = watchedRoom;
        count = 0;
        return this;
    }

    /** Adds one of up to {@link ProtocolLimits#MAX_LISTED_A_COMMAND} viewers. */
    NoteWatchedWriter add(final long viewer, final int watchedSeconds) {
        viewers[count] = viewer;
        seconds[count] = watchedSeconds;
        count++;
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        final NoteWatchedEncoder.ViewersEncoder each =
                command.wrapAndApplyHeader(buffer, offset, header).room(room).viewersCount(count);
        for (int i = 0; i < count; i++) {
            each.next().viewer(viewers[i]).seconds(seconds[i]);
        }
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
