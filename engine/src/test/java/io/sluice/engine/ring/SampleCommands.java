package io.sluice.engine.ring;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.ChangeLimitsEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.CloseOfferEncoder;
import io.sluice.engine.protocol.codec.DeclineRefundEncoder;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MuteViewerEncoder;
import io.sluice.engine.protocol.codec.OpenOfferEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PinOfferEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import io.sluice.engine.protocol.codec.RefundOrderEncoder;
import io.sluice.engine.protocol.codec.RequestRefundEncoder;
import io.sluice.engine.protocol.codec.WithdrawRefundRequestEncoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One well-formed command of every kind; parts that may repeat do. */
public final class SampleCommands {
    public static final long ROOM = 7;
    static final long ITEM = 500;
    public static final long OFFER = 1_001;
    static final long PRICE_FEN = 9_900;
    public static final long VIEWER = 42;
    static final int HOLD_SECONDS = 600;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleCommands() {}

    /** One of every kind, for tests in other packages, by the names of the kinds. */
    public static Map<String, CommandWriter> byName() {
        final Map<String, CommandWriter> commands = new TreeMap<>();
        all().forEach((shape, command) -> commands.put(shape.name(), command));
        return commands;
    }

    /** Those that make a shop, to be decided in this order. */
    public static List<CommandWriter> shopInOrder() {
        return List.copyOf(shop().values());
    }

    /** One after the other, in a shop: points for what is paid and said, and a pack of which one unit goes back. */
    public static List<CommandWriter> packsAndPoints() {
        final List<CommandWriter> commands = new ArrayList<>(SamplePointCommands.opening());
        commands.add(postComment(VIEWER, "你好"));
        commands.add(placeOrder(VIEWER, "pack", 3));
        commands.add(payOrder(1, 3 * PRICE_FEN, "pack"));
        commands.add(SampleCouponCommands.claim(VIEWER, SamplePointCommands.PRICED_CAMPAIGN, "priced"));
        commands.add(placeOrder(VIEWER, "voucher", 2, "1"));
        commands.add(refundOrder(1, "pack"));
        return commands;
    }

    /** One after the other, in a brand: a room sells its allotment; of two who wait one orders, cancels, orders anew. */
    public static List<CommandWriter> allotmentsAndLines() {
        final List<CommandWriter> commands =
                new ArrayList<>(SampleBrandCommands.brand().values());
        commands.addAll(SampleStockCommands.opening());
        commands.add(SampleStockCommands.order(VIEWER, "first", SampleStockCommands.UNITS));
        commands.add(SampleStockCommands.join(43, SampleStockCommands.ROOM, SampleStockCommands.OFFER, 1));
        commands.add(SampleStockCommands.join(44, SampleStockCommands.ROOM, SampleStockCommands.OFFER, 2));
        commands.add(cancelOrder(VIEWER, 1));
        commands.add(SampleStockCommands.callNext(SampleStockCommands.OFFER));
        commands.add(SampleStockCommands.order(43, "turn", 1));
        commands.add(SampleStockCommands.callNext(SampleStockCommands.OFFER));
        commands.add(cancelOrder(43, 2));
        commands.add(SampleStockCommands.order(43, "anew", 1));
        return List.copyOf(commands);
    }

    /** A query, behind {@link #allotmentsAndLines} of one who has a turn. */
    public static CommandWriter findPlaces() {
        return SampleStockCommands.findPlaces(44);
    }

    /** Behind the shop: a campaign, a claim of it, and an order with the coupon until a unit is given back. */
    public static List<CommandWriter> coupons() {
        final long discountFen = SampleCouponCommands.DISCOUNT_FEN;
        return List.of(
                SampleCouponCommands.putCampaign(SampleCouponCommands.OTHER_CAMPAIGN, 0, false),
                SampleCouponCommands.claim(VIEWER, SampleCouponCommands.OTHER_CAMPAIGN, "claim"),
                placeOrder(VIEWER, "with-coupon", 2, "1"),
                payOrder(1, 2 * PRICE_FEN - discountFen, "pay-with-coupon"),
                refundOrder(1, "refund-with-coupon"));
    }

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.putAll(shop());
        commands.putAll(SampleBrandCommands.all());
        commands.putAll(SampleMoneyCommands.all());
        commands.putAll(SampleCouponCommands.all());
        commands.putAll(SamplePointCommands.all());
        commands.putAll(SampleStockCommands.all());
        commands.putAll(SampleReviewCommands.all());
        commands.putAll(SampleTalkCommands.all());
        commands.put(CommandShape.PLACE_ORDER, placeOrder(VIEWER, "key", 2));
        commands.put(CommandShape.PAY_ORDER, payOrder(1, 2 * PRICE_FEN, "pay"));
        commands.put(CommandShape.REQUEST_REFUND, requestRefund(1, "request"));
        commands.put(CommandShape.DECLINE_REFUND, declineRefund(1, 1));
        commands.put(CommandShape.WITHDRAW_REFUND_REQUEST, withdrawRequest(1, 1));
        commands.put(CommandShape.REFUND_ORDER, refundOrder(1, "refund"));
        commands.put(CommandShape.CANCEL_ORDER, cancelOrder(VIEWER, 1));
        commands.put(CommandShape.EXPIRE_ORDER, expireOrder(1));
        commands.put(CommandShape.POST_COMMENT, postComment(VIEWER, "你好"));
        commands.put(CommandShape.ADD_LIKES, (buffer, offset) -> {
            final AddLikesEncoder encoder = new AddLikesEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.room(ROOM).count(3).encodedLength();
        });
        commands.put(CommandShape.MUTE_VIEWER, (buffer, offset) -> {
            final MuteViewerEncoder encoder = new MuteViewerEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1).viewer(43).durationMs(-1).reason("loud").encodedLength();
        });
        commands.put(CommandShape.OPEN_OFFER, (buffer, offset) -> {
            final OpenOfferEncoder encoder = new OpenOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).room(ROOM).offer(OFFER).encodedLength();
        });
        commands.put(CommandShape.CLOSE_OFFER, (buffer, offset) -> {
            final CloseOfferEncoder encoder = new CloseOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).room(ROOM).offer(OFFER).encodedLength();
        });
        commands.put(CommandShape.PIN_OFFER, (buffer, offset) -> {
            final PinOfferEncoder encoder = new PinOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).room(ROOM).offer(OFFER).encodedLength();
        });
        commands.put(CommandShape.CHANGE_LIMITS, changeLimits(CoreLimits.DEFAULT));
        return commands;
    }

    /** Those that make a shop, by their shapes; to be decided in the order of the shapes. */
    static Map<CommandShape, CommandWriter> shop() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(CommandShape.PUT_ROOM, putRoom(ROOM));
        commands.put(CommandShape.CHANGE_ROOM_STATE, (buffer, offset) -> {
            final ChangeRoomStateEncoder encoder =
                    new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1).room(ROOM).state(RoomState.LIVE.code()).encodedLength();
        });
        commands.put(CommandShape.PUT_ITEM, (buffer, offset) -> {
            final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .item(ITEM)
                            .title("An item")
                            .image("https://y")
                            .encodedLength();
        });
        commands.put(CommandShape.CHANGE_STOCK, (buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .item(ITEM)
                            .change(1_000_000)
                            .reason(StockReason.RESTOCK.code())
                            .encodedLength();
        });
        commands.put(CommandShape.PUT_OFFER, (buffer, offset) -> {
            final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .room(ROOM)
                    .offer(OFFER)
                    .item(ITEM)
                    .listPriceFen(PRICE_FEN)
                    .opensAtMs(0)
                    .closesAtMs(Long.MAX_VALUE)
                    .perViewerLimit(0)
                    .holdSeconds(HOLD_SECONDS)
                    .turnSeconds(0);
            final PutOfferEncoder.PriceWindowsEncoder windows = encoder.priceWindowsCount(2);
            windows.next().fromMs(10).toMs(20).priceFen(1);
            windows.next().fromMs(30).toMs(40).priceFen(2);
            return HEADER + encoder.encodedLength();
        });
        return commands;
    }

    static CommandWriter placeOrder(final long viewer, final String key, final int quantity) {
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
            final PlaceOrderEncoder.LinesEncoder lines = encoder.linesCount(2);
            lines.next().offer(OFFER).quantity(quantity - 1);
            lines.next().offer(OFFER).quantity(1);
            return HEADER + encoder.key(key).coupon(coupon).share("S1").encodedLength();
        };
    }

    static CommandWriter putRoom(final long room) {
        return (buffer, offset) -> {
            final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .room(room)
                            .startsAtMs(0)
                            .title("A room")
                            .streamUrl("https://x")
                            .encodedLength();
        };
    }

    static CommandWriter payOrder(final long order, final long amountFen, final String reference) {
        return (buffer, offset) -> {
            final PayOrderEncoder encoder = new PayOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .order(order)
                            .amountFen(amountFen)
                            .reference(reference)
                            .encodedLength();
        };
    }

    static CommandWriter requestRefund(final long order, final String key) {
        return (buffer, offset) -> {
            final RequestRefundEncoder encoder =
                    new RequestRefundEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).order(order).returned(ReturnedStock.RETURN.code());
            encoder.linesCount(1).next().offer(OFFER).quantity(1);
            return HEADER + encoder.key(key).reason("杯子碎了").encodedLength();
        };
    }

    /** Cancels it on its owner's behalf. */
    static CommandWriter cancelFor(final long actor, final long order) {
        return (buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(0).order(order).actor(actor).encodedLength();
        };
    }

    static CommandWriter declineRefund(final long order, final long request) {
        return (buffer, offset) -> {
            final DeclineRefundEncoder encoder =
                    new DeclineRefundEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.order(order).request(request).reason("账户已注销").encodedLength();
        };
    }

    static CommandWriter withdrawRequest(final long order, final long request) {
        return (buffer, offset) -> {
            final WithdrawRefundRequestEncoder encoder =
                    new WithdrawRefundRequestEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(2).order(order).request(request).encodedLength();
        };
    }

    static CommandWriter refundOrder(final long order, final String reference) {
        return refundOrder(order, reference, 0);
    }

    static CommandWriter refundOrder(final long order, final String reference, final long request) {
        return (buffer, offset) -> {
            final RefundOrderEncoder encoder = new RefundOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).order(order).returned(ReturnedStock.RETURN.code()).request(request);
            encoder.linesCount(1).next().offer(OFFER).quantity(1);
            return HEADER + encoder.reference(reference).encodedLength();
        };
    }

    static CommandWriter cancelOrder(final long viewer, final long order) {
        return (buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(viewer).order(order).actor(0).encodedLength();
        };
    }

    static CommandWriter expireOrder(final long order) {
        return (buffer, offset) -> {
            final ExpireOrderEncoder encoder = new ExpireOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.order(order).encodedLength();
        };
    }

    static CommandWriter postComment(final long viewer, final String text) {
        return (buffer, offset) -> {
            final PostCommentEncoder encoder = new PostCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(viewer).room(ROOM).text(text).encodedLength();
        };
    }

    static CommandWriter changeLimits(final CoreLimits limits) {
        return (buffer, offset) -> {
            final ChangeLimitsEncoder encoder = new ChangeLimitsEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.maxRooms(limits.maxRooms())
                            .maxItems(limits.maxItems())
                            .maxOffers(limits.maxOffers())
                            .maxOrders(limits.maxOrders())
                            .maxKeys(limits.maxKeys())
                            .keyRetentionMs(limits.keyRetentionMs())
                            .maxViewerOffers(limits.maxViewerOffers())
                            .maxMutes(limits.maxMutes())
                            .maxRefusedKeys(limits.maxRefusedKeys())
                            .maxViewers(limits.maxViewers())
                            .maxWriteOff(limits.maxWriteOff())
                            .encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
