package io.sluice.engine.view;

import io.sluice.engine.journal.RecordVisitor;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;

/** Reads what a record says into a {@link TalkBoard}. On the board's thread. */
final class TalkRecords implements RecordVisitor {
    private static final long ALL_ROOMS = 0;
    private static final long NOBODY = 0;
    private static final long NOTHING = 0;

    private final TalkBoard board;

    TalkRecords(final TalkBoard board) {
        this.board = board;
    }

    @Override
    public void onPostComment(
            final RecordFlyweight record, final PostCommentDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            final long room = command.room();
            board.add(new CommentView(record.sequence(), record.timeMs(), room, command.viewer(), command.text()));
        }
    }

    @Override
    public void onHideComment(
            final RecordFlyweight record, final HideCommentDecoder command, final DecisionDecoder decision) {
        final CommentView comment = board.comment(command.comment());
        if (record.outcome() == Outcome.ACCEPTED && comment != null) {
            comment.hide(command.actor());
        }
        final long viewer = record.outcome().isRefusal() ? NOBODY : decision.detail();
        board.note(deed(record, command.actor(), command.room(), viewer, command.comment(), NOTHING, ""));
    }

    @Override
    public void onBlockWord(
            final RecordFlyweight record, final BlockWordDecoder command, final DecisionDecoder decision) {
        final long actor = command.actor();
        board.note(deed(record, actor, ALL_ROOMS, NOBODY, NOTHING, command.blocked(), command.word()));
    }

    @Override
    public void onSlowRoom(
            final RecordFlyweight record, final SlowRoomDecoder command, final DecisionDecoder decision) {
        board.note(deed(record, command.actor(), command.room(), NOBODY, NOTHING, command.seconds(), ""));
    }

    @Override
    public void onMuteViewer(
            final RecordFlyweight record, final MuteViewerDecoder command, final DecisionDecoder decision) {
        final long actor = command.actor();
        final long viewer = command.viewer();
        final long durationMs = command.durationMs();
        final String reason = command.reason();
        if (record.outcome() == Outcome.ACCEPTED) {
            board.mute(viewer, durationMs == 0 ? MuteView.NONE : new MuteView(actor, decision.detail(), reason));
        }
        board.note(deed(record, actor, ALL_ROOMS, viewer, NOTHING, durationMs, reason));
    }

    @Override
    public void onReportComment(
            final RecordFlyweight record, final ReportCommentDecoder command, final DecisionDecoder decision) {
        final CommentView comment = board.comment(command.comment());
        if (record.outcome() == Outcome.ACCEPTED && comment != null) {
            comment.report(decision.detail());
        }
    }

    @Override
    public void onAppealMute(
            final RecordFlyweight record, final AppealMuteDecoder command, final DecisionDecoder decision) {
        if (record.outcome() == Outcome.ACCEPTED) {
            final long viewer = command.viewer();
            final MuteView mute = board.mute(viewer);
            board.appeal(new AppealView(
                    record.sequence(),
                    record.timeMs(),
                    viewer,
                    command.text(),
                    mute.equals(MuteView.NONE) ? MuteView.UNKNOWN : mute,
                    AppealView.State.OPEN,
                    NOBODY));
        }
    }

    @Override
    public void onDecideAppeal(
            final RecordFlyweight record, final DecideAppealDecoder command, final DecisionDecoder decision) {
        final long granted = command.granted();
        if (record.outcome() == Outcome.ACCEPTED) {
            board.decide(command.appeal(), granted != 0, command.actor());
        }
        board.note(deed(record, command.actor(), ALL_ROOMS, command.viewer(), NOTHING, granted, command.reason()));
    }

    private static TalkDeed deed(
            final RecordFlyweight record,
            final long actor,
            final long room,
            final long viewer,
            final long comment,
            final long amount,
            final String text) {
        return new TalkDeed(
                record.sequence(),
                record.timeMs(),
                actor,
                record.commandType(),
                record.outcome(),
                room,
                viewer,
                comment,
                amount,
                text);
    }
}
