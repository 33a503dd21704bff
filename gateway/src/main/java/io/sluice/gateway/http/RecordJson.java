package io.sluice.gateway.http;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeLimitsDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ChangeStockDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;

/**
 * Writes journal records as CloudEvents 1.0, the contract's schema JournalEvent: the record's number is the event's id, so
 * a reader that misses one sees it. One thread.
 */
public final class RecordJson {
    private static final String SOURCE = "/journal";

    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final OrderRecordJson orders = new OrderRecordJson();
    private final RoomRecordJson rooms = new RoomRecordJson();

    /** Writes one event, a JSON object without a line's end. */
    public void write(final RecordFlyweight record, final JsonWriter json) {
        final int type = record.commandType();
        json.beginObject();
        json.name("specversion").value("1.0");
        json.name("id").digitString(record.sequence());
        json.name("source").value(SOURCE);
        json.name("type").value(typeName(type));
        json.name("time").time(record.timeMs());
        json.name("datacontenttype").value("application/json");
        json.name("data").beginObject();
        json.name("sequence").value(record.sequence());
        json.name("previousHash")
                .hex(header.wrap(record.buffer(), record.offset()).previousHash());
        json.name("outcome").value(record.outcome().name());
        final String subject = isAboutOrder(type) ? orders.write(record, json) : rooms.write(record, json);
        json.endObject();
        json.name("subject").value(subject);
        json.endObject();
    }

    /** The event's type of a command's SBE template. */
    static String typeName(final int type) {
        return switch (type) {
            case PlaceOrderDecoder.TEMPLATE_ID -> "io.sluice.order.place";
            case CancelOrderDecoder.TEMPLATE_ID -> "io.sluice.order.cancel";
            case ExpireOrderDecoder.TEMPLATE_ID -> "io.sluice.order.expire";
            case PayOrderDecoder.TEMPLATE_ID -> "io.sluice.order.pay";
            case RefundOrderDecoder.TEMPLATE_ID -> "io.sluice.order.refund";
            case PutRoomDecoder.TEMPLATE_ID -> "io.sluice.room.save";
            case ChangeRoomStateDecoder.TEMPLATE_ID -> "io.sluice.room.state";
            case PinOfferDecoder.TEMPLATE_ID -> "io.sluice.room.pin";
            case PostCommentDecoder.TEMPLATE_ID -> "io.sluice.room.comment";
            case AddLikesDecoder.TEMPLATE_ID -> "io.sluice.room.likes";
            case PutItemDecoder.TEMPLATE_ID -> "io.sluice.item.save";
            case ChangeStockDecoder.TEMPLATE_ID -> "io.sluice.item.stock";
            case PutOfferDecoder.TEMPLATE_ID -> "io.sluice.offer.save";
            case OpenOfferDecoder.TEMPLATE_ID -> "io.sluice.offer.open";
            case CloseOfferDecoder.TEMPLATE_ID -> "io.sluice.offer.close";
            case MuteViewerDecoder.TEMPLATE_ID -> "io.sluice.viewer.mute";
            case ChangeLimitsDecoder.TEMPLATE_ID -> "io.sluice.engine.limits";
            default -> throw new IllegalArgumentException("command type=" + type);
        };
    }

    private static boolean isAboutOrder(final int type) {
        return type >= PlaceOrderDecoder.TEMPLATE_ID && type <= RefundOrderDecoder.TEMPLATE_ID;
    }
}
