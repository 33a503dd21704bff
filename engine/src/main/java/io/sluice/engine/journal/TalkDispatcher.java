package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import org.agrona.DirectBuffer;

/** Tells a visitor of the records about what keeps talk in bounds. One thread; allocates nothing. */
final class TalkDispatcher {
    private final RecordVisitor visitor;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final HideCommentDecoder hideComment = new HideCommentDecoder();
    private final BlockWordDecoder blockWord = new BlockWordDecoder();
    private final SlowRoomDecoder slowRoom = new SlowRoomDecoder();
    private final ReportCommentDecoder reportComment = new ReportCommentDecoder();
    private final AppealMuteDecoder appealMute = new AppealMuteDecoder();
    private final DecideAppealDecoder decideAppeal = new DecideAppealDecoder();

    TalkDispatcher(final RecordVisitor visitor) {
        this.visitor = visitor;
    }

    /** Tells of a record whose decision was decoded; false when its command is none of these. */
    boolean dispatch(final RecordFlyweight record, final DecisionDecoder decision) {
        final DirectBuffer buffer = record.buffer();
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case HideCommentDecoder.TEMPLATE_ID ->
                visitor.onHideComment(record, hideComment.wrapAndApplyHeader(buffer, at, header), decision);
            case BlockWordDecoder.TEMPLATE_ID ->
                visitor.onBlockWord(record, blockWord.wrapAndApplyHeader(buffer, at, header), decision);
            case SlowRoomDecoder.TEMPLATE_ID ->
                visitor.onSlowRoom(record, slowRoom.wrapAndApplyHeader(buffer, at, header), decision);
            case ReportCommentDecoder.TEMPLATE_ID ->
                visitor.onReportComment(record, reportComment.wrapAndApplyHeader(buffer, at, header), decision);
            case AppealMuteDecoder.TEMPLATE_ID ->
                visitor.onAppealMute(record, appealMute.wrapAndApplyHeader(buffer, at, header), decision);
            case DecideAppealDecoder.TEMPLATE_ID ->
                visitor.onDecideAppeal(record, decideAppeal.wrapAndApplyHeader(buffer, at, header), decision);
            default -> {
                return false;
            }
        }
        return true;
    }
}
