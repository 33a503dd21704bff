package io.sluice.engine.core;

import org.agrona.UnsafeApi;

/** Whether a viewer has booked a room, for each pair that ever did, until the rows of the room are removed. */
final class BookingTable extends PairRows {
    private static final int BOOKED = BEHIND_PAIR;

    BookingTable() {
        super(1, 0);
    }

    boolean isBooked(final long viewer, final long room) {
        final long row = find(viewer, room);
        return row != NONE && UnsafeApi.getLong(row + BOOKED) != 0;
    }

    /** Whether the viewer has a row for it: booked it, or did and took that back. */
    boolean isKnown(final long viewer, final long room) {
        return find(viewer, room) != NONE;
    }

    void book(final long viewer, final long room, final int booked) {
        UnsafeApi.putLong(findOrAdd(viewer, room) + BOOKED, booked);
    }

    /** Shows those that are booked. */
    void forEach(final BookingVisitor visitor) {
        forEachRow((viewer, room, row) -> {
            if (UnsafeApi.getLong(row + BOOKED) != 0) {
                visitor.onBooking(viewer, room);
            }
        });
    }
}
