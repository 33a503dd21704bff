package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;

/** Writes the data of records about rooms, items, offers and viewers. One thread. */
final class RoomRecordJson {
    /** The engine's own business: nothing of it is for a consumer but that the sequence is taken. */
    private static final String ENGINE = "engine";

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        writeWhy(json, record.outcome());
        return switch (record.commandType()) {
            case PutRoomDecoder.TEMPLATE_ID -> writePutRoom(record, json);
            case ChangeRoomStateDecoder.TEMPLATE_ID -> writeRoomState(record, json);
            case PinOfferDecoder.TEMPLATE_ID -> writePin(record, json);
            case PostCommentDecoder.TEMPLATE_ID -> writeComment(record, json);
            case AddLikesDecoder.TEMPLATE_ID -> writeLikes(record, json);
            case PutItemDecoder.TEMPLATE_ID -> writePutItem(record, json);
            case ChangeStockDecoder.TEMPLATE_ID -> writeStock(record, json);
            case PutOfferDecoder.TEMPLATE_ID -> writePutOffer(record, json);
            case OpenOfferDecoder.TEMPLATE_ID -> writeOpen(record, json);
            case CloseOfferDecoder.TEMPLATE_ID -> writeClose(record, json);
            case MuteViewerDecoder.TEMPLATE_ID -> writeMute(record, json);
            case ChangeLimitsDecoder.TEMPLATE_ID -> ENGINE;
            default -> throw new IllegalArgumentException("command type=" + record.commandType());
        };
    }

    private void writeWhy(final JsonWriter json, final Outcome outcome) {
        switch (outcome) {
            case STOCK_TOO_LOW -> json.name("available").value(decision.detail());
            case VIEWER_MUTED, TALK_SLOWED, PROPOSED -> writeTime(json, "until", decision.detail());
            default -> {}
        }
    }

    private String writePutRoom(final RecordFlyweight record, final JsonWriter json) {
        final PutRoomDecoder command =
                new PutRoomDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("startsAt").time(command.startsAtMs());
        json.name("title").value(command.title());
        writeText(json, "streamUrl", command.streamUrl());
        return "rooms/" + command.room();
    }

    private String writeRoomState(final RecordFlyweight record, final JsonWriter json) {
        final ChangeRoomStateDecoder command =
                new ChangeRoomStateDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("state").value(RoomState.ofCode(command.state()).name());
        return "rooms/" + command.room();
    }

    private String writePin(final RecordFlyweight record, final JsonWriter json) {
        final PinOfferDecoder command =
                new PinOfferDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("offer");
        if (command.offer() == 0) {
            json.nullValue();
        } else {
            json.value(command.offer());
        }
        return "rooms/" + command.room();
    }

    private String writeComment(final RecordFlyweight record, final JsonWriter json) {
        final PostCommentDecoder command =
                new PostCommentDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("room").value(command.room());
        json.name("viewer").value(command.viewer());
        json.name("text").value(command.text());
        return "rooms/" + command.room();
    }

    private String writeLikes(final RecordFlyweight record, final JsonWriter json) {
        final AddLikesDecoder command =
                new AddLikesDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("room").value(command.room());
        json.name("likes").value(command.count());
        return "rooms/" + command.room();
    }

    private String writePutItem(final RecordFlyweight record, final JsonWriter json) {
        final PutItemDecoder command =
                new PutItemDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("item").value(command.item());
        json.name("title").value(command.title());
        writeText(json, "image", command.image());
        return "items/" + command.item();
    }

    private String writeStock(final RecordFlyweight record, final JsonWriter json) {
        final ChangeStockDecoder command =
                new ChangeStockDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("item").value(command.item());
        json.name("change").value(command.change());
        json.name("reason").value(StockReason.ofCode(command.reason()).name());
        if (record.outcome() == Outcome.ACCEPTED) {
            json.name("stocks").beginArray().beginObject();
            json.name("item").value(command.item());
            json.name("available").value(decision.available());
            json.endObject().endArray();
        }
        return "items/" + command.item();
    }

    private String writePutOffer(final RecordFlyweight record, final JsonWriter json) {
        final PutOfferDecoder command =
                new PutOfferDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        json.name("offer").value(command.offer());
        json.name("item").value(command.item());
        json.name("listPriceFen").value(command.listPriceFen());
        writeTime(json, "opensAt", command.opensAtMs());
        writeTime(json, "closesAt", command.closesAtMs());
        if (command.perViewerLimit() > 0) {
            json.name("perViewerLimit").value(command.perViewerLimit());
        }
        json.name("holdSeconds").value(command.holdSeconds());
        if (command.turnSeconds() > 0) {
            json.name("turnSeconds").value(command.turnSeconds());
        }
        json.name("priceWindows").beginArray();
        for (final PutOfferDecoder.PriceWindowsDecoder window : command.priceWindows()) {
            json.beginObject().name("from").time(window.fromMs());
            json.name("to").time(window.toMs());
            json.name("priceFen").value(window.priceFen()).endObject();
        }
        json.endArray();
        return "offers/" + command.offer();
    }

    private String writeOpen(final RecordFlyweight record, final JsonWriter json) {
        final OpenOfferDecoder command =
                new OpenOfferDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        return writeOffer(json, command.actor(), command.room(), command.offer());
    }

    private String writeClose(final RecordFlyweight record, final JsonWriter json) {
        final CloseOfferDecoder command =
                new CloseOfferDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        return writeOffer(json, command.actor(), command.room(), command.offer());
    }

    private static String writeOffer(final JsonWriter json, final long actor, final long room, final long offer) {
        json.name("actor").value(actor);
        json.name("room").value(room);
        json.name("offer").value(offer);
        return "offers/" + offer;
    }

    private String writeMute(final RecordFlyweight record, final JsonWriter json) {
        final MuteViewerDecoder command =
                new MuteViewerDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("viewer").value(command.viewer());
        final MuteTerm term = MuteTerm.ofDuration(command.durationMs());
        if (term != null) {
            json.name("for").value(term.name());
        }
        if (command.durationMs() > 0) {
            json.name("until").time(record.timeMs() + command.durationMs());
        }
        writeText(json, "reason", command.reason());
        return "viewers/" + command.viewer();
    }

    private static void writeTime(final JsonWriter json, final String name, final long epochMs) {
        if (epochMs != OfferTimes.NEVER_MS) {
            json.name(name).time(epochMs);
        }
    }

    private static void writeText(final JsonWriter json, final String name, final String text) {
        if (!text.isEmpty()) {
            json.name(name).value(text);
        }
    }
}
