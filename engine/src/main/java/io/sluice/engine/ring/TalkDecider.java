package io.sluice.engine.ring;

import io.sluice.engine.core.CommentMemory;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import org.agrona.DirectBuffer;

/** Takes the commands about comments and likes to the core. One thread; allocates nothing but blocked words. */
final class TalkDecider {
    private static final int FIRST_VERSION_THAT_HIDES = 5;
    private static final int FIRST_VERSION_OF_ROOMS_OWN = 6;

    private final FlashCore core;
    private final PostCommentDecoder postComment = new PostCommentDecoder();
    private final AddLikesDecoder addLikes = new AddLikesDecoder();
    private final MuteViewerDecoder muteViewer = new MuteViewerDecoder();
    private final HideCommentDecoder hideComment = new HideCommentDecoder();
    private final BlockWordDecoder blockWord = new BlockWordDecoder();
    private final SlowRoomDecoder slowRoom = new SlowRoomDecoder();
    private final ReportCommentDecoder reportComment = new ReportCommentDecoder();
    private final AppealMuteDecoder appealMute = new AppealMuteDecoder();
    private final DecideAppealDecoder decideAppeal = new DecideAppealDecoder();
    private final FoldedText text = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES);

    TalkDecider(final FlashCore core) {
        this.core = core;
    }

    /** Decides the command that {@code header} was found before; false when it is none of these. */
    boolean decide(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case PostCommentDecoder.TEMPLATE_ID -> comment(buffer, offset, header, decision);
            case AddLikesDecoder.TEMPLATE_ID -> {
                addLikes.wrapAndApplyHeader(buffer, offset, header);
                core.talk().like(addLikes.room(), addLikes.count(), decision);
            }
            case ReportCommentDecoder.TEMPLATE_ID -> {
                reportComment.wrapAndApplyHeader(buffer, offset, header);
                core.talk().report(reportComment.viewer(), reportComment.room(), reportComment.comment(), decision);
            }
            case HideCommentDecoder.TEMPLATE_ID -> {
                hideComment.wrapAndApplyHeader(buffer, offset, header);
                core.talk().hide(hideComment.room(), hideComment.comment(), decision);
            }
            case BlockWordDecoder.TEMPLATE_ID -> {
                blockWord.wrapAndApplyHeader(buffer, offset, header);
                final boolean blocked = blockWord.blocked() != 0;
                final byte[] word = new byte[blockWord.wordLength()];
                blockWord.getWord(word, 0, word.length);
                core.talk().words().put(word, blocked, decision);
            }
            case SlowRoomDecoder.TEMPLATE_ID -> {
                slowRoom.wrapAndApplyHeader(buffer, offset, header);
                core.talk().slow(slowRoom.room(), slowRoom.seconds(), decision);
            }
            default -> {
                return decideMute(buffer, offset, header, decision);
            }
        }
        return true;
    }

    private boolean decideMute(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        switch (header.templateId()) {
            case MuteViewerDecoder.TEMPLATE_ID -> {
                muteViewer.wrapAndApplyHeader(buffer, offset, header);
                core.talk().mutes().mute(muteViewer.viewer(), muteViewer.durationMs(), decision);
            }
            case AppealMuteDecoder.TEMPLATE_ID -> {
                appealMute.wrapAndApplyHeader(buffer, offset, header);
                core.talk().mutes().appeal(appealMute.viewer(), appealMute.textLength(), decision);
            }
            case DecideAppealDecoder.TEMPLATE_ID -> {
                decideAppeal.wrapAndApplyHeader(buffer, offset, header);
                final boolean granted = decideAppeal.granted() != 0;
                core.talk().mutes().decide(decideAppeal.viewer(), decideAppeal.appeal(), granted, decision);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Comments of old versions are remembered, or forgotten, as they were when they were first decided. */
    private void comment(
            final DirectBuffer buffer, final int offset, final MessageHeaderDecoder header, final Decision decision) {
        postComment.wrapAndApplyHeader(buffer, offset, header);
        text.set(buffer, postComment.limit() + PostCommentDecoder.textHeaderLength(), postComment.textLength());
        core.talk().comment(postComment.viewer(), postComment.room(), text, memory(header), decision);
    }

    private static CommentMemory memory(final MessageHeaderDecoder header) {
        if (header.version() >= FIRST_VERSION_OF_ROOMS_OWN) {
            return CommentMemory.OF_ROOM;
        }
        return header.version() >= FIRST_VERSION_THAT_HIDES ? CommentMemory.SHARED : CommentMemory.NONE;
    }
}
