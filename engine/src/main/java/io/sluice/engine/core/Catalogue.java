package io.sluice.engine.core;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Rooms, items and offers, and the operators' commands on them. Lists keep the order of creation, so that a saved state is
 * the same bytes wherever it was reached.
 */
public final class Catalogue {
    private final Long2ObjectHashMap<Room> rooms = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<Item> items = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<Offer> offers = new Long2ObjectHashMap<>();
    private final List<Room> roomList = new ArrayList<>();
    private final List<Item> itemList = new ArrayList<>();
    private final List<Offer> offerList = new ArrayList<>();
    private final Brand brand;
    private final Allotments allotments;
    private CoreLimits limits;

    Catalogue(final CoreLimits limits, final Brand brand) {
        this.limits = limits;
        this.brand = brand;
        allotments = new Allotments(this, brand);
    }

    /** What is set aside of items' stock, with the commands on it. */
    public Allotments allotments() {
        return allotments;
    }

    /** Takes rooms, items and offers up to these limits from now on; what there is beyond them stays. */
    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** The room of an id, null when there is none. */
    public Room room(final long id) {
        return rooms.get(id);
    }

    /** The item of an id, null when there is none. */
    public Item item(final long id) {
        return items.get(id);
    }

    /** The offer of an id, null when there is none. */
    public Offer offer(final long id) {
        return offers.get(id);
    }

    /** Visits all rooms, oldest first. */
    public void forEachRoom(final Consumer<Room> visitor) {
        roomList.forEach(visitor);
    }

    /** Visits all items, oldest first. */
    public void forEachItem(final Consumer<Item> visitor) {
        itemList.forEach(visitor);
    }

    /** Visits all offers, oldest first. */
    public void forEachOffer(final Consumer<Offer> visitor) {
        offerList.forEach(visitor);
    }

    void putRoom(
            final long id, final long startsAtMs, final byte[] title, final byte[] streamUrl, final Decision decision) {
        final Room known = rooms.get(id);
        if (!isId(id) || !isTitle(title) || streamUrl.length > ProtocolLimits.MAX_URL_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && roomList.size() >= limits.maxRooms()) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            (known == null ? addRoom(new Room(id)) : known).describe(title, streamUrl, startsAtMs);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    void changeRoomState(final long id, final RoomState next, final Decision decision) {
        final Room room = rooms.get(id);
        if (next == null) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (!room.state().canBecome(next)) {
            decision.refuse(Outcome.ROOM_STATE_FIXED, room.state().code());
        } else {
            room.transition(next);
            allotments.onRoom(room);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    void putItem(final long id, final byte[] title, final byte[] image, final Decision decision) {
        final Item known = items.get(id);
        if (!isId(id) || !isTitle(title) || image.length > ProtocolLimits.MAX_URL_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && itemList.size() >= limits.maxItems()) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final Item item = known == null ? addItem(new Item(id)) : known;
            item.describe(title, image);
            decision.accept(Outcome.ACCEPTED).showStock(item.shared());
        }
    }

    void putOffer(
            final long roomId, final long id, final long itemId, final OfferTerms terms, final Decision decision) {
        final Room room = rooms.get(roomId);
        final Item item = items.get(itemId);
        final Offer known = offers.get(id);
        if (!isId(id) || !terms.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (item == null) {
            decision.refuse(Outcome.ITEM_UNKNOWN);
        } else if (known != null && known.room() != room) {
            decision.refuse(Outcome.OFFER_IN_OTHER_ROOM, known.room().id());
        } else if (known != null && known.item() != item) {
            decision.refuse(Outcome.OFFER_ITEM_FIXED, known.item().id());
        } else if (known == null && offerList.size() >= limits.maxOffers()) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            final Offer offer = known == null ? addOffer(new Offer(id, room, item)) : known;
            offer.terms().copyFrom(terms);
            allotments.onOffer(offer);
            decision.accept(Outcome.ACCEPTED).showStock(offer.stock());
        }
    }

    void openOffer(final long roomId, final long id, final Decision decision) {
        final Offer offer = offerIn(roomId, id, decision);
        if (offer != null) {
            offer.terms().openAt(decision.timeMs());
            decision.accept(Outcome.ACCEPTED).showStock(offer.stock());
        }
    }

    void closeOffer(final long roomId, final long id, final Decision decision) {
        final Offer offer = offerIn(roomId, id, decision);
        if (offer != null) {
            offer.terms().closeAt(decision.timeMs());
            decision.accept(Outcome.ACCEPTED).showStock(offer.stock());
        }
    }

    void pinOffer(final long roomId, final long id, final Decision decision) {
        final Room room = rooms.get(roomId);
        if (id == 0 && room != null) {
            room.pin(0);
            decision.accept(Outcome.ACCEPTED);
            return;
        }
        final Offer offer = offerIn(roomId, id, decision);
        if (offer != null) {
            room.pin(id);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    void save(final StateOutput output) {
        output.putInt(roomList.size());
        roomList.forEach(room -> room.save(output));
        output.putInt(itemList.size());
        itemList.forEach(item -> item.save(output));
        output.putInt(offerList.size());
        offerList.forEach(offer -> offer.save(output));
    }

    void load(final StateInput input) {
        for (int i = input.getInt(); i > 0; i--) {
            addRoom(Room.load(input));
        }
        for (int i = input.getInt(); i > 0; i--) {
            addItem(Item.load(input));
        }
        for (int i = input.getInt(); i > 0; i--) {
            addOffer(Offer.load(input, this));
        }
    }

    /** Whose rooms they are stands behind the rest of the state: the brand's stores and guides have to be there first. */
    void saveHosts(final StateOutput output) {
        final List<Room> hosted =
                roomList.stream().filter(room -> room.hostedAt() != 0).toList();
        output.putInt(hosted.size());
        for (final Room room : hosted) {
            output.putLong(room.id());
            output.putInt(room.hostStore() == null ? 0 : room.hostStore().place());
            output.putInt(room.hostGuide() == null ? 0 : room.hostGuide().place());
            output.putLong(room.hostedAt());
        }
    }

    void loadHosts(final StateInput input, final Brand brand) {
        for (int i = Brand.count(input, roomList.size()); i > 0; i--) {
            final long id = input.getLong();
            final Room room = rooms.get(id);
            if (room == null) {
                throw new IllegalStateException("the host of room=" + id + ", which there is not");
            }
            room.host(brand.storeAt(input.getInt()), brand.guideAt(input.getInt()), input.getLong());
        }
    }

    boolean hasHosts() {
        return roomList.stream().anyMatch(room -> room.hostedAt() != 0);
    }

    void classifyItem(final long id, final long category, final ItemKind kind, final Decision decision) {
        final Item item = items.get(id);
        if (!Brand.isIdOrNone(category) || kind == null) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (item == null) {
            decision.refuse(Outcome.ITEM_UNKNOWN);
        } else {
            item.classify(category, kind);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    boolean hasClasses() {
        return itemList.stream().anyMatch(item -> item.category() != 0 || item.kind() != ItemKind.GOODS);
    }

    boolean hasTips() {
        return itemList.stream().anyMatch(item -> item.kind() == ItemKind.TIP);
    }

    boolean isTip(final long item) {
        return items.get(item).kind() == ItemKind.TIP;
    }

    void saveClasses(final StateOutput output) {
        itemList.forEach(item -> {
            output.putLong(item.category());
            output.putInt(item.kind().code());
        });
    }

    void loadClasses(final StateInput input) {
        for (final Item item : itemList) {
            final long category = input.getLong();
            final ItemKind kind = ItemKind.ofCode(input.getInt());
            if (kind == null) {
                throw new IllegalStateException("item=" + item.id() + " is of no kind there is");
            }
            item.classify(category, kind);
        }
    }

    /** Says whose room it is, and with that which allotments it sells from. */
    void hostRoom(final long id, final long store, final long guide, final Decision decision) {
        final Room room = rooms.get(id);
        brand.hostRoom(room, store, guide, decision);
        if (decision.outcome() == Outcome.ACCEPTED) {
            allotments.onRoom(room);
        }
    }

    boolean hasTurns() {
        return offerList.stream().anyMatch(offer -> offer.terms().turnSeconds() > 0);
    }

    void saveTurns(final StateOutput output) {
        offerList.forEach(offer -> output.putInt(offer.terms().turnSeconds()));
    }

    void loadTurns(final StateInput input) {
        offerList.forEach(offer -> offer.terms().turns(input.getInt()));
    }

    /** The offer, or null after the decision was refused because the room has none such. */
    private Offer offerIn(final long roomId, final long id, final Decision decision) {
        final Room room = rooms.get(roomId);
        final Offer offer = offers.get(id);
        if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
            return null;
        }
        if (offer == null || offer.room() != room) {
            decision.refuse(Outcome.OFFER_UNKNOWN);
            return null;
        }
        return offer;
    }

    private Room addRoom(final Room room) {
        rooms.put(room.id(), room);
        roomList.add(room);
        return room;
    }

    private Item addItem(final Item item) {
        items.put(item.id(), item);
        itemList.add(item);
        return item;
    }

    private Offer addOffer(final Offer offer) {
        offers.put(offer.id(), offer);
        offerList.add(offer);
        offer.item().add(offer);
        offer.room().add(offer);
        return offer;
    }

    private static boolean isId(final long id) {
        return id > 0 && id <= ProtocolLimits.MAX_ID;
    }

    private static boolean isTitle(final byte[] title) {
        return title.length > 0 && title.length <= ProtocolLimits.MAX_TITLE_BYTES;
    }
}
