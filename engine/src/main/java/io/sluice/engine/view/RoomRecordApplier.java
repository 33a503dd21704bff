package io.sluice.engine.view;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.PlaceState;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.codec.AddLikesDecoder;
import io.sluice.engine.protocol.codec.BookShowDecoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateDecoder;
import io.sluice.engine.protocol.codec.ClassifyItemDecoder;
import io.sluice.engine.protocol.codec.CloseAllotmentDecoder;
import io.sluice.engine.protocol.codec.CloseOfferDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.HostRoomDecoder;
import io.sluice.engine.protocol.codec.LineMovesDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MoveStockDecoder;
import io.sluice.engine.protocol.codec.OpenOfferDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PinOfferDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutGuideDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.PutOfferDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.PutRoomDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import org.agrona.DirectBuffer;

/**
 * Reads what one record does to a {@link RoomBoard}. A refused or repeated command does nothing; stock is taken from the
 * decision, everything else from the command. On the board's thread.
 */
final class RoomRecordApplier {
    private final RoomBoard board;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final PostCommentDecoder postComment = new PostCommentDecoder();
    private final AddLikesDecoder addLikes = new AddLikesDecoder();
    private final PutRoomDecoder putRoom = new PutRoomDecoder();
    private final ChangeRoomStateDecoder changeRoomState = new ChangeRoomStateDecoder();
    private final PutItemDecoder putItem = new PutItemDecoder();
    private final ClassifyItemDecoder classifyItem = new ClassifyItemDecoder();
    private final PutOfferDecoder putOffer = new PutOfferDecoder();
    private final PutPackDecoder putPack = new PutPackDecoder();
    private final PutCampaignDecoder putCampaign = new PutCampaignDecoder();
    private final OpenOfferDecoder openOffer = new OpenOfferDecoder();
    private final CloseOfferDecoder closeOffer = new CloseOfferDecoder();
    private final PinOfferDecoder pinOffer = new PinOfferDecoder();
    private final BookShowDecoder bookShow = new BookShowDecoder();
    private final HostRoomDecoder hostRoom = new HostRoomDecoder();
    private final PutGuideDecoder putGuide = new PutGuideDecoder();
    private final MoveStockDecoder moveStock = new MoveStockDecoder();
    private final CloseAllotmentDecoder closeAllotment = new CloseAllotmentDecoder();
    private final LineMovesDecoder lineMoves = new LineMovesDecoder();
    private final HideCommentDecoder hideComment = new HideCommentDecoder();
    private final SlowRoomDecoder slowRoom = new SlowRoomDecoder();

    RoomRecordApplier(final RoomBoard board) {
        this.board = board;
    }

    void apply(final RecordFlyweight record, final RoomListener listener) {
        if (record.outcome().kind() != Outcome.Kind.ACCEPTED) {
            return;
        }
        applyCommand(record, listener);
        if (record.decisionType() == OrderDecisionDecoder.TEMPLATE_ID) {
            applyOrder(record, listener);
        } else {
            applyStock(record, listener);
        }
    }

    private void applyCommand(final RecordFlyweight record, final RoomListener listener) {
        final DirectBuffer buffer = record.buffer();
        final int offset = record.commandOffset();
        switch (record.commandType()) {
            case PostCommentDecoder.TEMPLATE_ID -> comment(record, listener);
            case HideCommentDecoder.TEMPLATE_ID -> {
                hideComment.wrapAndApplyHeader(buffer, offset, header);
                board.loadHidden(hideComment.room(), hideComment.comment());
                listener.onHidden(board.room(hideComment.room()), hideComment.comment());
            }
            case SlowRoomDecoder.TEMPLATE_ID -> {
                slowRoom.wrapAndApplyHeader(buffer, offset, header);
                board.loadSlow(slowRoom.room(), slowRoom.seconds());
            }
            case AddLikesDecoder.TEMPLATE_ID -> {
                addLikes.wrapAndApplyHeader(buffer, offset, header);
                final RoomView room = board.room(addLikes.room());
                room.likes(room.likes() + addLikes.count());
            }
            case PutRoomDecoder.TEMPLATE_ID -> {
                putRoom.wrapAndApplyHeader(buffer, offset, header);
                board.loadRoom(putRoom.room(), putRoom.title(), putRoom.streamUrl(), putRoom.startsAtMs());
            }
            case ChangeRoomStateDecoder.TEMPLATE_ID -> {
                changeRoomState.wrapAndApplyHeader(buffer, offset, header);
                final RoomView room = board.room(changeRoomState.room());
                room.state(RoomState.ofCode(changeRoomState.state()));
                if (room.state() == RoomState.LIVE) {
                    listener.onBegun(room);
                    board.forgetBookers(room);
                }
                board.stocks().onState(room);
            }
            case PutItemDecoder.TEMPLATE_ID -> {
                putItem.wrapAndApplyHeader(buffer, offset, header);
                board.loadItem(putItem.item(), putItem.title(), putItem.image());
            }
            case ClassifyItemDecoder.TEMPLATE_ID -> {
                classifyItem.wrapAndApplyHeader(buffer, offset, header);
                board.loadItemKind(classifyItem.item(), ItemKind.ofCode(classifyItem.kind()));
            }
            case PutOfferDecoder.TEMPLATE_ID -> putOffer(buffer, offset);
            case PutPackDecoder.TEMPLATE_ID ->
                board.showPack(
                        putPack.wrapAndApplyHeader(buffer, offset, header).offer());
            case PutCampaignDecoder.TEMPLATE_ID ->
                board.showPacksOf(
                        putCampaign.wrapAndApplyHeader(buffer, offset, header).campaign());
            case OpenOfferDecoder.TEMPLATE_ID -> open(record);
            case CloseOfferDecoder.TEMPLATE_ID -> close(record);
            case PinOfferDecoder.TEMPLATE_ID -> {
                pinOffer.wrapAndApplyHeader(buffer, offset, header);
                board.room(pinOffer.room()).pin(pinOffer.offer());
            }
            default -> applyToStocks(record.commandType(), buffer, offset);
        }
    }

    /** Says which stock offers sell from. */
    private void applyToStocks(final int type, final DirectBuffer buffer, final int offset) {
        switch (type) {
            case BookShowDecoder.TEMPLATE_ID -> {
                bookShow.wrapAndApplyHeader(buffer, offset, header);
                board.book(bookShow.viewer(), bookShow.room(), bookShow.booked() == 1);
            }
            case HostRoomDecoder.TEMPLATE_ID -> {
                hostRoom.wrapAndApplyHeader(buffer, offset, header);
                board.loadHost(hostRoom.room(), hostRoom.store(), hostRoom.guide());
            }
            case PutGuideDecoder.TEMPLATE_ID -> {
                putGuide.wrapAndApplyHeader(buffer, offset, header);
                board.loadGuideHome(putGuide.guide(), putGuide.stores().next().store());
            }
            case MoveStockDecoder.TEMPLATE_ID -> {
                moveStock.wrapAndApplyHeader(buffer, offset, header);
                final StockKind from = StockKind.ofCode(moveStock.fromKind());
                final StockKind to = StockKind.ofCode(moveStock.toKind());
                final ItemView item = board.item(moveStock.item());
                board.stocks().move(item, from, moveStock.from(), to, moveStock.to(), moveStock.units());
            }
            case CloseAllotmentDecoder.TEMPLATE_ID -> {
                closeAllotment.wrapAndApplyHeader(buffer, offset, header);
                final StockKind kind = StockKind.ofCode(closeAllotment.kind());
                board.stocks().close(board.item(closeAllotment.item()), kind, closeAllotment.of());
            }
            default -> {
                // The rest moves orders, stock or penalties: its decision says all that a room shows of it.
            }
        }
    }

    private void comment(final RecordFlyweight record, final RoomListener listener) {
        postComment.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final RoomView room = board.room(postComment.room());
        final long viewer = postComment.viewer();
        final int length = postComment.textLength();
        final int start = postComment.limit() + PostCommentDecoder.textHeaderLength();
        listener.onComment(room, viewer, record.sequence(), record.buffer(), start, length);
    }

    private void putOffer(final DirectBuffer buffer, final int offset) {
        putOffer.wrapAndApplyHeader(buffer, offset, header);
        final PutOfferDecoder.PriceWindowsDecoder windows = putOffer.priceWindows();
        final long[] values = new long[windows.count() * 3];
        for (int i = 0; windows.hasNext(); i += 3) {
            windows.next();
            values[i] = windows.fromMs();
            values[i + 1] = windows.toMs();
            values[i + 2] = windows.priceFen();
        }
        final OfferTerms terms = new OfferTerms(
                putOffer.listPriceFen(),
                putOffer.opensAtMs(),
                putOffer.closesAtMs(),
                putOffer.perViewerLimit(),
                putOffer.holdSeconds(),
                Math.max(0, putOffer.turnSeconds()),
                new PriceWindows(values));
        board.loadOffer(putOffer.offer(), putOffer.room(), putOffer.item(), terms);
    }

    private void open(final RecordFlyweight record) {
        openOffer.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final OfferView offer = board.offer(openOffer.offer());
        board.changeTerms(offer, offer.terms().openedAt(record.timeMs()));
    }

    private void close(final RecordFlyweight record) {
        closeOffer.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        final OfferView offer = board.offer(closeOffer.offer());
        board.changeTerms(offer, offer.terms().closedAt(record.timeMs()));
    }

    private void applyOrder(final RecordFlyweight record, final RoomListener listener) {
        orderDecision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        switch (record.outcome()) {
            case RESERVED -> bought(listener);
            case PAID, PAID_LATE -> tip(listener);
            case REFUNDED -> takeTipsBack();
            default -> orderDecision.lines().forEach(line -> {});
        }
        final OrderDecisionDecoder.StockDecoder stock = orderDecision.stock();
        while (stock.hasNext()) {
            stock.next();
            board.loadStock(stock.item(), kindOf(stock.stockKind()), Math.max(0, stock.stockOf()), stock.available());
        }
    }

    private void bought(final RoomListener listener) {
        final OrderDecisionDecoder.LinesDecoder lines = orderDecision.lines();
        long firstOffer = 0;
        int quantity = 0;
        while (lines.hasNext()) {
            lines.next();
            firstOffer = firstOffer == 0 ? lines.offer() : firstOffer;
            quantity += lines.offer() == firstOffer ? lines.quantity() : 0;
        }
        listener.onBought(board.room(orderDecision.room()), orderDecision.viewer(), firstOffer, quantity);
    }

    private void tip(final RoomListener listener) {
        final RoomView room = board.room(orderDecision.room());
        final long viewer = orderDecision.viewer();
        for (final OrderDecisionDecoder.LinesDecoder line : orderDecision.lines()) {
            final ItemView item = board.item(line.item());
            if (item.kind() == ItemKind.TIP) {
                final long fen = moneyOf(line);
                room.tip(viewer, fen);
                listener.onTip(room, viewer, item, line.quantity(), fen);
            }
        }
    }

    /** A refund's lines are the units that it refunds. */
    private void takeTipsBack() {
        final RoomView room = board.room(orderDecision.room());
        for (final OrderDecisionDecoder.LinesDecoder line : orderDecision.lines()) {
            if (board.item(line.item()).kind() == ItemKind.TIP) {
                room.tip(orderDecision.viewer(), -moneyOf(line));
            }
        }
    }

    /** What is paid for a line; a record from before there were coupons has no discount. */
    private static long moneyOf(final OrderDecisionDecoder.LinesDecoder line) {
        return line.unitPriceFen() * line.quantity() - Math.max(0, line.discountFen());
    }

    private void applyStock(final RecordFlyweight record, final RoomListener listener) {
        decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        if (decision.item() != 0) {
            final StockKind kind = kindOf(decision.stockKind());
            board.loadStock(decision.item(), kind, Math.max(0, decision.stockOf()), decision.available());
        }
        final int behind = decision.limit();
        if (behind < record.offset() + record.length()
                && header.wrap(record.buffer(), behind).templateId() == LineMovesDecoder.TEMPLATE_ID) {
            lineMoves.wrapAndApplyHeader(record.buffer(), behind, header);
            applyPlaces(record.sequence(), listener);
        }
    }

    private void applyPlaces(final long sequence, final RoomListener listener) {
        for (final LineMovesDecoder.PlacesDecoder place : lineMoves.places()) {
            board.loadWaiting(place.offer(), place.waiting());
            listener.onPlace(new PlaceView(
                    sequence,
                    place.room(),
                    place.viewer(),
                    place.offer(),
                    PlaceState.ofCode(place.state()),
                    place.units(),
                    place.untilMs(),
                    place.ahead(),
                    place.waiting()));
        }
    }

    /** A record from before there were allotments names the shared stock. */
    private static StockKind kindOf(final int code) {
        final StockKind kind = StockKind.ofCode(code);
        return kind == null ? StockKind.SHARED : kind;
    }
}
