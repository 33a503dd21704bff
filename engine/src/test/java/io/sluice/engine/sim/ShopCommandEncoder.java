package io.sluice.engine.sim;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.core.naive.Command;
import io.sluice.engine.protocol.codec.ChangeLimitsEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.CloseOfferEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenOfferEncoder;
import io.sluice.engine.protocol.codec.PinOfferEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import org.agrona.MutableDirectBuffer;

/** Encodes what operators ask; an enum's value that is none gets a code that none has. */
final class ShopCommandEncoder {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final short NO_CODE = 200;

    private ShopCommandEncoder() {}

    /** Encodes to the buffer's beginning; answers the bytes written. */
    static int encode(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.PutRoom room) {
            final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).room(room.room()).startsAtMs(0).title(room.title()).streamUrl("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.ChangeRoomState state) {
            final ChangeRoomStateEncoder encoder = new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, 0, header);
            final short code = state.next() == null ? NO_CODE : state.next().code();
            return HEADER + encoder.actor(1).room(state.room()).state(code).encodedLength();
        }
        if (command instanceof Command.PutItem item) {
            final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.actor(1).item(item.item()).title(item.title()).image("");
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.ChangeStock stock) {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, 0, header);
            final short code = stock.reason() == null ? NO_CODE : stock.reason().code();
            encoder.actor(stock.actor())
                    .item(stock.item())
                    .change(stock.change())
                    .reason(code);
            return HEADER + encoder.encodedLength();
        }
        if (command instanceof Command.PutOffer offer) {
            return encode(offer, buffer);
        }
        if (command instanceof Command.ChangeLimits limits) {
            return encode(limits.limits(), buffer);
        }
        return encodeOfferSwitch(command, buffer);
    }

    private static int encode(final Command.PutOffer offer, final MutableDirectBuffer buffer) {
        final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.actor(1)
                .room(offer.room())
                .offer(offer.offer())
                .item(offer.item())
                .listPriceFen(offer.listPriceFen())
                .opensAtMs(offer.opensAtMs())
                .closesAtMs(offer.closesAtMs())
                .perViewerLimit(offer.perViewerLimit())
                .holdSeconds(offer.holdSeconds())
                .turnSeconds(offer.turnSeconds());
        final PutOfferEncoder.PriceWindowsEncoder windows =
                encoder.priceWindowsCount(offer.windows().size());
        offer.windows().forEach(window -> windows.next()
                .fromMs(window.fromMs())
                .toMs(window.toMs())
                .priceFen(window.priceFen()));
        return HEADER + encoder.encodedLength();
    }

    /** No limits at all stand for some that are out of range. */
    private static int encode(final CoreLimits limits, final MutableDirectBuffer buffer) {
        final ChangeLimitsEncoder encoder =
                new ChangeLimitsEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final CoreLimits present = limits == null ? CoreLimits.DEFAULT : limits;
        return HEADER
                + encoder.maxRooms(limits == null ? 0 : present.maxRooms())
                        .maxItems(present.maxItems())
                        .maxOffers(present.maxOffers())
                        .maxOrders(present.maxOrders())
                        .maxKeys(present.maxKeys())
                        .keyRetentionMs(present.keyRetentionMs())
                        .maxViewerOffers(present.maxViewerOffers())
                        .maxMutes(present.maxMutes())
                        .maxRefusedKeys(present.maxRefusedKeys())
                        .maxViewers(present.maxViewers())
                        .maxWriteOff(present.maxWriteOff())
                        .encodedLength();
    }

    private static int encodeOfferSwitch(final Command command, final MutableDirectBuffer buffer) {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        if (command instanceof Command.OpenOffer open) {
            final OpenOfferEncoder encoder = new OpenOfferEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(1).room(open.room()).offer(open.offer()).encodedLength();
        }
        if (command instanceof Command.CloseOffer close) {
            final CloseOfferEncoder encoder = new CloseOfferEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER
                    + encoder.actor(1).room(close.room()).offer(close.offer()).encodedLength();
        }
        if (command instanceof Command.PinOffer pin) {
            final PinOfferEncoder encoder = new PinOfferEncoder().wrapAndApplyHeader(buffer, 0, header);
            return HEADER + encoder.actor(1).room(pin.room()).offer(pin.offer()).encodedLength();
        }
        throw new IllegalArgumentException("no bytes for " + command);
    }
}
