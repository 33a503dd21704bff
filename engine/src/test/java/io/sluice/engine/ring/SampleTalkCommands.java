package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.AppealMuteEncoder;
import io.sluice.engine.protocol.codec.BlockWordEncoder;
import io.sluice.engine.protocol.codec.DecideAppealEncoder;
import io.sluice.engine.protocol.codec.HideCommentEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.engine.protocol.codec.ReportCommentEncoder;
import io.sluice.engine.protocol.codec.SlowRoomEncoder;
import java.util.EnumMap;
import java.util.Map;

/** One well-formed command of every kind that keeps talk in bounds. */
final class SampleTalkCommands {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleTalkCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.HIDE_COMMENT, hideComment(1));
        commands.put(CommandShape.BLOCK_WORD, blockWord("假货", true));
        commands.put(CommandShape.SLOW_ROOM, slowRoom(5));
        commands.put(CommandShape.REPORT_COMMENT, reportComment(SampleCommands.VIEWER, 1));
        commands.put(CommandShape.APPEAL_MUTE, appealMute(SampleCommands.VIEWER, "再也不会了"));
        commands.put(CommandShape.DECIDE_APPEAL, decideAppeal(SampleCommands.VIEWER, 1, true));
        return commands;
    }

    static CommandWriter hideComment(final long comment) {
        return (buffer, offset) -> {
            final HideCommentEncoder encoder = new HideCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .room(SampleCommands.ROOM)
                            .comment(comment)
                            .encodedLength();
        };
    }

    static CommandWriter blockWord(final String word, final boolean blocked) {
        return (buffer, offset) -> {
            final BlockWordEncoder encoder = new BlockWordEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .blocked((short) (blocked ? 1 : 0))
                            .word(word)
                            .encodedLength();
        };
    }

    static CommandWriter slowRoom(final int seconds) {
        return (buffer, offset) -> {
            final SlowRoomEncoder encoder = new SlowRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .room(SampleCommands.ROOM)
                            .seconds(seconds)
                            .encodedLength();
        };
    }

    static CommandWriter reportComment(final long viewer, final long comment) {
        return (buffer, offset) -> {
            final ReportCommentEncoder encoder =
                    new ReportCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.viewer(viewer)
                            .room(SampleCommands.ROOM)
                            .comment(comment)
                            .encodedLength();
        };
    }

    static CommandWriter appealMute(final long viewer, final String text) {
        return (buffer, offset) -> {
            final AppealMuteEncoder encoder = new AppealMuteEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(viewer).text(text).encodedLength();
        };
    }

    static CommandWriter decideAppeal(final long viewer, final long appeal, final boolean granted) {
        return (buffer, offset) -> {
            final DecideAppealEncoder encoder = new DecideAppealEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).viewer(viewer).appeal(appeal);
            encoder.granted((short) (granted ? 1 : 0)).reason("first time");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter muteViewer(final long viewer, final long durationMs) {
        return (buffer, offset) -> {
            final MuteViewerEncoder encoder = new MuteViewerEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).viewer(viewer).durationMs(durationMs).reason("loud");
            return HEADER + encoder.encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
