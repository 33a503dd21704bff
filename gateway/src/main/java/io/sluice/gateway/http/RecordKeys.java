package io.sluice.gateway.http;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.CancelOrderDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.ExpireOrderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PlaceOrderDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.RefundOrderDecoder;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongArrayList;

/**
 * Room, offers, viewer and order of a record, those that its event shows: a filter reads them without writing the event.
 * Reused; one thread.
 */
final class RecordKeys {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final RefundOrderDecoder refund = new RefundOrderDecoder();
    private final OrderDecisionDecoder decision = new OrderDecisionDecoder();
    private final LongArrayList offers = new LongArrayList();
    private long room;
    private long viewer;
    private long order;

    /** Reads them anew; a command that the core does not take has none. */
    RecordKeys read(final RecordFlyweight record) {
        offers.clear();
        room = 0;
        viewer = 0;
        order = 0;
        if (record.outcome() == Outcome.COMMAND_INVALID) {
            return this;
        }
        if (RecordJson.isAboutOrder(record.commandType())) {
            readOrder(record);
        } else {
            readRoom(record.commandType(), record.buffer(), record.commandOffset());
        }
        return this;
    }

    /** The room, 0 for none. */
    long room() {
        return room;
    }

    /** Who ordered, wrote or was muted; 0 for none. */
    long viewer() {
        return viewer;
    }

    /** The order, 0 for none. */
    long order() {
        return order;
    }

    /** Whether the record is about an offer or has a line of it. */
    boolean hasOffer(final long offer) {
        return offers.containsLong(offer);
    }

    private void readOrder(final RecordFlyweight record) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        readOrderCommand(record.commandType(), record.buffer(), record.commandOffset());
        if (decision.order() != 0) {
            room = decision.room();
            viewer = decision.viewer();
            for (final OrderDecisionDecoder.LinesDecoder line : decision.lines()) {
                offers.addLong(line.offer());
            }
        }
    }

    private void readOrderCommand(final int type, final DirectBuffer buffer, final int offset) {
        switch (type) {
            case PlaceOrderDecoder.TEMPLATE_ID -> {
                place.wrapAndApplyHeader(buffer, offset, header);
                room = place.room();
                viewer = place.viewer();
                order = decision.order();
                for (final PlaceOrderDecoder.LinesDecoder line : place.lines()) {
                    offers.addLong(line.offer());
                }
            }
            case RefundOrderDecoder.TEMPLATE_ID -> {
                order = refund.wrapAndApplyHeader(buffer, offset, header).order();
                for (final RefundOrderDecoder.LinesDecoder line : refund.lines()) {
                    offers.addLong(line.offer());
                }
            }
            case CancelOrderDecoder.TEMPLATE_ID -> {
                final CancelOrderDecoder cancel = new CancelOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
                order = cancel.order();
                viewer = cancel.viewer();
            }
            case ExpireOrderDecoder.TEMPLATE_ID ->
                order = new ExpireOrderDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .order();
            default ->
                order = new PayOrderDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .order();
        }
    }

    private void readRoom(final int type, final DirectBuffer buffer, final int offset) {
        switch (type) {
            case PutRoomDecoder.TEMPLATE_ID ->
                room = new PutRoomDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .room();
            case ChangeRoomStateDecoder.TEMPLATE_ID ->
                room = new ChangeRoomStateDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .room();
            case AddLikesDecoder.TEMPLATE_ID ->
                room = new AddLikesDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .room();
            case PostCommentDecoder.TEMPLATE_ID -> {
                final PostCommentDecoder comment = new PostCommentDecoder().wrapAndApplyHeader(buffer, offset, header);
                room = comment.room();
                viewer = comment.viewer();
            }
            case MuteViewerDecoder.TEMPLATE_ID ->
                viewer = new MuteViewerDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .viewer();
            default -> readOffer(type, buffer, offset);
        }
    }

    private void readOffer(final int type, final DirectBuffer buffer, final int offset) {
        switch (type) {
            case PinOfferDecoder.TEMPLATE_ID -> {
                final PinOfferDecoder pin = new PinOfferDecoder().wrapAndApplyHeader(buffer, offset, header);
                roomAndOffer(pin.room(), pin.offer());
            }
            case PutOfferDecoder.TEMPLATE_ID -> {
                final PutOfferDecoder put = new PutOfferDecoder().wrapAndApplyHeader(buffer, offset, header);
                roomAndOffer(put.room(), put.offer());
            }
            case OpenOfferDecoder.TEMPLATE_ID -> {
                final OpenOfferDecoder open = new OpenOfferDecoder().wrapAndApplyHeader(buffer, offset, header);
                roomAndOffer(open.room(), open.offer());
            }
            case CloseOfferDecoder.TEMPLATE_ID -> {
                final CloseOfferDecoder close = new CloseOfferDecoder().wrapAndApplyHeader(buffer, offset, header);
                roomAndOffer(close.room(), close.offer());
            }
            default -> {
                // Items and the engine's own records have no key of these.
            }
        }
    }

    private void roomAndOffer(final long newRoom, final long newOffer) {
        room = newRoom;
        offers.addLong(newOffer);
    }
}
