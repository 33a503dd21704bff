package io.sluice.engine.sim;

import io.sluice.engine.core.naive.Command;
import io.sluice.engine.core.naive.TalkCommand;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.AppealMuteEncoder;
import io.sluice.engine.protocol.codec.BlockWordEncoder;
import io.sluice.engine.protocol.codec.DecideAppealEncoder;
import io.sluice.engine.protocol.codec.HideCommentEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.ReportCommentEncoder;
import io.sluice.engine.protocol.codec.SlowRoomEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what is asked of the talk. */
final class TalkCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private TalkCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written, 0 when the command is about none of these. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof TalkCommand.PostComment comment) {
            final PostCommentEncoder encoder = new PostCommentEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(comment.viewer()).room(comment.room()).text(comment.text());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof TalkCommand.AddLikes likes) {
            final AddLikesEncoder encoder = new AddLikesEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.room(likes.room()).count(likes.count()).encodedLength();
        }
        if (command instanceof TalkCommand.ReportComment report) {
            final ReportCommentEncoder encoder = new ReportCommentEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.viewer(report.viewer()).room(report.room()).comment(report.comment());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof TalkCommand.AppealMute appeal) {
            final AppealMuteEncoder encoder = new AppealMuteEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.viewer(appeal.viewer())
                            .text("x".repeat(appeal.textBytes()))
                            .encodedLength();
        }
        return encodeOfModerator(command, buffer);
    }

    private static int encodeOfModerator(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof TalkCommand.MuteViewer mute) {
            final MuteViewerEncoder encoder = new MuteViewerEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).viewer(mute.viewer()).durationMs(mute.durationMs()).reason("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof TalkCommand.DecideAppeal decide) {
            final DecideAppealEncoder encoder = new DecideAppealEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).viewer(decide.viewer()).appeal(decide.appeal());
            encoder.granted((short) (decide.granted() ? 1 : 0)).reason("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof TalkCommand.HideComment hide) {
            final HideCommentEncoder encoder = new HideCommentEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(1).room(hide.room()).comment(hide.comment()).encodedLength();
        }
        if (command instanceof TalkCommand.BlockWord block) {
            final BlockWordEncoder encoder = new BlockWordEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).blocked((short) (block.blocked() ? 1 : 0)).word(block.word());
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof TalkCommand.SlowRoom slow) {
            final SlowRoomEncoder encoder = new SlowRoomEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(1).room(slow.room()).seconds(slow.seconds()).encodedLength();
        }
        return 0;
    }
}
