package io.sluice.engine;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.FindOrderEncoder;
import io.sluice.engine.protocol.codec.FindOrdersEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;

/** Writers of the commands that the engine's tests offer. */
public final class Commands {
    public static final long ROOM = 7;
    public static final long ITEM = 500;
    public static final long OFFER = 1001;
    public static final int HOLD_SECONDS = 600;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private Commands() {}

    public static CommandWriter putRoom() {
        return (buffer, offset) -> {
            final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).room(ROOM).startsAtMs(0).title("A room").streamUrl("");
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter goLive() {
        return (buffer, offset) -> {
            final ChangeRoomStateEncoder encoder =
                    new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).room(ROOM).state(RoomState.LIVE.code());
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter putItem() {
        return (buffer, offset) -> {
            final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).item(ITEM).title("An item").image("");
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter restock(final long units) {
        return (buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).item(ITEM).change(units).reason(StockReason.RESTOCK.code());
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter putOffer() {
        return (buffer, offset) -> {
            final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .room(ROOM)
                    .offer(OFFER)
                    .item(ITEM)
                    .listPriceFen(9_900)
                    .opensAtMs(0)
                    .closesAtMs(Long.MAX_VALUE)
                    .perViewerLimit(0)
                    .holdSeconds(HOLD_SECONDS)
                    .turnSeconds(0)
                    .priceWindowsCount(0);
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter placeOrder(final long viewer, final String key, final int quantity) {
        return placeOrder(viewer, key, quantity, "");
    }

    static CommandWriter placeOrder(final long viewer, final String key, final int quantity, final String coupon) {
        return (buffer, offset) -> {
            final PlaceOrderEncoder encoder = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer)
                    .room(ROOM)
                    .expectedTotalFen(-1)
                    .store(3)
                    .guide(4)
                    .group(5)
                    .inviter(0);
            encoder.linesCount(1).next().offer(OFFER).quantity(quantity);
            encoder.key(key).coupon(coupon).share("S1");
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter payOrder(final long order, final long amountFen, final String reference) {
        return (buffer, offset) -> {
            final PayOrderEncoder encoder = new PayOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).order(order).amountFen(amountFen).reference(reference);
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter cancelOrder(final long viewer, final long order) {
        return (buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).order(order).actor(0);
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter findOrder(final long viewer, final long order) {
        return (buffer, offset) -> {
            final FindOrderEncoder encoder = new FindOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).order(order);
            return HEADER + encoder.encodedLength();
        };
    }

    public static CommandWriter findOrders(final long viewer, final long before, final int maximum) {
        return (buffer, offset) -> {
            final FindOrdersEncoder encoder = new FindOrdersEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).before(before).maximum((short) maximum);
            return HEADER + encoder.encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
