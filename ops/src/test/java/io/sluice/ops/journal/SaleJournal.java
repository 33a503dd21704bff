package io.sluice.ops.journal;

import static org.awaitility.Awaitility.await;

import io.sluice.engine.EngineContext;
import io.sluice.engine.FlashEngine;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import io.sluice.engine.protocol.codec.AddLikesEncoder;
import io.sluice.engine.protocol.codec.CancelOrderEncoder;
import io.sluice.engine.protocol.codec.ChangeRoomStateEncoder;
import io.sluice.engine.protocol.codec.ChangeStockEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PayOrderEncoder;
import io.sluice.engine.protocol.codec.PlaceOrderEncoder;
import io.sluice.engine.protocol.codec.PostCommentEncoder;
import io.sluice.engine.protocol.codec.PutItemEncoder;
import io.sluice.engine.protocol.codec.PutOfferEncoder;
import io.sluice.engine.protocol.codec.PutRoomEncoder;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.agrona.MutableDirectBuffer;

/**
 * Sells in one room and leaves its journal behind: records 1 to 5 open the room with two units, 6 and 7 are orders of one
 * unit by viewers 41 and 42, 8 is refused to viewer 43, SOLD_OUT, and 9 is a comment by viewer 41.
 */
public final class SaleJournal implements AutoCloseable {
    public static final long ROOM = 7;
    static final long ITEM = 500;
    public static final long OFFER = 1001;
    static final long LAST = 9;
    static final long START_MS = 1_700_000_000_000L;

    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;

    private final FlashEngine engine;

    /** Opens an engine on a directory, whose room may be open already. */
    SaleJournal(final Path data) {
        this(data, Durability.DISK);
    }

    SaleJournal(final Path data, final Durability durability) {
        this(data, durability, System::nanoTime);
    }

    /** One whose time passes as a clock of nanoseconds says. */
    public SaleJournal(final Path data, final Durability durability, final LongSupplier nanoClock) {
        engine = FlashEngine.launch(new EngineContext()
                .dataDirectory(data)
                .durability(durability)
                .listener(NobodyListens.LISTENER)
                .wallClock(() -> START_MS)
                .nanoClock(nanoClock)
                .ringSize(1024)
                .blockBytes(1 << 20)
                .lowSpaceBytes(1 << 20)
                .snapshotEvery(0)
                .writeOff(0)
                .onHalt(reason -> {}));
    }

    /** The whole sale, of an engine that has stopped. */
    public static void writeTo(final Path data) {
        try (SaleJournal sale = new SaleJournal(data)) {
            sale.sell();
        }
    }

    /** The whole sale. */
    public void sell() {
        offer(this::putRoom);
        offer(this::goLive);
        offer(this::putItem);
        restock(2);
        offer(this::putOffer);
        order(41);
        order(42);
        order(43);
        comment(41, "red\u001b[31m 好");
    }

    /** Number of the newest record that is durable. */
    public long lastSequence() {
        return engine.durableSequence();
    }

    void order(final long viewer) {
        order(viewer, 0, "");
    }

    /** An order that carries a group's code. */
    void order(final long viewer, final long group, final String share) {
        order(viewer, ROOM, OFFER, group, share);
    }

    /** An order of one unit, in any room, of any offer. */
    public void order(final long viewer, final long room, final long offer) {
        order(viewer, room, offer, 0, "");
    }

    private void order(final long viewer, final long room, final long offer, final long group, final String share) {
        offer((buffer, offset) -> {
            final PlaceOrderEncoder encoder = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).room(room).expectedTotalFen(-1);
            encoder.store(0).guide(0).group(group).inviter(0);
            encoder.linesCount(1).next().offer(offer).quantity(1);
            encoder.key("k" + viewer).coupon("").share(share);
            return HEADER + encoder.encodedLength();
        });
    }

    /** The price of one unit arrives. */
    public void pay(final long order) {
        offer((buffer, offset) -> {
            final PayOrderEncoder encoder = new PayOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).order(order).amountFen(9_900).reference("paid" + order);
            return HEADER + encoder.encodedLength();
        });
    }

    /** An order is given back. */
    public void cancel(final long viewer, final long order) {
        offer((buffer, offset) -> {
            final CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).order(order).actor(0);
            return HEADER + encoder.encodedLength();
        });
    }

    /** So many likes of one tick. */
    public void like(final int count) {
        offer((buffer, offset) -> {
            final AddLikesEncoder encoder = new AddLikesEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.room(ROOM).count(count);
            return HEADER + encoder.encodedLength();
        });
    }

    void comment(final long viewer, final String text) {
        offer((buffer, offset) -> {
            final PostCommentEncoder encoder = new PostCommentEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.viewer(viewer).room(ROOM).text(text);
            return HEADER + encoder.encodedLength();
        });
    }

    /** Returns when the record is durable. */
    void offer(final CommandWriter command) {
        final long before = engine.durableSequence();
        await().until(() -> engine.offer(command, 1) >= 0);
        engine.wake();
        await().until(() -> engine.durableSequence() > before);
    }

    private int putRoom(final MutableDirectBuffer buffer, final int offset) {
        final PutRoomEncoder encoder = new PutRoomEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).room(ROOM).startsAtMs(0).title("A room").streamUrl("");
        return HEADER + encoder.encodedLength();
    }

    private int goLive(final MutableDirectBuffer buffer, final int offset) {
        final ChangeRoomStateEncoder encoder =
                new ChangeRoomStateEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).room(ROOM).state(RoomState.LIVE.code());
        return HEADER + encoder.encodedLength();
    }

    private int putItem(final MutableDirectBuffer buffer, final int offset) {
        final PutItemEncoder encoder = new PutItemEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).item(ITEM).title("An item").image("");
        return HEADER + encoder.encodedLength();
    }

    public void restock(final int units) {
        offer((buffer, offset) -> {
            final ChangeStockEncoder encoder = new ChangeStockEncoder().wrapAndApplyHeader(buffer, offset, header());
            encoder.actor(1).item(ITEM).change(units).reason(StockReason.RESTOCK.code());
            return HEADER + encoder.encodedLength();
        });
    }

    private int putOffer(final MutableDirectBuffer buffer, final int offset) {
        final PutOfferEncoder encoder = new PutOfferEncoder().wrapAndApplyHeader(buffer, offset, header());
        encoder.actor(1).room(ROOM).offer(OFFER).item(ITEM).listPriceFen(9_900);
        encoder.opensAtMs(0)
                .closesAtMs(Long.MAX_VALUE)
                .perViewerLimit(0)
                .holdSeconds(600)
                .turnSeconds(0);
        encoder.priceWindowsCount(0);
        return HEADER + encoder.encodedLength();
    }

    private static MessageHeaderEncoder header() {
        return new MessageHeaderEncoder();
    }

    @Override
    public void close() {
        engine.close();
    }
}
