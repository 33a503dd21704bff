package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.ApproveProposalDecoder;
import io.sluice.engine.protocol.codec.CallNextDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.EndTurnDecoder;
import io.sluice.engine.protocol.codec.JoinLineDecoder;
import io.sluice.engine.protocol.codec.LeaveLineDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.WithdrawProposalDecoder;

/** Writes the data of records about allotments, proposals and waiting lines, and the place that any record moves. One thread. */
final class StockRecordJson {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final LineMovesDecoder moves = new LineMovesDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        final String subject =
                switch (record.commandType()) {
                    case MoveStockDecoder.TEMPLATE_ID -> writeMove(record, json);
                    case CloseAllotmentDecoder.TEMPLATE_ID -> writeClose(record, json);
                    case JoinLineDecoder.TEMPLATE_ID -> writeJoin(record, json);
                    case LeaveLineDecoder.TEMPLATE_ID -> writeLeave(record, json);
                    case CallNextDecoder.TEMPLATE_ID -> writeCall(record, json);
                    case EndTurnDecoder.TEMPLATE_ID -> writeEnd(record, json);
                    case ApproveProposalDecoder.TEMPLATE_ID -> writeApproval(record, json);
                    case WithdrawProposalDecoder.TEMPLATE_ID -> writeWithdrawal(record, json);
                    default -> null;
                };
        if (subject != null) {
            writeDecision(record, json);
        }
        return subject;
    }

    /**
     * Writes the place in a waiting line that a record moves, if it moves any, into an object that is open.
     *
     * @param at  where behind the decision to look for it, in the record's buffer.
     */
    void writeMoves(final RecordFlyweight record, final int at, final JsonWriter json) {
        final int end = record.decisionOffset() + record.decisionLength();
        if (at < end && header.wrap(record.buffer(), at).templateId() == LineMovesDecoder.TEMPLATE_ID) {
            json.name("placeMoves").beginArray();
            for (final LineMovesDecoder.PlacesDecoder place :
                    moves.wrapAndApplyHeader(record.buffer(), at, header).places()) {
                json.beginObject().name("viewer").value(place.viewer());
                PlaceJson.write(json, place);
                json.endObject();
            }
            json.endArray();
        }
    }

    /** Writes which stock's units are told of, into an object that is open; nothing of the shared one. */
    static void writeAllotment(final JsonWriter json, final short kindCode, final long of) {
        final StockKind kind = StockKind.ofCode(kindCode);
        if (kind != null && kind != StockKind.SHARED) {
            StockAddress.writeMembers(json, kind, of);
        }
    }

    private void writeDecision(final RecordFlyweight record, final JsonWriter json) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        final Outcome outcome = record.outcome();
        if (outcome.isRefusal()) {
            writeWhy(json, outcome, decision.detail());
        } else if (decision.item() != 0) {
            json.name("stocks").beginArray().beginObject();
            json.name("item").value(decision.item());
            json.name("available").value(decision.available());
            writeAllotment(json, decision.stockKind(), decision.stockOf());
            json.endObject().endArray();
        }
    }

    private static void writeWhy(final JsonWriter json, final Outcome refusal, final long detail) {
        switch (refusal) {
            case STOCK_TOO_LOW, STOCK_LEFT -> json.name("available").value(detail);
            case LIMIT_REACHED -> json.name("remaining").value(detail);
            case SALE_NOT_OPEN -> writeTime(json, "opensAt", detail);
            case SALE_CLOSED -> writeTime(json, "closesAt", detail);
            default -> {}
        }
    }

    private String writeMove(final RecordFlyweight record, final JsonWriter json) {
        final MoveStockDecoder command =
                new MoveStockDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final StockAddress from = new StockAddress(StockKind.ofCode(command.fromKind()), command.from());
        final StockAddress to = new StockAddress(StockKind.ofCode(command.toKind()), command.to());
        json.name("actor").value(command.actor());
        json.name("item").value(command.item());
        OrderAnswerWriter.writeId(json, "room", to.room() == 0 ? from.room() : to.room());
        OrderAnswerWriter.writeId(json, "store", to.store() == 0 ? from.store() : to.store());
        writeStock(json, "from", from);
        writeStock(json, "to", to);
        json.name("units").value(command.units());
        return "items/" + command.item();
    }

    private String writeClose(final RecordFlyweight record, final JsonWriter json) {
        final CloseAllotmentDecoder command =
                new CloseAllotmentDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final StockAddress allotment = new StockAddress(StockKind.ofCode(command.kind()), command.of());
        json.name("actor").value(command.actor());
        json.name("item").value(command.item());
        OrderAnswerWriter.writeId(json, "room", allotment.room());
        OrderAnswerWriter.writeId(json, "store", allotment.store());
        writeStock(json, "allotment", allotment);
        if (record.outcome() == Outcome.ACCEPTED) {
            json.name("returned")
                    .value(decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header)
                            .detail());
        }
        return "items/" + command.item();
    }

    private String writeJoin(final RecordFlyweight record, final JsonWriter json) {
        final JoinLineDecoder command =
                new JoinLineDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("room").value(command.room());
        json.name("offer").value(command.offer());
        json.name("units").value(command.units());
        return "offers/" + command.offer();
    }

    private String writeLeave(final RecordFlyweight record, final JsonWriter json) {
        final LeaveLineDecoder command =
                new LeaveLineDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("offer").value(command.offer());
        return "offers/" + command.offer();
    }

    private String writeCall(final RecordFlyweight record, final JsonWriter json) {
        final CallNextDecoder command =
                new CallNextDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("offer").value(command.offer());
        return "offers/" + command.offer();
    }

    private String writeEnd(final RecordFlyweight record, final JsonWriter json) {
        final EndTurnDecoder command =
                new EndTurnDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("offer").value(command.offer());
        return "offers/" + command.offer();
    }

    private String writeApproval(final RecordFlyweight record, final JsonWriter json) {
        final ApproveProposalDecoder command =
                new ApproveProposalDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("proposal").value(command.proposal());
        return writeProposal(record, json, command.proposal());
    }

    private String writeWithdrawal(final RecordFlyweight record, final JsonWriter json) {
        final WithdrawProposalDecoder command =
                new WithdrawProposalDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("proposal").value(command.proposal());
        return writeProposal(record, json, command.proposal());
    }

    /** What the proposal was about, if there was one. */
    private String writeProposal(final RecordFlyweight record, final JsonWriter json, final long proposal) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        OrderAnswerWriter.writeId(json, "item", decision.item());
        if (record.outcome() == Outcome.ACCEPTED) {
            json.name("units").value(decision.detail());
        }
        return decision.item() == 0 ? "proposals/" + proposal : "items/" + decision.item();
    }

    private static void writeStock(final JsonWriter json, final String name, final StockAddress stock) {
        json.name(name).beginObject();
        StockAddress.writeMembers(json, stock.kind(), stock.of());
        json.endObject();
    }

    private static void writeTime(final JsonWriter json, final String name, final long epochMs) {
        if (epochMs != OfferTimes.NEVER_MS) {
            json.name(name).time(epochMs);
        }
    }
}
