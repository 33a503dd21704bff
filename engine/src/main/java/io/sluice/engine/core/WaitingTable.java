package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Every place in a waiting line and every turn, by viewer and offer. Places that are given up are used again. */
final class WaitingTable {
    private final Pages places = new Pages(WaitingPlace.BYTES, 0);
    private final PairTable numbers = new PairTable(0);
    private final WaitingPlace place = new WaitingPlace();
    private final WaitingPlace other = new WaitingPlace();
    private long firstFree;
    private int size;

    /** Places in use. */
    int size() {
        return size;
    }

    boolean isEmpty() {
        return places.size() == 0;
    }

    boolean hasRoom() {
        return size < ProtocolLimits.MAX_PLACES;
    }

    /** The viewer's place of an offer, null for none; valid until the next is asked for. */
    WaitingPlace find(final long viewer, final long offer) {
        final long number = size == 0 ? 0 : numbers.get(viewer, offer);
        return number == 0 ? null : at(number);
    }

    /** A place by its number, which may be free. */
    WaitingPlace at(final long number) {
        return place.wrap(number, places.address(number - 1));
    }

    /** A new place at the end of a line; the caller has asked {@link #hasRoom}. */
    WaitingPlace add(
            final WaitingLine line, final long viewer, final long offer, final int units, final long joinedAt) {
        final long number = firstFree == 0 ? places.add() + 1 : firstFree;
        at(number);
        firstFree = firstFree == 0 ? 0 : place.behind();
        numbers.put(viewer, offer, number);
        size++;
        place.open(viewer, offer, units, joinedAt, line.append(number));
        place.link(line.previousLast(), 0);
        if (line.previousLast() != 0) {
            otherAt(line.previousLast()).link(other.before(), number);
        }
        return place;
    }

    /** Takes a place out of the line in which it waits. */
    void unlink(final WaitingLine line, final WaitingPlace waiting) {
        final long before = waiting.before();
        final long behind = waiting.behind();
        if (before != 0) {
            otherAt(before).link(other.before(), behind);
        }
        if (behind != 0) {
            otherAt(behind).link(before, other.behind());
        }
        line.remove(before, behind);
        waiting.link(0, 0);
    }

    /** Gives up a place that waits in no line any more. */
    void remove(final WaitingPlace given) {
        numbers.put(given.viewer(), given.offer(), 0);
        given.clear();
        given.link(0, firstFree);
        firstFree = given.number();
        size--;
    }

    /** Number of the last place that was ever used. */
    long last() {
        return places.size();
    }

    void save(final StateOutput output) {
        output.putLong(firstFree);
        places.save(output);
    }

    void load(final StateInput input) {
        firstFree = input.getLong();
        places.load(input);
        if (firstFree < 0 || firstFree > places.size() || places.size() > ProtocolLimits.MAX_PLACES) {
            throw new IllegalStateException("firstFree=" + firstFree + " of places=" + places.size());
        }
    }

    /** Makes findable what was loaded. */
    void index() {
        for (long number = 1; number <= places.size(); number++) {
            if (at(number).viewer() != 0) {
                numbers.put(place.viewer(), place.offer(), number);
                size++;
            }
        }
    }

    private WaitingPlace otherAt(final long number) {
        return other.wrap(number, places.address(number - 1));
    }
}
