package io.sluice.gateway.http;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;

/** Writes the data of records about what keeps talk in bounds. One thread. */
final class TalkRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        return switch (record.commandType()) {
            case HideCommentDecoder.TEMPLATE_ID -> writeHide(record, json);
            case BlockWordDecoder.TEMPLATE_ID -> writeWord(record, json);
            case SlowRoomDecoder.TEMPLATE_ID -> writeSlow(record, json);
            case ReportCommentDecoder.TEMPLATE_ID -> writeReport(record, json);
            case AppealMuteDecoder.TEMPLATE_ID -> writeAppeal(record, json);
            case DecideAppealDecoder.TEMPLATE_ID -> writeDecision(record, json);
            default -> null;
        };
    }

    private String writeHide(final RecordFlyweight record, final JsonWriter json) {
        final HideCommentDecoder command =
                new HideCommentDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("comment").value(command.comment());
        if (!record.outcome().isRefusal()) {
            json.name("viewer").value(detailOf(record));
        }
        return "rooms/" + command.room();
    }

    private String writeWord(final RecordFlyweight record, final JsonWriter json) {
        final BlockWordDecoder command =
                new BlockWordDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("blocked").value(command.blocked() != 0);
        json.name("word").value(command.word());
        return "words";
    }

    private String writeSlow(final RecordFlyweight record, final JsonWriter json) {
        final SlowRoomDecoder command =
                new SlowRoomDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("seconds").value(command.seconds());
        return "rooms/" + command.room();
    }

    private String writeReport(final RecordFlyweight record, final JsonWriter json) {
        final ReportCommentDecoder command =
                new ReportCommentDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("room").value(command.room());
        json.name("comment").value(command.comment());
        if (!record.outcome().isRefusal()) {
            json.name("reports").value(detailOf(record));
        }
        return "rooms/" + command.room();
    }

    private String writeAppeal(final RecordFlyweight record, final JsonWriter json) {
        final AppealMuteDecoder command =
                new AppealMuteDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("appealText").value(command.text());
        return "viewers/" + command.viewer();
    }

    private String writeDecision(final RecordFlyweight record, final JsonWriter json) {
        final DecideAppealDecoder command =
                new DecideAppealDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("viewer").value(command.viewer());
        json.name("appeal").value(command.appeal());
        json.name("granted").value(command.granted() != 0);
        final String reason = command.reason();
        if (!reason.isEmpty()) {
            json.name("reason").value(reason);
        }
        return "viewers/" + command.viewer();
    }

    private long detailOf(final RecordFlyweight record) {
        return decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                .detail();
    }
}
