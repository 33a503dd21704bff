package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Who waits for an offer: the ends of a chain of places in the {@link WaitingTable}. */
final class WaitingLine {
    private long first;
    private long last;
    private long previousLast;
    private int size;
    /** How many have joined it since it was last out of use. */
    private long joined;
    /** Places and turns there are. */
    private int places;

    /** Number of the place that comes next, 0 when nobody waits. */
    long first() {
        return first;
    }

    /** How many wait. */
    int size() {
        return size;
    }

    /** Whether anybody waits or has a turn. */
    boolean isUsed() {
        return places > 0;
    }

    /** Notes a place that was there when it was saved. */
    void addLoaded() {
        places++;
    }

    /** Notes that a place was given up. */
    void giveUp() {
        places--;
    }

    /** Puts a place at the end; answers the how manieth it is of all that joined since the line was last out of use. */
    long append(final long place) {
        previousLast = last;
        last = place;
        first = first == 0 ? place : first;
        size++;
        joined = places == 0 ? 1 : joined + 1;
        places++;
        return joined;
    }

    /** The place that was last before the newest, 0 for none. */
    long previousLast() {
        return previousLast;
    }

    /** Takes a place out, of which those before and behind it are told; 0 for none. */
    void remove(final long before, final long behind) {
        first = before == 0 ? behind : first;
        last = behind == 0 ? before : last;
        size--;
    }

    void save(final StateOutput output) {
        output.putLong(first);
        output.putLong(last);
        output.putInt(size);
        output.putLong(joined);
    }

    /** Takes over a line of places up to {@code lastPlace}. */
    void load(final StateInput input, final long lastPlace) {
        first = input.getLong();
        last = input.getLong();
        size = Brand.count(input, ProtocolLimits.MAX_PLACES);
        joined = input.getLong();
        if (Math.min(first, last) < 0 || Math.max(first, last) > lastPlace || (first == 0) != (size == 0)) {
            throw new IllegalStateException(
                    "a line of size=" + size + " from place=" + first + " to place=" + last + " of " + lastPlace);
        }
    }
}
