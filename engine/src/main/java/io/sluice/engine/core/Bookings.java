package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.collections.Long2LongHashMap;

/**
 * Who wants to be told when which show begins. A booking may be taken back until then; once the show is live it stands until
 * the show has ended, when nobody asks for it any more and its row is given back.
 */
public final class Bookings {
    private static final long NOBODY = 0;

    private final Catalogue catalogue;
    private final BookingTable table = new BookingTable();
    private final Long2LongHashMap booked = new Long2LongHashMap(NOBODY);
    private int capacity = CoreLimits.DEFAULT.maxViewers();

    Bookings(final Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Books a show for a viewer or takes that back; the decision's detail is how many have booked it then. What is so already
     * is repeated.
     *
     * @param wanted 1 to book, 0 to take it back.
     */
    public void book(final long viewer, final long roomId, final int wanted, final Decision decision) {
        final Room room = catalogue.room(roomId);
        if (!Brand.isId(viewer) || wanted < 0 || wanted > 1) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() != RoomState.SCHEDULED) {
            decision.refuse(Outcome.SHOW_BEGUN, room.state().code());
        } else if (table.isBooked(viewer, roomId) == (wanted == 1)) {
            decision.accept(Outcome.REPEATED).detail(booked.get(roomId));
        } else if (wanted == 1 && !table.isKnown(viewer, roomId) && table.size() >= capacity) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            table.book(viewer, roomId, wanted);
            count(roomId, wanted == 1 ? 1 : -1);
            decision.accept(Outcome.ACCEPTED).detail(booked.get(roomId));
        }
    }

    /**
     * Takes the rows of all shows that have ended out of use, for the pairs of shows to come, if the decision was that a room
     * ends. It visits every row, which are those of shows that have not ended and of the one that just has: a few milliseconds for
     * some ten thousand, when nobody hurries any more.
     *
     * <p>A command from before this was thought of gave no row back, and whoever decides it again must not either: a booking
     * that was refused for want of a row would find one.
     */
    public void giveBack(final long changed, final Decision decision) {
        if (decision.outcome() != Outcome.ACCEPTED || catalogue.room(changed).state() != RoomState.ENDED) {
            return;
        }
        table.removeSeconds(room -> catalogue.room(room).state() == RoomState.ENDED);
        catalogue.forEachRoom(room -> {
            if (room.state() == RoomState.ENDED) {
                booked.remove(room.id());
            }
        });
    }

    /** How many have booked a show; 0 once its rows were given back. */
    public long booked(final long room) {
        return booked.get(room);
    }

    /** Shows every booking of a show that has not begun, in the order of its row. */
    public void forEach(final BookingVisitor visitor) {
        table.forEach((viewer, room) -> {
            if (catalogue.room(room).state() == RoomState.SCHEDULED) {
                visitor.onBooking(viewer, room);
            }
        });
    }

    void limits(final CoreLimits limits) {
        capacity = limits.maxViewers();
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    void save(final StateOutput output) {
        table.save(output);
    }

    void load(final StateInput input) {
        table.load(input);
    }

    /**
     * Makes findable what was loaded.
     *
     * @throws IllegalStateException when a booking is of no room.
     */
    void index() {
        table.index();
        table.forEach((viewer, room) -> {
            if (catalogue.room(room) == null) {
                throw new IllegalStateException("a booking of room=" + room + ", which there is not");
            }
            count(room, 1);
        });
    }

    private void count(final long room, final int change) {
        final long now = booked.get(room) + change;
        if (now == NOBODY) {
            booked.remove(room);
        } else {
            booked.put(room, now);
        }
    }
}
