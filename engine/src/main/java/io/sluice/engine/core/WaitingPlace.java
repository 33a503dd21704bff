package io.sluice.engine.core;

import io.sluice.engine.protocol.PlaceState;
import org.agrona.UnsafeApi;

/** A viewer's place in a waiting line, or turn, as it lies in the table; points at one until the table is asked for the next. */
final class WaitingPlace {
    /** Bytes of one place. */
    static final int BYTES = 72;

    private static final int VIEWER = 0;
    private static final int OFFER = 8;
    private static final int JOINED_AT = 16;
    private static final int ORDINAL = 24;
    private static final int UNTIL_MS = 32;
    private static final int BEFORE = 40;
    private static final int BEHIND = 48;
    private static final int UNITS = 56;
    private static final int STOCK = 60;
    private static final int STATE = 64;

    private long address;
    private long number;

    WaitingPlace wrap(final long newNumber, final long newAddress) {
        number = newNumber;
        address = newAddress;
        return this;
    }

    /** Fills a new place, WAITING, the {@code ordinal}th of its line. */
    void open(final long viewer, final long offer, final int units, final long joinedAt, final long ordinal) {
        clear();
        UnsafeApi.putLong(address + VIEWER, viewer);
        UnsafeApi.putLong(address + OFFER, offer);
        UnsafeApi.putLong(address + JOINED_AT, joinedAt);
        UnsafeApi.putLong(address + ORDINAL, ordinal);
        UnsafeApi.putInt(address + UNITS, units);
        UnsafeApi.putInt(address + STATE, PlaceState.WAITING.code());
    }

    /** Forgets all of it: equal histories are equal bytes. */
    void clear() {
        for (int at = 0; at < BYTES; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0);
        }
    }

    /** Gives it a turn with units of a stock. */
    void call(final int units, final int stock, final long untilMs) {
        UnsafeApi.putInt(address + UNITS, units);
        UnsafeApi.putInt(address + STOCK, stock);
        UnsafeApi.putLong(address + UNTIL_MS, untilMs);
        UnsafeApi.putInt(address + STATE, PlaceState.CALLED.code());
    }

    void units(final int units) {
        UnsafeApi.putInt(address + UNITS, units);
    }

    /** Links it to the places before and behind it, 0 for none. */
    void link(final long before, final long behind) {
        UnsafeApi.putLong(address + BEFORE, before);
        UnsafeApi.putLong(address + BEHIND, behind);
    }

    /** Its number in the table, which another place may have later. */
    long number() {
        return number;
    }

    /** 0 for a place that is free. */
    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long offer() {
        return UnsafeApi.getLong(address + OFFER);
    }

    /** Record that made it. */
    long joinedAt() {
        return UnsafeApi.getLong(address + JOINED_AT);
    }

    long ordinal() {
        return UnsafeApi.getLong(address + ORDINAL);
    }

    /** End of its turn, epoch ms; 0 while it waits. */
    long untilMs() {
        return UnsafeApi.getLong(address + UNTIL_MS);
    }

    /** Number of the place before it, 0 for none. */
    long before() {
        return UnsafeApi.getLong(address + BEFORE);
    }

    /** Number of the place behind it, 0 for none; of a free place, the next free one. */
    long behind() {
        return UnsafeApi.getLong(address + BEHIND);
    }

    /** Units wanted at most; of a turn, units kept. */
    int units() {
        return UnsafeApi.getInt(address + UNITS);
    }

    /** Number of the stock that keeps the units of a turn. */
    int stock() {
        return UnsafeApi.getInt(address + STOCK);
    }

    PlaceState state() {
        return PlaceState.ofCode(UnsafeApi.getInt(address + STATE));
    }

    boolean isCalled() {
        return state() == PlaceState.CALLED;
    }
}
