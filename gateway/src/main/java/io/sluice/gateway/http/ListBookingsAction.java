package io.sluice.gateway.http;

import java.util.Set;

/** {@code GET /me/bookings}: the shows that the viewer has booked and that have not begun, the next first. Any event loop. */
final class ListBookingsAction implements Action {
    private static final int OK = 200;

    private final RoomSnapshots rooms;

    ListBookingsAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        QueryParameters.of(exchange, Set.of());
        exchange.follow(rooms.bookings(exchange.identity().subject()), list -> exchange.answer(OK, list));
    }
}
