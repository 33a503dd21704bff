package io.sluice.engine.core;

import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Who waits for an offer: the ends of a chain of places in the {@link WaitingTable}. */
final class WaitingLine {
    private long first;
    private long last;
    private long previousLast;
    private int size;
    /** How many have ever joined it. */
    private long joined;

    /** Number of the place that comes next, 0 when nobody waits. */
    long first() {
        return first;
    }

    /** How many wait. */
    int size() {
        return size;
    }

    boolean wasUsed() {
        return joined > 0;
    }

    /** Puts a place at the end; answers the how manieth it is of all that ever joined. */
    long append(final long place) {
        previousLast = last;
        last = place;
        first = first == 0 ? place : first;
        size++;
        return ++joined;
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

    void load(final StateInput input) {
        first = input.getLong();
        last = input.getLong();
        size = input.getInt();
        joined = input.getLong();
    }
}
