package io.sluice.engine.view;

import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Which stock each offer of a {@link RoomBoard} sells from, found as the core finds it: the allotment of its room, or of the
 * room's replay once that has ended, else of the store that hosts the room, else what all share. On the board's thread.
 */
final class StockBoard {
    /** Home stores of guides: a room that names its guide only is hosted by that store. */
    private final Long2LongHashMap homes = new Long2LongHashMap(0);
    /** Items of which something was ever set aside for a room, by the room. */
    private final Long2ObjectHashMap<List<ItemView>> itemsByRoom = new Long2ObjectHashMap<>();

    void loadHome(final long guide, final long store) {
        homes.put(guide, store);
    }

    void host(final RoomView room, final long store, final long guide) {
        room.hostStore(store == 0 ? homes.get(guide) : store);
        drawAnew(room);
    }

    void load(final ItemView item, final StockKind kind, final long of, final long available) {
        final StockView known = item.stock(kind, of);
        if (known == null) {
            add(item, kind, of).available(available);
            drawAnew(item);
        } else {
            known.available(available);
        }
    }

    void move(
            final ItemView item,
            final StockKind fromKind,
            final long from,
            final StockKind toKind,
            final long to,
            final long units) {
        final StockView source = item.stock(fromKind, from);
        source.available(source.available() - units);
        final StockView known = item.stock(toKind, to);
        final StockView target = known == null ? add(item, toKind, to) : known;
        target.open(true);
        target.available(target.available() + units);
        drawAnew(item);
    }

    void close(final ItemView item, final StockKind kind, final long of) {
        final StockView allotment = item.stock(kind, of);
        final StockView shared = item.stock(StockKind.SHARED, 0);
        allotment.open(false);
        shared.available(shared.available() + allotment.available());
        allotment.available(0);
        drawAnew(item);
    }

    /** The room has another state: when it has ended, its allotments go back. */
    void onState(final RoomView room) {
        if (room.state() == RoomState.ENDED) {
            for (final ItemView item : itemsByRoom.getOrDefault(room.id(), List.of())) {
                if (item.stock(StockKind.ROOM, room.id()).isOpen()) {
                    close(item, StockKind.ROOM, room.id());
                }
            }
        }
        drawAnew(room);
    }

    void drawAnew(final OfferView offer) {
        offer.drawFrom(stockFor(offer.room(), offer.item()));
    }

    private StockView add(final ItemView item, final StockKind kind, final long of) {
        if (kind == StockKind.ROOM) {
            itemsByRoom.computeIfAbsent(of, room -> new ArrayList<>(1)).add(item);
        }
        return item.add(new StockView(kind, of));
    }

    private void drawAnew(final RoomView room) {
        room.offers().forEach(this::drawAnew);
    }

    private void drawAnew(final ItemView item) {
        item.offers().forEach(this::drawAnew);
    }

    private static StockView stockFor(final RoomView room, final ItemView item) {
        final StockKind own = room.state() == RoomState.ENDED ? StockKind.REPLAY : StockKind.ROOM;
        final StockView ofRoom = item.stock(own, room.id());
        if (ofRoom != null && ofRoom.isOpen()) {
            return ofRoom;
        }
        final StockView ofStore = item.stock(StockKind.STORE, room.hostStore());
        return ofStore != null && ofStore.isOpen() ? ofStore : item.stock(StockKind.SHARED, 0);
    }
}
