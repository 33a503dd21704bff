package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.ClassifyItemEncoder;
import io.sluice.engine.protocol.codec.HideCommentEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MoveStockEncoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PinOfferEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import io.sluice.engine.protocol.codec.SlowRoomEncoder;

/** Writers of the commands that others than the viewer under test give. */
final class Commands {
    static final long ROOM = 7;
    static final long ITEM = 501;
    static final long OFFER = 1001;
    static final long PRICE_FEN = 9_900;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final long OPERATOR = 1;

    private Commands() {}

    static CommandWriter putRoom(final long room, final String title) {
        return (buffer, offset) -> {
            final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).room(room).startsAtMs(0).title(title).streamUrl("");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter changeRoomState(final RoomState state) {
        return changeRoomState(ROOM, state);
    }

    static CommandWriter changeRoomState(final long room, final RoomState state) {
        return (buffer, offset) -> {
            final ChangeRoomStateEncoder encoder =
                    new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).room(room).state(state.code());
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter putItem(final String title) {
        return (buffer, offset) -> {
            final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).item(ITEM).title(title).image("/pictures/cake.webp");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter classifyAsTip() {
        return (buffer, offset) -> {
            final ClassifyItemEncoder encoder = new ClassifyItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).item(ITEM).category(0).kind(ItemKind.TIP.code());
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter restock(final long units) {
        return (buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).item(ITEM).change(units).reason(StockReason.RESTOCK.code());
            return HEADER + encoder.encodedLength();
        };
    }

    /** Sets units aside for the room. */
    static CommandWriter setAside(final long units) {
        return (buffer, offset) -> {
            final MoveStockEncoder encoder = new MoveStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).item(ITEM).fromKind(StockKind.SHARED.code()).from(0);
            encoder.toKind(StockKind.ROOM.code()).to(ROOM).units(units);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter putOffer(final long offer, final long opensAtMs, final int holdSeconds) {
        return putOffer(offer, opensAtMs, holdSeconds, 0);
    }

    static CommandWriter putOffer(
            final long offer, final long opensAtMs, final int holdSeconds, final int turnSeconds) {
        return (buffer, offset) -> {
            final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR)
                    .room(ROOM)
                    .offer(offer)
                    .item(ITEM)
                    .listPriceFen(PRICE_FEN)
                    .opensAtMs(opensAtMs)
                    .closesAtMs(Long.MAX_VALUE)
                    .perViewerLimit(0)
                    .holdSeconds(holdSeconds)
                    .turnSeconds(turnSeconds);
            encoder.priceWindowsCount(1)
                    .next()
                    .fromMs(4_000_000_000_000L)
                    .toMs(4_000_000_100_000L)
                    .priceFen(4_900);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter pin(final long offer) {
        return (buffer, offset) -> {
            final PinOfferEncoder encoder = new PinOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).room(ROOM).offer(offer);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter mute(final long viewer) {
        return (buffer, offset) -> {
            final MuteViewerEncoder encoder = new MuteViewerEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).viewer(viewer).durationMs(60_000).reason("");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter unmute(final long viewer) {
        return (buffer, offset) -> {
            final MuteViewerEncoder encoder = new MuteViewerEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).viewer(viewer).durationMs(0).reason("");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter hide(final long comment) {
        return (buffer, offset) -> {
            final HideCommentEncoder encoder = new HideCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).room(ROOM).comment(comment);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter slow(final int seconds) {
        return (buffer, offset) -> {
            final SlowRoomEncoder encoder = new SlowRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).room(ROOM).seconds(seconds);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter comment(final long viewer, final String text) {
        return (buffer, offset) -> {
            final PostCommentEncoder encoder = new PostCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).room(ROOM).text(text);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter placeOrder(final long viewer, final String key, final int quantity) {
        return (buffer, offset) -> {
            final PlaceOrderEncoder encoder = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer)
                    .room(ROOM)
                    .expectedTotalFen(-1)
                    .store(0)
                    .guide(0)
                    .group(0)
                    .inviter(0);
            encoder.linesCount(1).next().offer(OFFER).quantity(quantity);
            encoder.key(key).coupon("").share("");
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter pay(final long order, final long amountFen) {
        return (buffer, offset) -> {
            final PayOrderEncoder encoder = new PayOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).order(order).amountFen(amountFen).reference("pay-" + order);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter cancel(final long viewer, final long order) {
        return (buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).order(order).actor(0);
            return HEADER + encoder.encodedLength();
        };
    }

    static CommandWriter refund(final long order, final int quantity) {
        return (buffer, offset) -> {
            final RefundOrderEncoder encoder = new RefundOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(OPERATOR).order(order).returned(ReturnedStock.RETURN.code());
            encoder.linesCount(1).next().offer(OFFER).quantity(quantity);
            encoder.reference("refund-" + order);
            return HEADER + encoder.encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
