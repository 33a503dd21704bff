package io.sluice.engine.ring;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.ApproveProposalEncoder;
import io.sluice.engine.protocol.codec.CallNextEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.CloseAllotmentEncoder;
import io.sluice.engine.protocol.codec.EndTurnEncoder;
import io.sluice.engine.protocol.codec.FindPlacesEncoder;
import io.sluice.engine.protocol.codec.FindProposalsEncoder;
import io.sluice.engine.protocol.codec.JoinLineEncoder;
import io.sluice.engine.protocol.codec.LeaveLineEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.MoveStockEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import io.sluice.engine.protocol.codec.WithdrawProposalEncoder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** As {@link SampleCommands}, of allotments and waiting lines: an item of a few units, and a room of its own that sells it. */
final class SampleStockCommands {
    static final long ROOM = 8;
    static final long ITEM = 501;
    static final long OFFER = 1_002;
    static final int TURN_SECONDS = 60;
    /** What the room has; two units more are of the samples' store and of the room's replay. */
    static final int UNITS = 3;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private SampleStockCommands() {}

    /** All of them, by their shapes. */
    static Map<CommandShape, CommandWriter> all() {
        final Map<CommandShape, CommandWriter> commands = new EnumMap<>(CommandShape.class);
        commands.put(
                CommandShape.MOVE_STOCK,
                move(SampleCommands.ITEM, StockKind.SHARED, 0, StockKind.ROOM, SampleCommands.ROOM, 10));
        commands.put(CommandShape.CLOSE_ALLOTMENT, close(SampleCommands.ITEM, StockKind.ROOM, SampleCommands.ROOM));
        commands.put(CommandShape.JOIN_LINE, join(SampleCommands.VIEWER, SampleCommands.ROOM, SampleCommands.OFFER, 1));
        commands.put(CommandShape.LEAVE_LINE, leave(SampleCommands.VIEWER, SampleCommands.OFFER));
        commands.put(CommandShape.CALL_NEXT, callNext(SampleCommands.OFFER));
        commands.put(CommandShape.APPROVE_PROPOSAL, approve(2, 1));
        commands.put(CommandShape.WITHDRAW_PROPOSAL, withdraw(1));
        commands.put(CommandShape.END_TURN, endTurn(SampleCommands.VIEWER, SampleCommands.OFFER));
        return commands;
    }

    /** The room, its item with an allotment of every kind, and its offer with a waiting line. */
    static List<CommandWriter> opening() {
        return List.of(
                putRoom(),
                roomState(RoomState.LIVE),
                putItem(),
                restock(UNITS + 2),
                putOffer(Long.MAX_VALUE),
                move(ITEM, StockKind.SHARED, 0, StockKind.ROOM, ROOM, UNITS),
                move(ITEM, StockKind.SHARED, 0, StockKind.STORE, SampleBrandCommands.STORE, 1),
                move(ITEM, StockKind.STORE, SampleBrandCommands.STORE, StockKind.REPLAY, ROOM, 1));
    }

    static CommandWriter move(
            final long item,
            final StockKind fromKind,
            final long from,
            final StockKind toKind,
            final long to,
            final long units) {
        return (buffer, offset) -> {
            final MoveStockEncoder encoder = new MoveStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1)
                            .item(item)
                            .fromKind(fromKind.code())
                            .from(from)
                            .toKind(toKind.code())
                            .to(to)
                            .units(units)
                            .encodedLength();
        };
    }

    static CommandWriter close(final long item, final StockKind kind, final long of) {
        return (buffer, offset) -> {
            final CloseAllotmentEncoder encoder =
                    new CloseAllotmentEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).item(item).kind(kind.code()).of(of).encodedLength();
        };
    }

    static CommandWriter join(final long viewer, final long room, final long offer, final int units) {
        return (buffer, offset) -> {
            final JoinLineEncoder encoder = new JoinLineEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.viewer(viewer)
                            .room(room)
                            .offer(offer)
                            .units(units)
                            .encodedLength();
        };
    }

    static CommandWriter leave(final long viewer, final long offer) {
        return (buffer, offset) -> {
            final LeaveLineEncoder encoder = new LeaveLineEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(viewer).offer(offer).encodedLength();
        };
    }

    static CommandWriter callNext(final long offer) {
        return (buffer, offset) -> {
            final CallNextEncoder encoder = new CallNextEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.offer(offer).encodedLength();
        };
    }

    static CommandWriter endTurn(final long viewer, final long offer) {
        return (buffer, offset) -> {
            final EndTurnEncoder encoder = new EndTurnEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.viewer(viewer).offer(offer).encodedLength();
        };
    }

    static CommandWriter writeOff(final long actor, final long item, final long units) {
        return (buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            final short reason = StockReason.WRITE_OFF.code();
            return HEADER
                    + encoder.actor(actor)
                            .item(item)
                            .change(-units)
                            .reason(reason)
                            .encodedLength();
        };
    }

    static CommandWriter approve(final long actor, final long proposal) {
        return (buffer, offset) -> {
            final ApproveProposalEncoder encoder =
                    new ApproveProposalEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(actor).proposal(proposal).encodedLength();
        };
    }

    static CommandWriter withdraw(final long proposal) {
        return (buffer, offset) -> {
            final WithdrawProposalEncoder encoder =
                    new WithdrawProposalEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).proposal(proposal).encodedLength();
        };
    }

    /** A query. */
    static CommandWriter findProposals() {
        return (buffer, offset) -> HEADER
                + new FindProposalsEncoder()
                        .wrapAndApplyHeader(buffer, offset, header())
                        .encodedLength();
    }

    /** A query. */
    static CommandWriter findPlaces(final long viewer) {
        return (buffer, offset) -> {
            final FindPlacesEncoder query = new FindPlacesEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + query.viewer(viewer).encodedLength();
        };
    }

    /** An order of the room's offer. */
    static CommandWriter order(final long viewer, final String key, final int units) {
        return (buffer, offset) -> {
            final PlaceOrderEncoder encoder = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).room(ROOM).expectedTotalFen(-1);
            encoder.store(0).guide(0).group(0).inviter(0);
            encoder.linesCount(1).next().offer(OFFER).quantity(units);
            return HEADER + encoder.key(key).coupon("").share("").encodedLength();
        };
    }

    static CommandWriter roomState(final RoomState state) {
        return (buffer, offset) -> {
            final ChangeRoomStateEncoder encoder =
                    new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER + encoder.actor(1).room(ROOM).state(state.code()).encodedLength();
        };
    }

    /** The room's offer, which has turns. */
    static CommandWriter putOffer(final long closesAtMs) {
        return (buffer, offset) -> {
            final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1)
                    .room(ROOM)
                    .offer(OFFER)
                    .item(ITEM)
                    .listPriceFen(SampleCommands.PRICE_FEN)
                    .opensAtMs(0)
                    .closesAtMs(closesAtMs)
                    .perViewerLimit(0)
                    .holdSeconds(SampleCommands.HOLD_SECONDS)
                    .turnSeconds(TURN_SECONDS)
                    .priceWindowsCount(0);
            return HEADER + encoder.encodedLength();
        };
    }

    private static CommandWriter putRoom() {
        return (buffer, offset) -> {
            final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).room(ROOM).startsAtMs(0);
            return HEADER + encoder.title("A second room").streamUrl("").encodedLength();
        };
    }

    private static CommandWriter putItem() {
        return (buffer, offset) -> {
            final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, offset, header());
            return HEADER
                    + encoder.actor(1).item(ITEM).title("A rare item").image("").encodedLength();
        };
    }

    private static CommandWriter restock(final int units) {
        return (buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            final short reason = StockReason.RESTOCK.code();
            return HEADER
                    + encoder.actor(1).item(ITEM).change(units).reason(reason).encodedLength();
        };
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }
}
