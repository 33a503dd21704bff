package io.sluice.bench.micro;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An endless stream of orders of one unit of one hot offer, each of the next viewer and with a key of its own. They are held
 * as long as can be, so that none expires between two starts of an engine.
 */
final class OrderStream implements CommandStream {
    /** Commands of {@link #openRoom}. */
    static final int ROOM_COMMANDS = 5;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int VIEWERS = 430_000;
    static final long ROOM = 1;

    private static final long ITEM = 1;
    private static final long OFFER = 1;
    private static final long FIRST_KEY = 1_000_000_000L;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrderEncoder order = new PlaceOrderEncoder();
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[36]);
    private long count;

    OrderStream() {
        key.setMemory(0, key.capacity(), (byte) 'k');
    }

    @Override
    public void advance() {
        count++;
        key.putNaturalLongAscii(0, FIRST_KEY + count);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        order.wrapAndApplyHeader(buffer, offset, header)
                .viewer(viewerOf(count))
                .room(ROOM)
                .expectedTotalFen(9_900)
                .store(1)
                .guide(2)
                .group(3)
                .inviter(0);
        order.linesCount(1).next().offer(OFFER).quantity(1);
        order.putKey(key, 0, key.capacity());
        order.putCoupon(key, 0, 0);
        order.putShare(key, 0, 0);
        return HEADER + order.encodedLength();
    }

    /** Who places the order of a number, counted from 1. */
    static long viewerOf(final long number) {
        return 1 + number % VIEWERS;
    }

    /** The commands that open the room in which the orders are placed. */
    static List<CommandWriter> openRoom() {
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        return List.of(
                (buffer, offset) -> HEADER
                        + new PutRoomEncoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .actor(1)
                                .room(ROOM)
                                .startsAtMs(0)
                                .title("room")
                                .streamUrl("")
                                .encodedLength(),
                (buffer, offset) -> HEADER
                        + new ChangeRoomStateEncoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .actor(1)
                                .room(ROOM)
                                .state(RoomState.LIVE.code())
                                .encodedLength(),
                (buffer, offset) -> HEADER
                        + new PutItemEncoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .actor(1)
                                .item(ITEM)
                                .title("item")
                                .image("")
                                .encodedLength(),
                (buffer, offset) -> HEADER
                        + new ChangeStockEncoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .actor(1)
                                .item(ITEM)
                                .change(1_000_000_000L)
                                .reason(StockReason.RESTOCK.code())
                                .encodedLength(),
                (buffer, offset) -> {
                    final PutOfferEncoder offer = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header);
                    offer.actor(1)
                            .room(ROOM)
                            .offer(OFFER)
                            .item(ITEM)
                            .listPriceFen(9_900)
                            .opensAtMs(0)
                            .closesAtMs(Long.MAX_VALUE)
                            .perViewerLimit(0)
                            .holdSeconds(ProtocolLimits.MAX_HOLD_SECONDS)
                            .turnSeconds(0)
                            .priceWindowsCount(0);
                    return HEADER + offer.encodedLength();
                });
    }
}
