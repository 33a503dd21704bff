package io.sluice.engine.core;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.function.LongPredicate;
import org.agrona.collections.Long2LongHashMap;

/**
 * Who wants to be told when which show begins. A booking may be taken back until then; once the show is live it stands until
 * the show has ended, when nobody asks for it any more and its row is given back, by and by.
 */
public final class Bookings {
    /**
     * Rows that one command looks at. To give a million back at once took 210 to 250 ms, 0.25 us a row on a core of an AMD EPYC
     * (28 November, OpenJDK 17; eight million 2.4 s), so a command is kept for about half a millisecond at most.
     */
    static final int ROWS_A_COMMAND = 2_048;

    private static final long NOBODY = 0;

    private final Catalogue catalogue;
    private final BookingTable table = new BookingTable();
    private final Long2LongHashMap booked = new Long2LongHashMap(NOBODY);
    private final LongPredicate hasEnded;
    private int capacity = CoreLimits.DEFAULT.maxViewers();
    /** Rows, from the first, that are yet to be looked at since a show ended: those behind them need not be. */
    private long unseen;

    Bookings(final Catalogue catalogue) {
        this.catalogue = catalogue;
        hasEnded = room -> catalogue.room(room).state() == RoomState.ENDED;
    }

    /**
     * Books a show for a viewer or takes that back; the decision's detail is how many have booked it then. What is so already
     * is repeated.
     *
     * @param wanted 1 to book, 0 to take it back.
     */
    public void book(final long viewer, final long roomId, final int wanted, final Decision decision) {
        giveSomeBack();
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
     * Begins to take the rows of all shows that have ended out of use, for the pairs of shows to come, if the decision was that a
     * room ends. It looks at {@value #ROWS_A_COMMAND} rows, from the last, and each command on bookings that follows at as many,
     * whatever becomes of it, until all were looked at; the next show that ends begins again. How far that has come is part of
     * the state.
     *
     * <p>A command from before this was thought of gave no row back, and whoever decides it again must not either: a booking
     * that was refused for want of a row would find one.
     */
    public void giveBack(final long changed, final Decision decision) {
        if (decision.outcome() != Outcome.ACCEPTED || catalogue.room(changed).state() != RoomState.ENDED) {
            return;
        }
        catalogue.forEachRoom(room -> {
            if (room.state() == RoomState.ENDED) {
                booked.remove(room.id());
            }
        });
        unseen = table.size();
        giveSomeBack();
    }

    private void giveSomeBack() {
        if (unseen > 0) {
            unseen = table.removeSeconds(unseen, ROWS_A_COMMAND, hasEnded);
        }
    }

    /** How many have booked a show; 0 from the end on that gives its rows back. */
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

    /** Whether rows are yet to be looked at. */
    boolean hasUnseen() {
        return unseen > 0;
    }

    void saveUnseen(final StateOutput output) {
        output.putLong(unseen);
    }

    void loadUnseen(final StateInput input) {
        unseen = input.getLong();
    }

    /**
     * Makes findable what was loaded.
     *
     * @throws IllegalStateException when a booking is of no room, or more rows are to be looked at than there are.
     */
    void index() {
        if (unseen < 0 || unseen > table.size()) {
            throw new IllegalStateException("unseen=" + unseen + " of bookings=" + table.size());
        }
        table.index();
        table.forEach((viewer, room) -> {
            if (catalogue.room(room) == null) {
                throw new IllegalStateException("a booking of room=" + room + ", which there is not");
            }
            if (unseen == 0 || !hasEnded.test(room)) {
                count(room, 1);
            }
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
