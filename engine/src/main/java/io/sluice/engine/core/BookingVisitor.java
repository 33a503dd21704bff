package io.sluice.engine.core;

/** Is shown bookings. */
@FunctionalInterface
public interface BookingVisitor {
    /** A viewer has booked the show of a room. */
    void onBooking(long viewer, long room);
}
