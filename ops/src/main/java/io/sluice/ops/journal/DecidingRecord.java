package io.sluice.ops.journal;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.TouchKind;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteTouchDecoder;
import io.sluice.engine.protocol.codec.PutViewersDecoder;
import io.sluice.gateway.http.Rfc3339;
import io.vertx.core.json.JsonObject;

/**
 * The record that an attribution rests on.
 *
 * @param sequence  its number.
 * @param timeMs    core time of its decision, epoch ms.
 * @param kind      the touch's {@link TouchKind}; LIST of the operators' lists, HOST where a room got its host.
 * @param code      the share code of the touch, empty for none.
 */
record DecidingRecord(long sequence, long timeMs, String kind, String code) {
    /** What such a record says; nothing of it is kept. */
    static DecidingRecord of(final RecordFlyweight record) {
        return switch (record.commandType()) {
            case NoteTouchDecoder.TEMPLATE_ID -> {
                final NoteTouchDecoder touch = new NoteTouchDecoder()
                        .wrapAndApplyHeader(record.buffer(), record.commandOffset(), new MessageHeaderDecoder());
                final String kind = TouchKind.ofCode(touch.kind()).name();
                yield new DecidingRecord(record.sequence(), record.timeMs(), kind, touch.share());
            }
            case PutViewersDecoder.TEMPLATE_ID -> new DecidingRecord(record.sequence(), record.timeMs(), "LIST", "");
            case HostRoomDecoder.TEMPLATE_ID -> new DecidingRecord(record.sequence(), record.timeMs(), "HOST", "");
            default -> throw new IllegalArgumentException("command type=" + record.commandType() + " decides no order");
        };
    }

    String time() {
        return Rfc3339.format(timeMs);
    }

    JsonObject toJson() {
        final JsonObject json =
                new JsonObject().put("sequence", sequence).put("time", time()).put("kind", kind);
        return code.isEmpty() ? json : json.put("share", code);
    }
}
