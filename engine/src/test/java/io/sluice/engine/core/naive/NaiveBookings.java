package io.sluice.engine.core.naive;

import io.sluice.engine.core.CoreLimits;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pairs of a viewer and a room that has not ended: those that ever booked, and those that do. */
final class NaiveBookings {
    private final NaiveCatalogue catalogue;
    private final Set<List<Long>> ever = new HashSet<>();
    private final Set<List<Long>> booked = new HashSet<>();
    private CoreLimits limits = CoreLimits.DEFAULT;

    NaiveBookings(final NaiveCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void limits(final CoreLimits newLimits) {
        limits = newLimits;
    }

    /** Of rooms that have ended nothing is kept. */
    void giveBack() {
        ever.removeIf(pair -> catalogue.rooms.get(pair.get(1)).state == RoomState.ENDED);
        booked.retainAll(ever);
    }

    NaiveCatalogue.Answer book(final Command.BookShow command) {
        if (command.viewer() < 1 || command.booked() < 0 || command.booked() > 1) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        final NaiveRoom room = catalogue.rooms.get(command.room());
        if (room == null) {
            return NaiveCatalogue.Answer.of(Outcome.ROOM_UNKNOWN);
        }
        if (room.state != RoomState.SCHEDULED) {
            return new NaiveCatalogue.Answer(Outcome.SHOW_BEGUN, room.state.code());
        }
        final List<Long> pair = List.of(command.viewer(), command.room());
        final boolean wants = command.booked() == 1;
        if (booked.contains(pair) == wants) {
            return new NaiveCatalogue.Answer(Outcome.REPEATED, count(command.room()));
        }
        if (wants && !ever.contains(pair) && ever.size() >= limits.maxViewers()) {
            return NaiveCatalogue.Answer.of(Outcome.CAPACITY);
        }
        if (wants) {
            ever.add(pair);
            booked.add(pair);
        } else {
            booked.remove(pair);
        }
        return new NaiveCatalogue.Answer(Outcome.ACCEPTED, count(command.room()));
    }

    private long count(final long room) {
        return booked.stream().filter(pair -> pair.get(1) == room).count();
    }
}
