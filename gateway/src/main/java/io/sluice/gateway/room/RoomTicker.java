package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.view.ItemView;
import io.sluice.engine.view.PlaceView;
import io.sluice.engine.view.RoomBoard;
import io.sluice.engine.view.RoomListener;
import io.sluice.engine.view.RoomView;
import io.sluice.gateway.http.BookingListJson;
import io.sluice.gateway.http.ItemStocksJson;
import io.sluice.gateway.http.RoomListJson;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.RecordListener;
import io.sluice.gateway.link.RecordStream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Turns records into ticks. It owns the board, gathers what passes between two ticks, encodes each changed room once and
 * hands the frames to every event loop; it keeps one picture of a room for all who ask between two ticks. Likes that
 * viewers sent go to the engine here, one command a room a tick. For how long viewers
 * watch goes there, too. Everything on the ticker's event loop but {@link #pictureFor}, {@link #watched},
 * {@link #list}, {@link #bookings} and {@link #stocks}.
 */
public final class RoomTicker implements RecordListener, RoomListener {
    /** How often a room in which only people come and go says how many there are. */
    private static final int VIEWERS_MS = 1_000;
    /** How old the picture for HTTP may get while nothing changes: so wrong may its time be. */
    private static final int SNAPSHOT_MS = 1_000;

    private final LiveRooms rooms;
    private final RoomBoard board;
    private final EngineClient client;
    private final OrderNews news;
    private final PlaceNews places;
    private final BookingNews bookings;
    private final TalkNews talk;
    private final Executor eventLoop;
    private final RoomOptions options;
    private final RoomCounters counters;
    private final Long2ObjectHashMap<RoomFlow> flows = new Long2ObjectHashMap<>();
    private final RoomFrameWriter writer;
    private final AddLikesWriter addLikes = new AddLikesWriter();
    private final WatchingTime watching;
    private final TickPace pace;
    private long rounds;
    private int offersShared;

    /**
     * A ticker that does nothing yet.
     *
     * @param rooms      whom it tells.
     * @param board      the rooms as of some record; the ticker's from now on.
     * @param client     where likes go; of the same event loop.
     * @param news       what viewers hear of their own orders.
     * @param places     what they hear of their places in waiting lines.
     * @param eventLoop  runs tasks on the ticker's event loop, in order.
     */
    public RoomTicker(
            final LiveRooms rooms,
            final RoomBoard board,
            final EngineClient client,
            final OrderNews news,
            final PlaceNews places,
            final Executor eventLoop) {
        this.rooms = rooms;
        this.board = board;
        this.client = client;
        this.news = news;
        this.places = places;
        talk = new TalkNews(rooms);
        this.eventLoop = eventLoop;
        bookings = new BookingNews(rooms, eventLoop);
        writer = new RoomFrameWriter(rooms.directory());
        options = rooms.options();
        counters = rooms.counters();
        watching = new WatchingTime(options, counters, client);
        pace = rooms.pace();
    }

    /** Opens the board's rooms and follows the records behind it. Once; the caller sees to it that {@link #tick} runs. */
    public void start(final RecordStream records) {
        board.listener(this);
        board.drainChanges(room -> {});
        shareWhatIsNew();
        rooms.ticker(this);
        records.subscribe(board.sequence() + 1, this);
    }

    @Override
    public void onRecord(final RecordFlyweight record) {
        board.apply(record);
        news.onRecord(record);
        talk.onRecord(record);
    }

    @Override
    public void onBatchEnd() {
        shareWhatIsNew();
    }

    @Override
    public void onComment(
            final RoomView room,
            final long viewer,
            final long sequence,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        final RoomFlow flow = flow(room);
        if (flow.takesComment()) {
            final String text = buffer.getStringWithoutLengthUtf8(offset, length);
            flow.comment(new RoomFlow.Comment(sequence, rooms.directory().nameOf(viewer), text));
        } else {
            flow.shedComment();
        }
    }

    @Override
    public void onHidden(final RoomView room, final long comment) {
        flow(room).hide(comment);
    }

    @Override
    public void onBought(final RoomView room, final long viewer, final long offer, final int quantity) {
        final RoomFlow flow = flow(room);
        if (flow.takesBought()) {
            flow.bought(new RoomFlow.Bought(rooms.directory().nameOf(viewer), offer, quantity));
        } else {
            flow.moreBought();
        }
    }

    @Override
    public void onTip(final RoomView room, final long viewer, final ItemView item, final int quantity, final long fen) {
        final RoomFlow flow = flow(room);
        if (flow.takesTip()) {
            flow.tip(new RoomFlow.Tip(rooms.directory().nameOf(viewer), item.title(), quantity, fen));
        } else {
            flow.moreTips();
        }
    }

    @Override
    public void onPlace(final PlaceView place) {
        places.tell(place);
    }

    @Override
    public void onBegun(final RoomView room) {
        bookings.tell(room);
    }

    /** A page of an item's stocks, null when there is no such item. On an event loop, where the answer comes back. */
    Future<Buffer> stocks(final long id, final int after, final int limit) {
        final CompletableFuture<Buffer> written = CompletableFuture.supplyAsync(
                () -> {
                    final ItemView item = board.item(id);
                    return item == null ? null : ItemStocksJson.write(item, after, limit, board.sequence());
                },
                eventLoop);
        return Future.fromCompletionStage(written, Vertx.currentContext());
    }

    /** A page of the rooms, the greatest id first. On an event loop, where the answer comes back. */
    Future<Buffer> list(final long before, final int limit) {
        final CompletableFuture<Buffer> written = CompletableFuture.supplyAsync(
                () -> RoomListJson.write(board, rooms::viewers, before, limit), eventLoop);
        return Future.fromCompletionStage(written, Vertx.currentContext());
    }

    /** The body of {@code GET /me/bookings}. On an event loop, where the answer comes back. */
    Future<Buffer> bookings(final long viewer) {
        final CompletableFuture<Buffer> written =
                CompletableFuture.supplyAsync(() -> BookingListJson.write(board, viewer), eventLoop);
        return Future.fromCompletionStage(written, Vertx.currentContext());
    }

    /** Somebody's connection to a room was opened, at a core time in epoch ms, or is closed. Any thread. */
    void watched(final LiveViewer viewer, final boolean opened, final long atMs) {
        final long room = viewer.room().id();
        eventLoop.execute(() -> {
            if (opened) {
                viewer.timed(watching.joined(room, viewer.id(), atMs));
            } else if (viewer.isTimed()) {
                watching.left(room, viewer.id(), atMs);
            }
        });
    }

    /** Notes for how long everybody has watched up to now; the last thing before the engine's end. */
    void stop() {
        watching.noteAll(rooms.nowMs());
    }

    /**
     * One tick of every room that has something to say, if the {@linkplain TickPace pace} allows; to be called every
     * {@link RoomOptions#tickMs()}.
     */
    public void tick() {
        if (!pace.isDue(slowestRoundNs())) {
            counters.increment(RoomCounter.ROUNDS_DEFERRED);
            return;
        }
        final long nowMs = rooms.nowMs();
        board.advance(nowMs);
        final TickRound round = new TickRound(++rounds, nowMs);
        for (final RoomFlow flow : flows.values()) {
            noteRain(flow, nowMs);
            watching.room(flow.view().id(), flow.view().state() == RoomState.LIVE, nowMs);
            final boolean changed = flow.view().changed() || flow.hasTalk() || flow.rainChanged();
            tick(flow, round);
            refreshSnapshot(flow, changed, nowMs);
            offerLikes(flow.live());
        }
        board.drainChanges(room -> {});
        chooseFrontRoom(nowMs);
        news.retry();
        watching.sweep(nowMs);
        for (final RoomRegistry registry : rooms.registries()) {
            registry.post(round);
        }
        round.release();
    }

    private long slowestRoundNs() {
        long slowestNs = 0;
        for (final RoomRegistry registry : rooms.registries()) {
            slowestNs = Math.max(slowestNs, registry.roundNs());
        }
        return slowestNs;
    }

    /** Gives a registry a picture of a room, behind every tick before and ahead of every tick after. Any thread. */
    void pictureFor(final long room, final RoomRegistry registry) {
        eventLoop.execute(() -> {
            final ByteBuf picture = picture(flows.get(room)).retain();
            registry.post(() -> registry.onPicture(room, picture));
        });
    }

    private void tick(final RoomFlow flow, final TickRound round) {
        final long nowMs = round.nowMs();
        flow.forgetPicture();
        if (flow.live().viewers() == 0) {
            counters.add(RoomCounter.COMMENTS_UNWATCHED, flow.comments().size() + flow.commentsShed());
            flow.ticked(nowMs);
        } else if (flow.view().factsChanged()) {
            // The picture tells of everything but the talk, which waits for the next tick.
            round.add(flow.view().id(), picture(flow).retain());
        } else if (isDue(flow, nowMs)) {
            counters.increment(RoomCounter.TICKS_ENCODED);
            counters.add(RoomCounter.COMMENTS_SHOWN, flow.comments().size());
            counters.add(RoomCounter.COMMENTS_SHED, flow.commentsShed());
            round.add(flow.view().id(), writer.tick(flow, board.sequence(), nowMs));
            flow.ticked(nowMs);
        }
    }

    private void refreshSnapshot(final RoomFlow flow, final boolean changed, final long nowMs) {
        final boolean asked = flow.live().takeSnapshotAsked();
        if (changed || asked || nowMs - flow.snapshotMs() >= SNAPSHOT_MS) {
            flow.snapshot(writer.snapshot(flow, board.sequence(), nowMs), nowMs);
        }
    }

    private void noteRain(final RoomFlow flow, final long nowMs) {
        flow.rain(RoomFlow.Rain.of(board.campaigns().rainIn(flow.view().id(), nowMs)));
    }

    private boolean isDue(final RoomFlow flow, final long nowMs) {
        return flow.view().changed()
                || flow.rainChanged()
                || flow.hasTalk()
                || nowMs - flow.lastTickMs() >= options.heartbeatMs()
                || (flow.viewersChanged() && nowMs - flow.viewersToldMs() >= VIEWERS_MS);
    }

    private ByteBuf picture(final RoomFlow flow) {
        if (flow.picture() == null) {
            counters.increment(RoomCounter.PICTURES_ENCODED);
            noteRain(flow, rooms.nowMs());
            flow.picture(writer.picture(flow, board.sequence(), rooms.nowMs()));
        }
        return flow.picture();
    }

    private void offerLikes(final LiveRoom room) {
        final int count = room.takeLikes(ProtocolLimits.MAX_LIKES);
        if (count == 0) {
            return;
        }
        if (client.send(addLikes.of(room.id(), count)) < 0) {
            room.addLikes(count);
        } else {
            counters.increment(RoomCounter.LIKES_COMMANDS);
        }
    }

    private void shareWhatIsNew() {
        if (flows.size() != board.roomCount()) {
            board.forEachRoom(this::flow);
            chooseFrontRoom(rooms.nowMs());
        }
        if (offersShared != board.offerCount()) {
            flows.values().forEach(RoomFlow::shareOffers);
            offersShared = board.offerCount();
        }
    }

    private void chooseFrontRoom(final long nowMs) {
        final FrontRoom front = new FrontRoom(nowMs);
        for (final RoomFlow flow : flows.values()) {
            front.consider(flow.view());
        }
        rooms.frontRoom(front.id());
    }

    private RoomFlow flow(final RoomView room) {
        RoomFlow flow = flows.get(room.id());
        if (flow == null) {
            flow = new RoomFlow(room, rooms.addRoom(room.id()), options);
            flows.put(room.id(), flow);
            refreshSnapshot(flow, true, rooms.nowMs());
        }
        return flow;
    }
}
