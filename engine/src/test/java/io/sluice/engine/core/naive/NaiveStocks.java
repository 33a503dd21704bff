package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What is set aside of items' units. Nothing is kept but what was moved where: what an offer sells from is looked up when it
 * is asked for, and what is held and sold is added up over all orders and turns. What is left of a closed allotment is the
 * shared stock's, without a move.
 */
final class NaiveStocks {
    private final NaiveCatalogue catalogue;
    private final NaiveBrand brand;
    private final NaiveBook book;
    private final List<NaiveStock> allotments = new ArrayList<>();
    private long sequence;

    NaiveStocks(final NaiveCatalogue catalogue, final NaiveBrand brand, final NaiveBook book) {
        this.catalogue = catalogue;
        this.brand = brand;
        this.book = book;
    }

    void begin(final long newSequence) {
        sequence = newSequence;
    }

    /** All allotments that are open, oldest first. */
    List<NaiveStock> open() {
        return allotments.stream().filter(allotment -> allotment.open).toList();
    }

    /** The part of its item's units that an offer sells from. */
    NaiveStock soldBy(final NaiveOffer offer) {
        final long room = offer.room.id;
        final boolean ended = offer.room.state == RoomState.ENDED;
        final NaiveBrand.Host host = brand.hosts.get(room);
        final NaiveStock ofRoom = openOne(offer.item, ended ? StockKind.REPLAY : StockKind.ROOM, room);
        final NaiveStock ofStore = host == null ? null : openOne(offer.item, StockKind.STORE, host.store());
        if (ofRoom != null) {
            return ofRoom;
        }
        return ofStore != null ? ofStore : offer.item.shared;
    }

    /** Units on sale, and kept for those who wait if there are any. */
    long available(final NaiveStock stock) {
        if (!stock.open) {
            return 0;
        }
        long left = leftOf(stock);
        for (final NaiveStock other : allotments) {
            left += stock == other.item.shared && !other.open ? leftOf(other) : 0;
        }
        return left;
    }

    /** Units on sale to whoever comes. */
    long availableToAll(final NaiveStock stock) {
        final boolean isWaitedFor =
                book.places.stream().anyMatch(place -> !place.isCalled() && soldBy(place.offer) == stock);
        return isWaitedFor ? 0 : available(stock);
    }

    Verdict.Stock shown(final NaiveStock stock) {
        final long available = available(stock);
        final Taken taken = takenFrom(stock);
        return new Verdict.Stock(
                stock.item.id,
                stock.kind,
                stock.of,
                available + taken.all(),
                available,
                taken.held(),
                taken.sold(),
                taken.lost());
    }

    /** The stocks of lines as they stand, each once, in the order in which they come first. */
    List<Verdict.Stock> ofLines(final List<NaiveOrder.NaiveLine> lines) {
        return lines.stream()
                .map(line -> line.from.home())
                .distinct()
                .map(this::shown)
                .toList();
    }

    /** Every item's shared stock, then all allotments that are open. */
    List<Verdict.Stock> shownParts() {
        final List<Verdict.Stock> parts = new ArrayList<>();
        catalogue.items.values().forEach(item -> parts.add(shown(item.shared)));
        open().forEach(allotment -> parts.add(shown(allotment)));
        return parts;
    }

    /** Every item's units, all of its parts together; as stocked stands what operators put in. */
    List<Verdict.Stock> shownItems() {
        return catalogue.items.values().stream().map(this::shownWhole).toList();
    }

    private Verdict.Stock shownWhole(final NaiveItem item) {
        final Taken ofShared = takenFrom(item.shared);
        long available = available(item.shared);
        long held = ofShared.held();
        long sold = ofShared.sold();
        long lost = ofShared.lost();
        for (final NaiveStock part : allotments) {
            if (part.item == item) {
                final Taken taken = takenFrom(part);
                available += part.open ? part.given - taken.all() : 0;
                held += taken.held();
                sold += taken.sold();
                lost += taken.lost();
            }
        }
        return new Verdict.Stock(item.id, null, 0, item.stocked, available, held, sold, lost);
    }

    /** A room has ended: what is left of its allotments is no longer its own. */
    void end(final long room) {
        for (final NaiveStock allotment : allotments) {
            if (allotment.kind == StockKind.ROOM && allotment.of == room) {
                allotment.open = false;
            }
        }
    }

    Verdict move(final StockCommand.MoveStock command) {
        final NaiveItem item = catalogue.items.get(command.item());
        final boolean isGood = isPart(command.from())
                && isPart(command.to())
                && !command.from().equals(command.to())
                && command.units() >= 1
                && command.units() <= ProtocolLimits.MAX_STOCK;
        if (!isGood) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (item == null) {
            return verdict(Outcome.ITEM_UNKNOWN);
        }
        for (final StockCommand.Part part : List.of(command.from(), command.to())) {
            if (part.kind() == StockKind.STORE && !brand.stores.containsKey(part.of())) {
                return verdict(Outcome.STORE_UNKNOWN).detail(part.of());
            }
            final boolean isOfRoom = part.kind() == StockKind.ROOM || part.kind() == StockKind.REPLAY;
            if (isOfRoom && !catalogue.rooms.containsKey(part.of())) {
                return verdict(Outcome.ROOM_UNKNOWN);
            }
        }
        final StockCommand.Part to = command.to();
        if (to.kind() == StockKind.ROOM && catalogue.rooms.get(to.of()).state == RoomState.ENDED) {
            return verdict(Outcome.ROOM_ENDED);
        }
        return move(openOne(item, command.from().kind(), command.from().of()), item, to, command.units());
    }

    Verdict close(final StockCommand.CloseAllotment command) {
        final NaiveItem item = catalogue.items.get(command.item());
        final StockCommand.Part part = command.part();
        if (!isPart(part) || part.kind() == StockKind.SHARED) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        if (item == null) {
            return verdict(Outcome.ITEM_UNKNOWN);
        }
        final NaiveStock allotment = openOne(item, part.kind(), part.of());
        if (allotment == null) {
            return verdict(Outcome.ALLOTMENT_UNKNOWN);
        }
        final long returned = available(allotment);
        allotment.open = false;
        return verdict(Outcome.ACCEPTED).detail(returned).stock(List.of(shown(item.shared)));
    }

    private Verdict move(final NaiveStock from, final NaiveItem item, final StockCommand.Part to, final long units) {
        if (from == null) {
            return verdict(Outcome.ALLOTMENT_UNKNOWN);
        }
        if (available(from) < units) {
            return verdict(Outcome.STOCK_TOO_LOW).detail(available(from)).stock(List.of(shown(from)));
        }
        final NaiveStock target = to.kind() == StockKind.SHARED ? item.shared : opened(item, to);
        from.given -= units;
        target.given += units;
        return verdict(Outcome.ACCEPTED).stock(List.of(shown(target)));
    }

    /** A closed one begins anew: what was left of it stays with the shared stock. */
    private NaiveStock opened(final NaiveItem item, final StockCommand.Part part) {
        for (final NaiveStock known : allotments) {
            if (known.item == item && known.kind == part.kind() && known.of == part.of()) {
                final long left = known.open ? 0 : leftOf(known);
                known.given -= left;
                item.shared.given += left;
                known.open = true;
                return known;
            }
        }
        final NaiveStock fresh = new NaiveStock(item, part.kind(), part.of());
        allotments.add(fresh);
        return fresh;
    }

    private NaiveStock openOne(final NaiveItem item, final StockKind kind, final long of) {
        if (kind == StockKind.SHARED) {
            return item.shared;
        }
        for (final NaiveStock allotment : allotments) {
            if (allotment.open && allotment.item == item && allotment.kind == kind && allotment.of == of) {
                return allotment;
            }
        }
        return null;
    }

    private long leftOf(final NaiveStock stock) {
        return stock.given - takenFrom(stock).all();
    }

    /** All orders and turns, looked through once. */
    private Taken takenFrom(final NaiveStock stock) {
        long held = 0;
        long sold = 0;
        long lost = stock.lost;
        for (final NaiveOrder order : book.orders) {
            for (final NaiveOrder.NaiveLine line : order.lines) {
                if (line.from == stock) {
                    held += order.counts() && !order.isPaid() ? line.quantity : 0;
                    sold += order.isPaid() ? line.kept() : 0;
                    lost += line.lost;
                }
            }
        }
        for (final NaivePlace place : book.places) {
            held += place.kept == stock ? place.units : 0;
        }
        return new Taken(held, sold, lost);
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }

    private static boolean isPart(final StockCommand.Part part) {
        if (part.kind() == null) {
            return false;
        }
        return part.kind() == StockKind.SHARED ? part.of() == 0 : part.of() >= 1 && part.of() <= ProtocolLimits.MAX_ID;
    }

    /** Units that are no longer on sale. */
    private record Taken(long held, long sold, long lost) {
        long all() {
            return held + sold + lost;
        }
    }
}
