package io.sluice.engine.core;

import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * Every viewer's points: each move as an entry, chained from the newest to the oldest and back, and in the account what they
 * come to. What was earned first is spent first, and nothing is spent that has expired. When more is taken back than is left,
 * the balance is below 0, and what is earned next makes up for it.
 */
final class PointTable {
    private static final int ACCOUNT_BYTES = 40;
    private static final int VIEWER = 0;
    private static final int BALANCE = 8;
    private static final int NEWEST = 16;
    /** The first entry of which something may be left. */
    private static final int OLDEST_LEFT = 24;

    private static final int LAST_EXPIRY_MS = 32;
    /** In place of the second of a pair: the table is by viewer alone. */
    private static final long ALONE = 0;

    private final Pages entries;
    private final Pages accounts;
    private final PairTable places;
    private final PointEntry entry = new PointEntry();
    private long account;
    private long capacity;

    /** Takes entries up to {@code capacity}, with memory set aside for some and for the accounts of some viewers. */
    PointTable(final int reserved, final int reservedViewers, final long capacity) {
        entries = new Pages(PointEntry.BYTES, reserved);
        accounts = new Pages(ACCOUNT_BYTES, reservedViewers);
        places = new PairTable(reservedViewers);
        this.capacity = capacity;
    }

    void capacity(final long newCapacity) {
        capacity = newCapacity;
    }

    boolean hasRoomFor(final int count) {
        return count <= capacity - entries.size();
    }

    /** Number of entries, and of the newest of them. */
    long size() {
        return entries.size();
    }

    boolean isEmpty() {
        return entries.size() == 0;
    }

    /** The viewer's balance at a time, which changes nothing. */
    long balanceOf(final long viewer, final long nowMs) {
        if (!find(viewer)) {
            return 0;
        }
        long balance = get(BALANCE);
        for (PointEntry lot = at(get(OLDEST_LEFT)); lot != null && isOver(lot, nowMs); lot = at(lot.newer())) {
            balance -= lot.left();
        }
        return balance;
    }

    /** The entry of a number that somebody says, null when there is none. */
    PointEntry existing(final long number) {
        return number >= 1 && number <= entries.size() ? at(number) : null;
    }

    /** The entry of a number that stands in the table, null for 0. */
    PointEntry at(final long number) {
        return number == 0 ? null : entry.wrap(number, entries.address(number - 1));
    }

    /** Number of the viewer's newest entry, 0 for none. */
    long newestOf(final long viewer) {
        return find(viewer) ? get(NEWEST) : 0;
    }

    /** Adds what was earned; answers the entry, to be marked. The caller has asked {@link #hasRoomFor}. */
    PointEntry earn(
            final long viewer,
            final PointReason reason,
            final long points,
            final long expiresAtMs,
            final Decision decision) {
        open(viewer, decision.timeMs());
        final long balance = get(BALANCE) + points;
        put(BALANCE, balance);
        append(reason, points, decision);
        // Never before what was earned earlier: what is earned first is gone first.
        final long notBefore = Math.max(expiresAtMs, get(LAST_EXPIRY_MS));
        entry.lot(Math.max(0, Math.min(points, balance)), notBefore);
        put(LAST_EXPIRY_MS, notBefore);
        decision.points().add(viewer, reason, points, balance, notBefore);
        return entry;
    }

    /** Takes points away, from the oldest on, below 0 if need be; answers the entry, to be marked. */
    PointEntry take(final long viewer, final PointReason reason, final long points, final Decision decision) {
        open(viewer, decision.timeMs());
        final long balance = get(BALANCE) - points;
        put(BALANCE, balance);
        long left = points;
        PointEntry lot = at(get(OLDEST_LEFT));
        while (lot != null && left > 0) {
            final long taken = Math.min(left, lot.left());
            lot.left(lot.left() - taken);
            left -= taken;
            lot = lot.left() > 0 ? lot : next(lot);
        }
        append(reason, -points, decision);
        decision.points().add(viewer, reason, -points, balance, 0);
        return entry;
    }

    void save(final StateOutput output) {
        entries.save(output);
        accounts.save(output);
    }

    void load(final StateInput input) {
        entries.load(input);
        accounts.load(input);
    }

    /** Makes the accounts findable that were loaded. */
    void index() {
        for (long place = 0; place < accounts.size(); place++) {
            places.put(UnsafeApi.getLong(accounts.address(place) + VIEWER), ALONE, place + 1);
        }
    }

    /** Finds or opens the account and drops from it what has expired. */
    private void open(final long viewer, final long nowMs) {
        if (!find(viewer)) {
            account = accounts.address(accounts.add());
            places.put(viewer, ALONE, accounts.size());
            put(VIEWER, viewer);
            put(BALANCE, 0);
            put(NEWEST, 0);
            put(OLDEST_LEFT, 0);
            put(LAST_EXPIRY_MS, 0);
        }
        PointEntry lot = at(get(OLDEST_LEFT));
        while (lot != null && isOver(lot, nowMs)) {
            put(BALANCE, get(BALANCE) - lot.left());
            lot.left(0);
            lot = next(lot);
        }
    }

    private static boolean isOver(final PointEntry lot, final long nowMs) {
        return lot.left() == 0 || lot.expiresAtMs() <= nowMs;
    }

    /** The entry behind, from which on something may be left. */
    private PointEntry next(final PointEntry lot) {
        put(OLDEST_LEFT, lot.newer());
        return at(lot.newer());
    }

    private void append(final PointReason reason, final long points, final Decision decision) {
        final long older = get(NEWEST);
        final long number = entries.add() + 1;
        if (older != 0) {
            at(older).newer(number);
        }
        at(number).open(get(VIEWER), reason, points, decision);
        entry.older(older);
        put(NEWEST, number);
        if (get(OLDEST_LEFT) == 0) {
            put(OLDEST_LEFT, number);
        }
    }

    private boolean find(final long viewer) {
        final long place = places.get(viewer, ALONE);
        account = place == 0 ? 0 : accounts.address(place - 1);
        return place != 0;
    }

    private long get(final int field) {
        return UnsafeApi.getLong(account + field);
    }

    private void put(final int field, final long value) {
        UnsafeApi.putLong(account + field, value);
    }
}
