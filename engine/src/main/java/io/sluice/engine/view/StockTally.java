package io.sluice.engine.view;

import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Units of each stock that nobody has, as records say that they come and go, with those that a turn keeps for a viewer. It
 * remembers each stock and each turn, of which the core bounds the number. One thread.
 */
final class StockTally {
    private final Map<Part, Units> parts = new HashMap<>();
    /** Those that all share once more, by item alone: nearly all orders ask for these. */
    private final Long2ObjectHashMap<Units> shared = new Long2ObjectHashMap<>();
    /** What was ever set aside for a room, by the room. */
    private final Map<Long, List<Units>> ofRooms = new HashMap<>();

    private final Map<Turn, Kept> turns = new HashMap<>();

    /** A stock of an item; {@code of} is 0 for what all share. */
    Units stock(final long item, final StockKind kind, final long of) {
        final Units known = kind == StockKind.SHARED && of == 0 ? shared.get(item) : null;
        return known == null ? parts.computeIfAbsent(new Part(item, kind, of), this::open) : known;
    }

    /** As {@link #stock}, by what a record says; one from before there were allotments names what all share. */
    Units named(final long item, final int kindCode, final long of) {
        final StockKind kind = StockKind.ofCode(kindCode);
        return stock(item, kind == null ? StockKind.SHARED : kind, Math.max(0, of));
    }

    void move(final Units from, final Units to, final long units) {
        from.add(-units);
        to.closed = false;
        to.add(units);
    }

    /** What is left of an allotment goes home. */
    void close(final Units allotment) {
        allotment.closed = true;
        home(allotment).add(allotment.free);
        allotment.add(-allotment.free);
    }

    /** What is left of a room's own allotments goes home. */
    void endRoom(final long room) {
        ofRooms.getOrDefault(room, List.of()).forEach(this::close);
    }

    /** A viewer has a turn, whose units are taken from a stock. */
    void keep(final long viewer, final long offer, final Units from, final int units) {
        turns.put(new Turn(viewer, offer), new Kept(from, units));
        from.add(-units);
    }

    /** A viewer's turn ended, if there was one: its units are on sale again. */
    void endTurn(final long viewer, final long offer) {
        final Kept kept = turns.remove(new Turn(viewer, offer));
        if (kept != null) {
            home(kept.from).add(kept.units);
        }
    }

    /** An order takes from a stock, which uses a turn up whose units are on sale there again. */
    void useTurn(final long viewer, final long offer, final Units taken) {
        final Kept kept = turns.isEmpty() ? null : turns.get(new Turn(viewer, offer));
        if (kept != null && home(kept.from) == taken) {
            endTurn(viewer, offer);
        }
    }

    /** Units that at the worst moment were taken beyond what there was, over all stocks. */
    long oversold() {
        return parts.values().stream().mapToLong(units -> units.oversold).sum();
    }

    private Units open(final Part part) {
        final Units units = new Units(part.item);
        if (part.kind == StockKind.ROOM) {
            ofRooms.computeIfAbsent(part.of, room -> new ArrayList<>(1)).add(units);
        } else if (part.kind == StockKind.SHARED && part.of == 0) {
            shared.put(part.item, units);
        }
        return units;
    }

    private Units home(final Units units) {
        return units.closed ? stock(units.item, StockKind.SHARED, 0) : units;
    }

    private record Part(long item, StockKind kind, long of) {}

    private record Turn(long viewer, long offer) {}

    private record Kept(Units from, int units) {}

    /** Units of one stock that nobody has. */
    static final class Units {
        private final long item;
        private boolean closed;
        private long free;
        private long oversold;

        private Units(final long item) {
            this.item = item;
        }

        void add(final long units) {
            free += units;
            oversold = Math.max(oversold, -free);
        }
    }
}
