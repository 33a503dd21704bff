package io.sluice.gateway.http;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AwardPointsDecoder;
import io.sluice.engine.protocol.codec.CommissionDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PointMovesDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.PutPointRuleDecoder;

/** Writes the data of records about packs and points, and the points that any record moves. One thread. */
final class PointRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final CommissionDecoder commission = new CommissionDecoder();
    private final PointMovesDecoder moves = new PointMovesDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        return switch (record.commandType()) {
            case PutPackDecoder.TEMPLATE_ID -> writePack(record, json);
            case PutPointRuleDecoder.TEMPLATE_ID -> writeRule(record, json);
            case AwardPointsDecoder.TEMPLATE_ID -> writeAward(record, json);
            default -> null;
        };
    }

    /**
     * Writes the points that a record moves, if it moves any, into an object that is open; returns where behind them another
     * message may stand.
     */
    int writeMoves(final RecordFlyweight record, final JsonWriter json) {
        final int end = record.decisionOffset() + record.decisionLength();
        int at = behindDecision(record);
        if (at < end && header.wrap(record.buffer(), at).templateId() == CommissionDecoder.TEMPLATE_ID) {
            commission.wrapAndApplyHeader(record.buffer(), at, header).sbeSkip();
            at = commission.limit();
        }
        if (at < end && header.wrap(record.buffer(), at).templateId() == PointMovesDecoder.TEMPLATE_ID) {
            PointMovesJson.write(json, moves.wrapAndApplyHeader(record.buffer(), at, header));
            at = moves.limit();
        }
        return at;
    }

    private int behindDecision(final RecordFlyweight record) {
        if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            orderDecision
                    .wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                    .sbeSkip();
            return orderDecision.limit();
        }
        return decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                .limit();
    }

    private String writePack(final RecordFlyweight record, final JsonWriter json) {
        final PutPackDecoder command =
                new PutPackDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("offer").value(command.offer());
        json.name("campaign").value(command.campaign());
        json.name("units").value(command.units());
        return "offers/" + command.offer();
    }

    private String writeRule(final RecordFlyweight record, final JsonWriter json) {
        final PutPointRuleDecoder command =
                new PutPointRuleDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final String reason = PointReason.ofCode(command.reason()).name();
        json.name("actor").value(command.actor());
        json.name("reason").value(reason);
        json.name("points").value(command.points());
        json.name("dailyCap").value(command.dailyCap());
        json.name("validMs").value(command.validMs());
        return "points/" + reason;
    }

    private String writeAward(final RecordFlyweight record, final JsonWriter json) {
        final AwardPointsDecoder command =
                new AwardPointsDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("viewer").value(command.viewer());
        json.name("reason").value(PointReason.ofCode(command.reason()).name());
        json.name("key").value(command.key());
        if (!record.outcome().isRefusal()) {
            decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
            json.name("points").value(decision.detail());
        }
        return "viewers/" + command.viewer();
    }
}
