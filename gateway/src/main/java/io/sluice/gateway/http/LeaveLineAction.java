package io.sluice.gateway.http;

/** {@code DELETE /rooms/{room}/offers/{offer}/place}. One event loop's. */
final class LeaveLineAction extends PlaceAnswer implements Action {
    private final RoomSnapshots rooms;

    LeaveLineAction(final RoomSnapshots rooms) {
        this.rooms = rooms;
    }

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId(ROOM);
        final long offer = exchange.pathId(OFFER);
        // The core goes by the offer alone: a path that names another room is not to end a place in this one.
        if (!rooms.hasOffer(room, offer)) {
            throw new RequestRefusedException(Problems.offerUnknown(offer));
        }
        exchange.send(LineCommands.leave(exchange.identity().subject(), offer), this);
    }
}
