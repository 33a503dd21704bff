package io.sluice.gateway.http;

import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyDecoder;
import io.sluice.engine.protocol.codec.PutGroupDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutStoreDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;

/** Writes the data of records about the brand's people, and about who brought whom. One thread. */
final class BrandRecordJson {
    private static final int NO_ENTRY = 255;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();

    /** Writes the fields into an object that is open; returns the event's subject, null when the record is another's. */
    String write(final RecordFlyweight record, final JsonWriter json) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        return switch (record.commandType()) {
            case NoteTouchDecoder.TEMPLATE_ID -> writeTouch(record, json);
            case PutStoreDecoder.TEMPLATE_ID -> writeStore(record, json);
            case PutGuideDecoder.TEMPLATE_ID -> writeGuide(record, json);
            case PutGroupDecoder.TEMPLATE_ID -> writeGroup(record, json);
            case PutViewersDecoder.TEMPLATE_ID -> writeViewers(record, json);
            case PutAttributionPolicyDecoder.TEMPLATE_ID -> writePolicy(record, json);
            case HostRoomDecoder.TEMPLATE_ID -> writeHost(record, json);
            default -> null;
        };
    }

    private String writeTouch(final RecordFlyweight record, final JsonWriter json) {
        final NoteTouchDecoder command =
                new NoteTouchDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("viewer").value(command.viewer());
        json.name("kind").value(TouchKind.ofCode(command.kind()).name());
        writeId(json, "channel", command.channel());
        writeId(json, "room", command.room());
        writeId(json, "offer", command.offer());
        writeId(json, "store", command.store());
        writeId(json, "guide", command.guide());
        writeId(json, "group", command.group());
        writeId(json, "inviter", command.inviter());
        final String share = command.share();
        if (!share.isEmpty()) {
            json.name("share").value(share);
        }
        if (record.outcome() == Outcome.ACCEPTED) {
            TouchAnswer.writeEffects(json, decision.detail());
        }
        return "viewers/" + command.viewer();
    }

    private String writeStore(final RecordFlyweight record, final JsonWriter json) {
        final PutStoreDecoder command =
                new PutStoreDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("store").value(command.store());
        json.name("name").value(command.name());
        if (command.latitudeE6() != ProtocolLimits.NO_POSITION) {
            json.name("latitudeE6").value(command.latitudeE6());
            json.name("longitudeE6").value(command.longitudeE6());
        }
        return "stores/" + command.store();
    }

    private String writeGuide(final RecordFlyweight record, final JsonWriter json) {
        final PutGuideDecoder command =
                new PutGuideDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("guide").value(command.guide());
        writeId(json, "viewer", command.viewer());
        json.name("active").value(command.active() != 0);
        json.name("stores").beginArray();
        for (final PutGuideDecoder.StoresDecoder store : command.stores()) {
            json.value(store.store());
        }
        json.endArray();
        json.name("name").value(command.name());
        return "guides/" + command.guide();
    }

    private String writeGroup(final RecordFlyweight record, final JsonWriter json) {
        final PutGroupDecoder command =
                new PutGroupDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("group").value(command.group());
        json.name("store").value(command.store());
        json.name("guide").value(command.guide());
        writeId(json, "owner", command.owner());
        json.name("name").value(command.name());
        return "groups/" + command.group();
    }

    private String writeViewers(final RecordFlyweight record, final JsonWriter json) {
        final PutViewersDecoder command =
                new PutViewersDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("viewers").beginArray();
        for (final PutViewersDecoder.ViewersDecoder entry : command.viewers()) {
            json.beginObject().name("viewer").value(entry.viewer());
            if (entry.memberSinceMs() != 0) {
                json.name("memberSince").time(entry.memberSinceMs());
            }
            writeId(json, "guide", entry.guide());
            writeId(json, "group", entry.group());
            writeId(json, "inviter", entry.inviter());
            json.endObject();
        }
        json.endArray();
        if (decision.entry() != NO_ENTRY) {
            json.name("entry").value(decision.entry());
        }
        return "viewers";
    }

    private String writePolicy(final RecordFlyweight record, final JsonWriter json) {
        final PutAttributionPolicyDecoder command =
                new PutAttributionPolicyDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("binding").value(BindingMode.ofCode(command.binding()).name());
        json.name("bindingMs").value(command.bindingMs());
        json.name("touchWindowMs").value(command.touchWindowMs());
        json.name("rules").beginArray();
        for (final PutAttributionPolicyDecoder.RulesDecoder rule : command.rules()) {
            json.value(AttributionRule.ofCode(rule.rule()).name());
        }
        json.endArray();
        json.name("version").value(decision.detail());
        return "attribution-policy";
    }

    private String writeHost(final RecordFlyweight record, final JsonWriter json) {
        final HostRoomDecoder command =
                new HostRoomDecoder().wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        json.name("actor").value(command.actor());
        json.name("room").value(command.room());
        writeId(json, "store", command.store());
        writeId(json, "guide", command.guide());
        return "rooms/" + command.room();
    }

    private static void writeId(final JsonWriter json, final String name, final long id) {
        OrderAnswerWriter.writeId(json, name, id);
    }
}
