package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is set aside of items' stock, and which stock each offer sells from: the allotment of its room, or of the room's
 * replay once that has ended, else the allotment of the store that hosts the room, else the shared stock. It is one at any
 * time and that alone: an allotment is what a room may sell as well as what nobody else may.
 */
public final class Allotments {
    private final Catalogue catalogue;
    private final Brand brand;
    private final List<Stock> allotments = new ArrayList<>();

    Allotments(final Catalogue catalogue, final Brand brand) {
        this.catalogue = catalogue;
        this.brand = brand;
    }

    /** Visits all allotments that are open, oldest first. */
    public void forEach(final Consumer<Stock> visitor) {
        for (final Stock allotment : allotments) {
            if (allotment.isOpen()) {
                visitor.accept(allotment);
            }
        }
    }

    /** Moves units that are on sale from one stock of an item to another, which is opened by that; a kind is null if unknown. */
    public void move(
            final long itemId,
            final StockKind fromKind,
            final long from,
            final StockKind toKind,
            final long to,
            final long units,
            final Decision decision) {
        final Item item = catalogue.item(itemId);
        final boolean isSame = fromKind == toKind && from == to;
        if (!isStock(fromKind, from) || !isStock(toKind, to) || isSame || !isAmount(units)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (item == null) {
            decision.refuse(Outcome.ITEM_UNKNOWN);
        } else if (!isUnknown(fromKind, from, decision) && !isUnknown(toKind, to, decision)) {
            if (toKind == StockKind.ROOM && catalogue.room(to).state() == RoomState.ENDED) {
                decision.refuse(Outcome.ROOM_ENDED);
            } else {
                move(openStock(item, fromKind, from), item, toKind, to, units, decision);
            }
        }
    }

    /** Sends what is left of an allotment back to the shared stock; {@code kind} is null if unknown. */
    public void close(final long itemId, final StockKind kind, final long of, final Decision decision) {
        final Item item = catalogue.item(itemId);
        if (!isStock(kind, of) || kind == StockKind.SHARED) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (item == null) {
            decision.refuse(Outcome.ITEM_UNKNOWN);
        } else {
            final Stock allotment = openStock(item, kind, of);
            if (allotment == null) {
                decision.refuse(Outcome.ALLOTMENT_UNKNOWN);
            } else {
                decision.accept(Outcome.ACCEPTED).detail(allotment.close()).showStock(item.shared());
                item.offers().forEach(this::onOffer);
            }
        }
    }

    /** The stock of a number that an order of the item has kept. */
    Stock stock(final int number, final Item item) {
        return number == Stock.SHARED ? item.shared() : allotments.get(number - 1);
    }

    /** Whether it is the number of a stock of the item. */
    boolean isStockOf(final int number, final Item item) {
        final boolean isAllotment = number > Stock.SHARED && number <= allotments.size();
        return number == Stock.SHARED || (isAllotment && stock(number, item).item() == item);
    }

    /** Another state of a room, or host: what it sells from, and when it has ended, its allotments go back. */
    void onRoom(final Room room) {
        if (room.state() == RoomState.ENDED) {
            room.allotments().stream().filter(Stock::isOpen).forEach(Stock::close);
        }
        room.offers().forEach(this::onOffer);
    }

    /** Finds out which stock an offer sells from now. */
    void onOffer(final Offer offer) {
        offer.drawFrom(stockFor(offer.room(), offer.item()));
    }

    boolean isEmpty() {
        return allotments.isEmpty();
    }

    void save(final StateOutput output) {
        output.putInt(allotments.size());
        for (final Stock allotment : allotments) {
            output.putLong(allotment.item().id());
            output.putInt(allotment.kind().code());
            output.putLong(allotment.of());
            output.putInt(allotment.isOpen() ? 1 : 0);
            allotment.save(output);
        }
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, ProtocolLimits.MAX_ALLOTMENTS); i > 0; i--) {
            final long id = input.getLong();
            final Item item = catalogue.item(id);
            final StockKind kind = StockKind.ofCode(input.getInt());
            if (item == null || kind == null || kind == StockKind.SHARED) {
                throw new IllegalStateException("an allotment of item=" + id + ", which there is not, or of no kind");
            }
            final long of = input.getLong();
            if (kind == StockKind.ROOM && catalogue.room(of) == null) {
                throw new IllegalStateException("an allotment of room=" + of + ", which there is not");
            }
            final Stock allotment = add(item, kind, of);
            final boolean isOpen = input.getInt() == 1;
            allotment.load(input);
            if (!isOpen) {
                allotment.close();
            }
        }
    }

    /** Finds out which stock each loaded offer sells from. */
    void index() {
        catalogue.forEachOffer(this::onOffer);
    }

    private void move(
            final Stock from,
            final Item item,
            final StockKind toKind,
            final long to,
            final long units,
            final Decision decision) {
        final Stock known = toKind == StockKind.SHARED ? item.shared() : item.allotment(toKind, to);
        if (from == null) {
            decision.refuse(Outcome.ALLOTMENT_UNKNOWN);
        } else if (known == null && allotments.size() >= ProtocolLimits.MAX_ALLOTMENTS) {
            decision.refuse(Outcome.CAPACITY);
        } else if (from.available() < units) {
            decision.refuse(Outcome.STOCK_TOO_LOW, from.available()).showStock(from);
        } else {
            final Stock target = known == null ? add(item, toKind, to) : known;
            final boolean isNew = known == null || !target.isOpen();
            target.open();
            from.moveTo(target, units);
            decision.accept(Outcome.ACCEPTED).showStock(target);
            if (isNew) {
                item.offers().forEach(this::onOffer);
            }
        }
    }

    private Stock add(final Item item, final StockKind kind, final long of) {
        final Stock allotment = new Stock(item, kind, of, allotments.size() + 1);
        allotments.add(allotment);
        item.add(allotment);
        if (kind == StockKind.ROOM) {
            catalogue.room(of).add(allotment);
        }
        return allotment;
    }

    private static Stock stockFor(final Room room, final Item item) {
        final StockKind own = room.state() == RoomState.ENDED ? StockKind.REPLAY : StockKind.ROOM;
        final Stock ofRoom = openStock(item, own, room.id());
        if (ofRoom != null || room.hostStore() == null) {
            return ofRoom == null ? item.shared() : ofRoom;
        }
        final Stock ofStore = openStock(item, StockKind.STORE, room.hostStore().id());
        return ofStore == null ? item.shared() : ofStore;
    }

    private static Stock openStock(final Item item, final StockKind kind, final long of) {
        final Stock stock = kind == StockKind.SHARED ? item.shared() : item.allotment(kind, of);
        return stock == null || !stock.isOpen() ? null : stock;
    }

    private boolean isUnknown(final StockKind kind, final long of, final Decision decision) {
        if (kind == StockKind.STORE && brand.store(of) == null) {
            decision.refuse(Outcome.STORE_UNKNOWN, of);
            return true;
        }
        final boolean isOfRoom = kind == StockKind.ROOM || kind == StockKind.REPLAY;
        if (isOfRoom && catalogue.room(of) == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
            return true;
        }
        return false;
    }

    private static boolean isStock(final StockKind kind, final long of) {
        return kind != null && (kind == StockKind.SHARED ? of == 0 : Brand.isId(of));
    }

    private static boolean isAmount(final long units) {
        return units > 0 && units <= ProtocolLimits.MAX_STOCK;
    }
}
