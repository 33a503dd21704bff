package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes one comment; reused, on one event loop. */
final class CommentWriter implements CommandWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PostCommentEncoder command = new PostCommentEncoder();
    private LiveViewer viewer;
    private String text;

    CommentWriter of(final LiveViewer author, final String comment) {
        viewer = author;
        text = comment;
        return this;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        command.wrapAndApplyHeader(buffer, offset, header)
                .viewer(viewer.id())
                .room(viewer.room().id())
                .text(text);
        return MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength();
    }
}
