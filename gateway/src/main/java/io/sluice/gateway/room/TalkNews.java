package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.gateway.http.JsonWriter;

/**
 * Tells viewers that they were muted, that they may talk again, and what became of what they said against it, on all
 * connections that each has here. On the ticker's event loop.
 */
final class TalkNews {
    private final LiveRooms rooms;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final MuteViewerDecoder muteViewer = new MuteViewerDecoder();
    private final DecideAppealDecoder decideAppeal = new DecideAppealDecoder();
    private final JsonWriter json = new JsonWriter();

    TalkNews(final LiveRooms rooms) {
        this.rooms = rooms;
    }

    void onRecord(final RecordFlyweight record) {
        if (record.outcome() != Outcome.ACCEPTED) {
            return;
        }
        switch (record.commandType()) {
            case MuteViewerDecoder.TEMPLATE_ID -> {
                muteViewer.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
                final String state = muteViewer.durationMs() == 0 ? "LIFTED" : "MUTED";
                tell(record, muteViewer.viewer(), state, muteViewer.reason());
            }
            case DecideAppealDecoder.TEMPLATE_ID -> {
                decideAppeal.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
                final String state = decideAppeal.granted() == 0 ? "DENIED" : "GRANTED";
                tell(record, decideAppeal.viewer(), state, decideAppeal.reason());
            }
            default -> {
                // Nothing else is about who may talk.
            }
        }
    }

    private void tell(final RecordFlyweight record, final long id, final String state, final String reason) {
        final LiveViewer[] viewers = rooms.directory().of(id);
        if (viewers.length == 0) {
            return;
        }
        final long untilMs = decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                .detail();
        json.reset().beginObject().name("t").value("mute").name("state").value(state);
        if (untilMs != 0 && untilMs != Long.MAX_VALUE) {
            json.name("until").time(untilMs);
        }
        if (!reason.isEmpty()) {
            json.name("reason").value(reason);
        }
        json.name("sequence").value(record.sequence()).endObject();
        final ByteBuf frame = WireFrames.text(json);
        for (final LiveViewer viewer : viewers) {
            final ByteBuf copy = frame.retainedDuplicate();
            viewer.registry().post(() -> viewer.registry().tell(viewer, copy));
        }
        frame.release();
    }
}
