package io.sluice.engine.view;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What the live rooms show: rooms, items, offers, the units left and who tipped most, as of one record. It begins empty or
 * is loaded from the state of a snapshot, and from there on is moved by records only. It gathers which rooms changed in what
 * until {@link #drainChanges} hands them out, so that however much happens, what is kept is bounded by what the brand has.
 *
 * <p>One thread at a time. It grows with the brand's rooms, items and offers, which the core bounds, and with the viewers who
 * tipped, of whom there are no more than orders.
 */
public final class RoomBoard {
    private final Long2ObjectHashMap<RoomView> rooms = new Long2ObjectHashMap<>();
    /** The rooms that somebody has booked, all of them scheduled, so that nobody has to look for them among all. */
    private final Long2ObjectHashMap<RoomView> bookedRooms = new Long2ObjectHashMap<>();

    private final Long2ObjectHashMap<ItemView> items = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<OfferView> offers = new Long2ObjectHashMap<>();
    private final List<RoomView> changedRooms = new ArrayList<>();
    private final CampaignBoard campaigns = new CampaignBoard();
    private final StockBoard stocks = new StockBoard();
    private final RoomRecordApplier applier = new RoomRecordApplier(this);
    private RoomListener listener = RoomListener.NONE;
    private long sequence;
    private long timeMs;
    private long advancedMs;
    private long nextChangeMs = Long.MAX_VALUE;

    /** Who hears of comments and orders from now on; one at a time. */
    public void listener(final RoomListener roomListener) {
        listener = roomListener;
    }

    /** Number of the last record applied, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Core time of the last record applied, epoch ms. */
    public long timeMs() {
        return timeMs;
    }

    /**
     * Moves the board by the next record; one that it holds already is passed over.
     *
     * @throws IllegalStateException when a record was left out: the board would lie from then on.
     */
    public void apply(final RecordFlyweight record) {
        final long next = record.sequence();
        if (next <= sequence) {
            return;
        }
        if (next != sequence + 1) {
            throw new IllegalStateException("board at sequence=" + sequence + " was given sequence=" + next);
        }
        campaigns.apply(record);
        applier.apply(record, listener);
        sequence = next;
        timeMs = record.timeMs();
    }

    /** Lets sales and price windows begin and end up to a moment of core time, epoch ms; a moment gone by changes nothing. */
    public void advance(final long nowMs) {
        if (nowMs < nextChangeMs) {
            advancedMs = Math.max(advancedMs, nowMs);
            return;
        }
        long next = Long.MAX_VALUE;
        for (final OfferView offer : offers.values()) {
            final OfferTerms terms = offer.terms();
            if (terms.nextChangeMs(advancedMs) <= nowMs) {
                offer.markTerms();
            }
            next = Math.min(next, terms.nextChangeMs(nowMs));
        }
        advancedMs = nowMs;
        nextChangeMs = next;
    }

    /** Hands out every room that changed since the last call, each once, and forgets its changes behind the call. */
    public void drainChanges(final Consumer<RoomView> consumer) {
        for (int i = 0; i < changedRooms.size(); i++) {
            final RoomView room = changedRooms.get(i);
            consumer.accept(room);
            room.clearChanges();
        }
        changedRooms.clear();
    }

    /** The coupon campaigns as of the same record: what rains in a room. */
    public CampaignBoard campaigns() {
        return campaigns;
    }

    /** A room, null when there is none. */
    public RoomView room(final long id) {
        return rooms.get(id);
    }

    /** An item, null when there is none. */
    public ItemView item(final long id) {
        return items.get(id);
    }

    /** An offer of any room, null when there is none. */
    public OfferView offer(final long id) {
        return offers.get(id);
    }

    /** How many rooms there are. */
    public int roomCount() {
        return rooms.size();
    }

    /** How many offers there are, in all rooms. */
    public int offerCount() {
        return offers.size();
    }

    /** Hands out every room, in no order. */
    public void forEachRoom(final Consumer<RoomView> consumer) {
        rooms.values().forEach(consumer);
    }

    /** States at which record a loaded board is true; called once, behind the last load. */
    public void loadedAt(final long lastSequence, final long lastTimeMs) {
        sequence = lastSequence;
        timeMs = lastTimeMs;
        advance(lastTimeMs);
        drainChanges(room -> {});
    }

    /** Creates a room or overwrites its texts and start, epoch ms. */
    public RoomView loadRoom(final long id, final String title, final String streamUrl, final long startsAtMs) {
        RoomView room = rooms.get(id);
        if (room == null) {
            room = new RoomView(id, this);
            rooms.put(id, room);
        }
        room.facts(title, streamUrl, startsAtMs);
        return room;
    }

    /** Overwrites what becomes of a room while it lives: state, pinned offer (0 for none) and likes. */
    public void loadRoomState(final long id, final RoomState state, final long pinnedOffer, final long likes) {
        final RoomView room = rooms.get(id);
        room.state(state);
        stocks.onState(room);
        room.pin(pinnedOffer);
        room.likes(likes);
    }

    /** Overwrites how long a viewer has to wait from one comment in a room to the next, 0 for no wait. */
    public void loadSlow(final long room, final int seconds) {
        rooms.get(room).slow(seconds);
    }

    /** Takes a comment, known by its record, from the screens of a room. */
    public void loadHidden(final long room, final long comment) {
        rooms.get(room).hide(comment);
    }

    /** Creates an item or overwrites its texts. */
    public ItemView loadItem(final long id, final String title, final String image) {
        ItemView item = items.get(id);
        if (item == null) {
            item = new ItemView(id);
            items.put(id, item);
        }
        item.texts(title, image);
        return item;
    }

    /** Overwrites what an item is. */
    public void loadItemKind(final long item, final ItemKind kind) {
        items.get(item).kind(kind);
    }

    /** Adds what a viewer tipped in a room, fen; less than 0 for what was refunded. */
    public void loadTip(final long room, final long viewer, final long fen) {
        rooms.get(room).tip(viewer, fen);
    }

    /** Adds who has booked the show of a room. */
    public void loadBooking(final long viewer, final long room) {
        book(viewer, room, true);
    }

    /** A viewer has booked the show of a room, or has taken that back. */
    void book(final long viewer, final long room, final boolean isBooked) {
        final RoomView view = rooms.get(room);
        view.book(viewer, isBooked);
        if (view.booked() == 0) {
            bookedRooms.remove(room);
        } else {
            bookedRooms.put(room, view);
        }
    }

    /** The show of a room has begun: nobody has it booked any more. */
    void forgetBookers(final RoomView room) {
        room.forgetBookers();
        bookedRooms.remove(room.id());
    }

    /** Visits every room whose show somebody has booked, in no order: each has still to begin. */
    public void forEachBooked(final Consumer<RoomView> visitor) {
        bookedRooms.values().forEach(visitor);
    }

    /** Overwrites the units of a part of an item's stock that are left to sell; {@code of} is 0 for what all share. */
    public void loadStock(final long item, final StockKind kind, final long of, final long available) {
        stocks.load(items.get(item), kind, of, available);
    }

    /** Overwrites who hosts a room; {@code store} is 0 for the home store of the guide, or for none. */
    public void loadHost(final long room, final long store, final long guide) {
        stocks.host(rooms.get(room), store, guide);
    }

    /** Overwrites the home store of a guide. */
    public void loadGuideHome(final long guide, final long store) {
        stocks.loadHome(guide, store);
    }

    /** Overwrites how many wait for an offer. */
    public void loadWaiting(final long offer, final int waiting) {
        offers.get(offer).waiting(waiting);
    }

    StockBoard stocks() {
        return stocks;
    }

    /** Creates an offer of a known item in a known room, or overwrites its terms. */
    public OfferView loadOffer(final long id, final long room, final long item, final OfferTerms terms) {
        OfferView offer = offers.get(id);
        if (offer == null) {
            offer = new OfferView(id, rooms.get(room), items.get(item), terms);
            offers.put(id, offer);
            stocks.drawAnew(offer);
            offer.item().add(offer);
            offer.room().add(offer);
        } else {
            changeTerms(offer, terms);
        }
        expectChange(terms);
        return offer;
    }

    /** Makes a known offer a pack of the vouchers of a known campaign. */
    public void loadPack(final PackView pack) {
        campaigns.packs().load(pack);
        showPack(pack.offer());
    }

    /** Shows what the campaigns' board says of an offer's pack. */
    void showPack(final long offer) {
        final PackView pack = campaigns.packs().pack(offer);
        offers.get(offer).pack(pack, campaigns.campaign(pack.campaign()).title());
    }

    /** Shows the title of a campaign with the packs whose vouchers are its coupons. */
    void showPacksOf(final long campaign) {
        campaigns.packs().packsOf(campaign).forEach(pack -> showPack(pack.offer()));
    }

    void changeTerms(final OfferView offer, final OfferTerms terms) {
        offer.terms(terms);
        expectChange(terms);
    }

    private void expectChange(final OfferTerms terms) {
        nextChangeMs = Math.min(nextChangeMs, terms.nextChangeMs(advancedMs));
    }

    void roomChanged(final RoomView room) {
        changedRooms.add(room);
    }
}
