package io.sluice.engine.view;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.AppealMuteEncoder;
import io.sluice.engine.protocol.codec.BlockWordEncoder;
import io.sluice.engine.protocol.codec.HideCommentEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.engine.protocol.codec.SlowRoomEncoder;

/** The commands that keep talk in bounds, by operator 1. */
final class TalkCommands {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private TalkCommands() {}

    static CommandWriter hide(final long room, final long comment) {
        return (buffer, offset) -> HEADER
                + new HideCommentEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .room(room)
                        .comment(comment)
                        .encodedLength();
    }

    static CommandWriter slow(final long room, final int seconds) {
        return (buffer, offset) -> HEADER
                + new SlowRoomEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .room(room)
                        .seconds(seconds)
                        .encodedLength();
    }

    static CommandWriter block(final String word, final boolean blocked) {
        return (buffer, offset) -> HEADER
                + new BlockWordEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .blocked((short) (blocked ? 1 : 0))
                        .word(word)
                        .encodedLength();
    }

    static CommandWriter mute(final long viewer, final long durationMs) {
        return (buffer, offset) -> HEADER
                + new MuteViewerEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .actor(1)
                        .viewer(viewer)
                        .durationMs(durationMs)
                        .reason("loud")
                        .encodedLength();
    }

    static CommandWriter appeal(final long viewer) {
        return (buffer, offset) -> HEADER
                + new AppealMuteEncoder()
                        .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                        .viewer(viewer)
                        .text("sorry")
                        .encodedLength();
    }
}
