package io.sluice.gateway.http;

import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.admission.TicketOffice;
import java.util.function.LongSupplier;

/** {@code POST /rooms/{room}/tickets}, where a herd is metered. Any event loop. */
final class IssueTicketAction implements Action {
    private static final int CREATED = 201;

    private final TicketOffice office;
    private final RoomSnapshots rooms;
    private final LongSupplier wallClockMs;

    IssueTicketAction(final TicketOffice office, final RoomSnapshots rooms, final LongSupplier wallClockMs) {
        this.office = office;
        this.rooms = rooms;
        this.wallClockMs = wallClockMs;
    }

    @Override
    public void run(final Exchange exchange) {
        final long room = exchange.pathId("room");
        GetRoomAction.picture(rooms, room);
        final Shed shed = office.meter();
        if (shed != Shed.ADMITTED) {
            exchange.refuse(exchange.loop().admission().shed(Activity.TICKET, shed));
            return;
        }
        final String code = office.issue(room, exchange.identity());
        final JsonWriter json = exchange.loop().json().reset().beginObject();
        json.name("ticket").value(code);
        json.name("room").value(room);
        json.name("expiresAt").time(wallClockMs.getAsLong() + office.lifetimeMs());
        json.endObject();
        exchange.answer(CREATED);
    }
}
