package io.sluice.gateway.http;

import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import io.sluice.engine.view.AppealView;
import io.sluice.engine.view.CommentView;
import io.sluice.engine.view.MuteView;
import io.sluice.engine.view.TalkBoard;
import io.sluice.engine.view.TalkDeed;
import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a room's talk as moderators see it. On the thread of the talk's board.
 *
 * @param room   whose talk.
 * @param nowMs  core time, by which a viewer is muted or no longer, epoch ms.
 */
record TalkJson(long room, long nowMs) {
    /** Deeds of one answer. */
    private static final int MAX_DEEDS = 60;
    /** Reported comments, and appeals, of one answer. */
    private static final int MAX_WAITING = 50;

    /** Refuses when there is no such room. */
    static void requireRoom(final RoomSnapshots rooms, final long room) {
        if (rooms.viewers(room) == RoomSnapshots.NO_ROOM) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.ROOM_UNKNOWN, "There is no room " + room + ".").field("room"));
        }
    }

    /** A page of comments, the contract's schema Comments. */
    Buffer writeComments(final TalkBoard board, final long before, final String search, final int limit) {
        final List<CommentView> found = board.comments(room, before, search, limit + 1);
        final List<CommentView> page = found.subList(0, Math.min(limit, found.size()));
        final JsonWriter json = begin(board);
        json.name("comments").beginArray();
        page.forEach(comment -> write(json, board, comment));
        json.endArray();
        if (page.size() < found.size()) {
            json.name("next").value(page.get(page.size() - 1).sequence());
        }
        return json.endObject().toBuffer();
    }

    /** What waits for moderators and what they did, the contract's schema Talk. */
    Buffer writeTalk(final TalkBoard board) {
        final JsonWriter json = begin(board);
        json.name("reported").beginArray();
        board.reported(room, MAX_WAITING).forEach(comment -> write(json, board, comment));
        json.endArray();
        json.name("appeals").beginArray();
        board.appeals().stream()
                .sorted(Comparator.comparing(appeal -> !appeal.isOpenAt(nowMs)))
                .limit(MAX_WAITING)
                .forEach(appeal -> write(json, appeal));
        json.endArray();
        json.name("deeds").beginArray();
        board.deeds(room).stream().limit(MAX_DEEDS).forEach(deed -> write(json, deed));
        json.endArray();
        return json.endObject().toBuffer();
    }

    private JsonWriter begin(final TalkBoard board) {
        final JsonWriter json = new JsonWriter().reset().beginObject();
        json.name("room").value(room);
        json.name("fromSequence").value(board.fromSequence());
        json.name("sequence").value(board.sequence());
        return json.name("at").time(nowMs);
    }

    private void write(final JsonWriter json, final TalkBoard board, final CommentView comment) {
        json.beginObject().name("comment").value(comment.sequence());
        json.name("at").time(comment.timeMs());
        json.name("viewer").value(comment.viewer());
        json.name("text").value(comment.text());
        if (comment.reports() > 0) {
            json.name("reports").value(comment.reports());
        }
        if (comment.hiddenBy() != 0) {
            json.name("hiddenBy").value(comment.hiddenBy());
        }
        writeMute(json, board.mute(comment.viewer()).untilMs());
        json.endObject();
    }

    private void writeMute(final JsonWriter json, final long untilMs) {
        if (untilMs > nowMs) {
            json.name("muted").value(true);
            if (untilMs != OfferTimes.NEVER_MS) {
                json.name("mutedUntil").time(untilMs);
            }
        }
    }

    private void write(final JsonWriter json, final AppealView appeal) {
        final MuteView mute = appeal.mute();
        final boolean isOver = appeal.state() == AppealView.State.OPEN && !appeal.isOpenAt(nowMs);
        json.beginObject().name("appeal").value(appeal.sequence());
        json.name("at").time(appeal.timeMs());
        json.name("viewer").value(appeal.viewer());
        json.name("text").value(appeal.text());
        json.name("state").value((isOver ? AppealView.State.OVER : appeal.state()).name());
        if (appeal.decidedBy() != 0) {
            json.name("decidedBy").value(appeal.decidedBy());
        }
        if (mute.operator() != 0) {
            json.name("mutedBy").value(mute.operator());
        }
        if (mute.untilMs() != OfferTimes.NEVER_MS) {
            json.name("mutedUntil").time(mute.untilMs());
        }
        if (!mute.reason().isEmpty()) {
            json.name("reason").value(mute.reason());
        }
        json.endObject();
    }

    private static void write(final JsonWriter json, final TalkDeed deed) {
        json.beginObject().name("sequence").value(deed.sequence());
        json.name("at").time(deed.timeMs());
        json.name("operator").value(deed.actor());
        json.name("type").value(RecordJson.typeName(deed.commandType()));
        json.name("outcome").value(deed.outcome().name());
        if (deed.viewer() != 0) {
            json.name("viewer").value(deed.viewer());
        }
        if (deed.comment() != 0) {
            json.name("comment").value(deed.comment());
        }
        writeAmount(json, deed);
        if (!deed.text().isEmpty()) {
            json.name(deed.commandType() == BlockWordDecoder.TEMPLATE_ID ? "word" : "reason")
                    .value(deed.text());
        }
        json.endObject();
    }

    private static void writeAmount(final JsonWriter json, final TalkDeed deed) {
        switch (deed.commandType()) {
            case SlowRoomDecoder.TEMPLATE_ID -> json.name("seconds").value(deed.amount());
            case DecideAppealDecoder.TEMPLATE_ID -> json.name("granted").value(deed.amount() != 0);
            case BlockWordDecoder.TEMPLATE_ID -> json.name("blocked").value(deed.amount() != 0);
            case MuteViewerDecoder.TEMPLATE_ID -> {
                final MuteTerm term = MuteTerm.ofDuration(deed.amount());
                if (term != null) {
                    json.name("for").value(term.name());
                }
            }
            default -> {
                // The others are of no amount.
            }
        }
    }
}
