package io.sluice.engine.view;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.ChangeLimitsEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.ClassifyItemEncoder;
import io.sluice.engine.protocol.codec.CloseOfferEncoder;
import io.sluice.engine.protocol.codec.DecisionEncoder;
import io.sluice.engine.protocol.codec.ExpireOrderEncoder;
import io.sluice.engine.protocol.codec.HostRoomEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.OpenOfferEncoder;
import io.sluice.engine.protocol.codec.OrderDecisionEncoder;
import io.sluice.engine.protocol.codec.PinOfferEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.PutAttributionPolicyEncoder;
import io.sluice.engine.protocol.codec.PutCommissionPlanEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** Records as a core would have sealed them, one behind the other: a command, then the decision on it. */
final class RecordBuilder {
    static final long VIEWER = 900_042;

    private final RecordChain chain = new RecordChain();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private ExpandableArrayBuffer buffer;
    private int commandLength;
    private long timeMs = 1_000;

    /** Core time of the records that follow. */
    RecordBuilder at(final long recordTimeMs) {
        timeMs = recordTimeMs;
        return this;
    }

    RecordBuilder putRoom(final long room, final String title, final String streamUrl, final long startsAtMs) {
        final PutRoomEncoder encoder = new PutRoomEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .startsAtMs(startsAtMs)
                .title(title)
                .streamUrl(streamUrl);
        return command(encoder.encodedLength());
    }

    RecordBuilder changeRoomState(final long room, final RoomState state) {
        final ChangeRoomStateEncoder encoder = new ChangeRoomStateEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .state(state.code());
        return command(encoder.encodedLength());
    }

    RecordBuilder putItem(final long item, final String title, final String image) {
        final PutItemEncoder encoder = new PutItemEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .item(item)
                .title(title)
                .image(image);
        return command(encoder.encodedLength());
    }

    RecordBuilder changeStock(final long item, final long change) {
        final ChangeStockEncoder encoder = new ChangeStockEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .item(item)
                .change(change);
        return command(encoder.encodedLength());
    }

    RecordBuilder putOffer(final long room, final long offer, final long item, final OfferTerms terms) {
        final PutOfferEncoder encoder = new PutOfferEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .offer(offer)
                .item(item)
                .listPriceFen(terms.listPriceFen())
                .opensAtMs(terms.opensAtMs())
                .closesAtMs(terms.closesAtMs())
                .perViewerLimit(terms.perViewerLimit())
                .holdSeconds(terms.holdSeconds())
                .turnSeconds(terms.turnSeconds());
        final PriceWindows windows = terms.windows();
        final PutOfferEncoder.PriceWindowsEncoder group = encoder.priceWindowsCount(windows.count());
        for (int i = 0; i < windows.count(); i++) {
            group.next().fromMs(windows.fromMs(i)).toMs(windows.toMs(i)).priceFen(windows.priceFen(i));
        }
        return command(encoder.encodedLength());
    }

    RecordBuilder openOffer(final long room, final long offer) {
        final OpenOfferEncoder encoder = new OpenOfferEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .offer(offer);
        return command(encoder.encodedLength());
    }

    RecordBuilder closeOffer(final long room, final long offer) {
        final CloseOfferEncoder encoder = new CloseOfferEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .offer(offer);
        return command(encoder.encodedLength());
    }

    RecordBuilder pinOffer(final long room, final long offer) {
        final PinOfferEncoder encoder = new PinOfferEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .offer(offer);
        return command(encoder.encodedLength());
    }

    RecordBuilder putStore(final StoreView store) {
        final PutStoreEncoder encoder = new PutStoreEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .store(store.id())
                .latitudeE6(store.latitudeE6())
                .longitudeE6(store.longitudeE6())
                .name(store.name());
        return command(encoder.encodedLength());
    }

    RecordBuilder putGuide(final GuideView guide) {
        final PutGuideEncoder encoder = new PutGuideEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .guide(guide.id())
                .viewer(guide.viewer())
                .active((short) (guide.active() ? 1 : 0));
        final PutGuideEncoder.StoresEncoder stores =
                encoder.storesCount(guide.stores().size());
        guide.stores().forEach(store -> stores.next().store(store));
        encoder.name(guide.name());
        return command(encoder.encodedLength());
    }

    RecordBuilder putGroup(final GroupView group) {
        final PutGroupEncoder encoder = new PutGroupEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .group(group.id())
                .store(group.store())
                .guide(group.guide())
                .owner(group.owner())
                .name(group.name());
        return command(encoder.encodedLength());
    }

    /** The policy as a command has it, without its version. */
    RecordBuilder putPolicy(final PolicyView policy) {
        final PutAttributionPolicyEncoder encoder = new PutAttributionPolicyEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .binding(policy.binding().code())
                .bindingMs(policy.bindingMs())
                .touchWindowMs(policy.touchWindowMs());
        final PutAttributionPolicyEncoder.RulesEncoder rules =
                encoder.rulesCount(policy.rules().size());
        policy.rules().forEach(rule -> rules.next().rule(rule.code()));
        return command(encoder.encodedLength());
    }

    /** The plan as a command has it, without its version, its shares in this order. */
    RecordBuilder putPlan(final PlanView plan, final ShareView... shares) {
        final PutCommissionPlanEncoder encoder = new PutCommissionPlanEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .scope(plan.scope().code())
                .target(plan.target())
                .returnWindowMs(plan.returnWindowMs());
        final PutCommissionPlanEncoder.SharesEncoder each = encoder.sharesCount(shares.length);
        for (final ShareView share : shares) {
            each.next()
                    .payee(share.payee().code())
                    .basisPoints(share.basisPoints())
                    .fixedFen(share.fixedFen())
                    .capFen(share.capFen());
        }
        return command(encoder.encodedLength());
    }

    RecordBuilder classifyItem(final long item, final ItemKind kind) {
        final ClassifyItemEncoder encoder = new ClassifyItemEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .item(item)
                .category(0)
                .kind(kind.code());
        return command(encoder.encodedLength());
    }

    RecordBuilder hostRoom(final long room, final HostView host) {
        final HostRoomEncoder encoder = new HostRoomEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .actor(1)
                .room(room)
                .store(host.store())
                .guide(host.guide());
        return command(encoder.encodedLength());
    }

    /** A command that another class writes. */
    RecordBuilder command(final CommandWriter command) {
        final MutableDirectBuffer target = begin();
        return command(command.write(target, RecordFlyweight.HEADER_LENGTH) - MessageHeaderEncoder.ENCODED_LENGTH);
    }

    RecordBuilder changeLimits() {
        final ChangeLimitsEncoder encoder = new ChangeLimitsEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .maxRooms(1)
                .maxItems(1)
                .maxOffers(1)
                .maxOrders(1)
                .maxKeys(1)
                .keyRetentionMs(1)
                .maxViewerOffers(1)
                .maxMutes(1)
                .maxRefusedKeys(1)
                .maxViewers(1);
        return command(encoder.encodedLength());
    }

    RecordBuilder addLikes(final long room, final int count) {
        final AddLikesEncoder encoder = new AddLikesEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .room(room)
                .count(count);
        return command(encoder.encodedLength());
    }

    RecordBuilder comment(final long room, final String text) {
        final PostCommentEncoder encoder = new PostCommentEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .viewer(VIEWER)
                .room(room)
                .text(text);
        return command(encoder.encodedLength());
    }

    RecordBuilder placeOrder(final long room, final long offer, final int quantity) {
        final PlaceOrderEncoder encoder = new PlaceOrderEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .viewer(VIEWER)
                .room(room)
                .expectedTotalFen(-1);
        encoder.linesCount(1).next().offer(offer).quantity(quantity);
        encoder.key("key").coupon("").share("");
        return command(encoder.encodedLength());
    }

    RecordBuilder expireOrder(final long order) {
        final ExpireOrderEncoder encoder = new ExpireOrderEncoder();
        encoder.wrapAndApplyHeader(begin(), RecordFlyweight.HEADER_LENGTH, header)
                .order(order);
        return command(encoder.encodedLength());
    }

    /** Decided ACCEPTED. */
    RecordFlyweight accepted() {
        return decided(Outcome.ACCEPTED, 0, 0);
    }

    /** Decided ACCEPTED, with what that documents as its detail. */
    RecordFlyweight accepted(final long detail) {
        return decided(Outcome.ACCEPTED, 0, 0, detail);
    }

    /** Decided without an order; {@code item} 0 for none. */
    RecordFlyweight decided(final Outcome outcome, final long item, final long available) {
        return decided(outcome, item, available, 0);
    }

    /** The same, with what the outcome documents as its detail. */
    RecordFlyweight decided(final Outcome outcome, final long item, final long available, final long detail) {
        final DecisionEncoder encoder = new DecisionEncoder();
        encoder.wrapAndApplyHeader(buffer, RecordFlyweight.HEADER_LENGTH + commandLength, header)
                .outcome(outcome.code())
                .detail(detail)
                .item(item)
                .available(available);
        return sealed(encoder.encodedLength());
    }

    /** Decided as the refund of an order's one line, whose item has nothing left. */
    RecordFlyweight refunded(
            final ReturnedStock returned, final long room, final long offer, final int quantity, final long item) {
        final RecordFlyweight record = ordered(Outcome.REFUNDED, room, offer, quantity, item, 0);
        new OrderDecisionEncoder()
                .wrap(buffer, record.decisionOffset() + MessageHeaderEncoder.ENCODED_LENGTH)
                .returned(returned.code());
        return record;
    }

    /** Decided about the order of this number, of one line. */
    RecordFlyweight ofOrder(final long order, final Outcome outcome, final long room, final long offer) {
        final RecordFlyweight record = ordered(outcome, room, offer, 1, 0, 0);
        new OrderDecisionEncoder()
                .wrap(buffer, record.decisionOffset() + MessageHeaderEncoder.ENCODED_LENGTH)
                .order(order);
        return record;
    }

    /** Decided about an order of one line, which leaves {@code available} units of the item; item 0 for no change. */
    RecordFlyweight ordered(
            final Outcome outcome,
            final long room,
            final long offer,
            final int quantity,
            final long item,
            final long available) {
        return ordered(outcome, room, offer, quantity, item, available, StockKind.SHARED, 0);
    }

    /** As the other, with units of a part of the item's. */
    RecordFlyweight ordered(
            final Outcome outcome,
            final long room,
            final long offer,
            final int quantity,
            final long item,
            final long available,
            final StockKind kind,
            final long of) {
        final List<Named> named = item == 0 ? List.of() : List.of(new Named(item, available, kind, of));
        return ordered(outcome, room, 0, List.of(new Line(offer, item, quantity)), named);
    }

    /** Decided about an order of these lines, whose record names these stocks. */
    RecordFlyweight ordered(
            final Outcome outcome,
            final long room,
            final long amountFen,
            final List<Line> lines,
            final List<Named> stocks) {
        final OrderDecisionEncoder encoder = new OrderDecisionEncoder();
        encoder.wrapAndApplyHeader(buffer, RecordFlyweight.HEADER_LENGTH + commandLength, header)
                .outcome(outcome.code())
                .amountFen(amountFen)
                .viewer(VIEWER)
                .room(room);
        final OrderDecisionEncoder.LinesEncoder line = encoder.linesCount(lines.size());
        lines.forEach(each -> line.next().offer(each.offer).item(each.item).quantity(each.quantity));
        final OrderDecisionEncoder.StockEncoder stock = encoder.stockCount(stocks.size());
        stocks.forEach(each -> stock.next()
                .item(each.item)
                .available(each.available)
                .stockKind(each.kind.code())
                .stockOf(each.of));
        encoder.share("");
        return sealed(encoder.encodedLength());
    }

    /** A line of an order. */
    record Line(long offer, long item, int quantity) {}

    /** The stock that a record names of an item, and what is left there. */
    record Named(long item, long available, StockKind kind, long of) {}

    /** Decided about an order of a viewer's, of one line at 100 fen a unit. */
    RecordFlyweight about(
            final Outcome outcome, final long room, final long viewer, final long item, final int quantity) {
        final OrderDecisionEncoder encoder = new OrderDecisionEncoder();
        encoder.wrapAndApplyHeader(buffer, RecordFlyweight.HEADER_LENGTH + commandLength, header)
                .outcome(outcome.code())
                .viewer(viewer)
                .room(room);
        encoder.linesCount(1).next().offer(1).item(item).quantity(quantity).unitPriceFen(100);
        encoder.stockCount(0);
        encoder.share("");
        return sealed(encoder.encodedLength());
    }

    /** What the record decided last lies in, to be written on in. */
    MutableDirectBuffer buffer() {
        return buffer;
    }

    private ExpandableArrayBuffer begin() {
        buffer = new ExpandableArrayBuffer(1024);
        return buffer;
    }

    private RecordBuilder command(final int bodyLength) {
        commandLength = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        return this;
    }

    private RecordFlyweight sealed(final int decisionBodyLength) {
        final int decisionLength = MessageHeaderEncoder.ENCODED_LENGTH + decisionBodyLength;
        chain.seal(buffer, 0, commandLength, decisionLength, timeMs);
        return new RecordFlyweight().wrap(buffer, 0);
    }
}
