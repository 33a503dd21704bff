package io.sluice.engine.core;

import io.sluice.engine.protocol.PointReason;
import org.agrona.UnsafeApi;

/** A move of a viewer's points as it lies in the table; points at one until the table is asked for the next. */
final class PointEntry {
    /** Bytes of one entry. */
    static final int BYTES = 96;

    private static final int VIEWER = 0;
    private static final int POINTS = 8;
    private static final int LEFT = 16;
    private static final int TIME_MS = 24;
    private static final int EXPIRES_AT_MS = 32;
    private static final int RECORD = 40;
    private static final int KEY_HASH = 48;
    private static final int SECOND_KEY_HASH = 56;
    private static final int OLDER = 64;
    private static final int NEWER = 72;
    private static final int REASON = 80;
    private static final int ORDER = 88;

    private long address;
    private long number;

    PointEntry wrap(final long newNumber, final long newAddress) {
        number = newNumber;
        address = newAddress;
        return this;
    }

    void open(final long viewer, final PointReason reason, final long points, final Decision decision) {
        UnsafeApi.putLong(address + VIEWER, viewer);
        UnsafeApi.putLong(address + POINTS, points);
        UnsafeApi.putLong(address + LEFT, 0);
        UnsafeApi.putLong(address + TIME_MS, decision.timeMs());
        UnsafeApi.putLong(address + EXPIRES_AT_MS, 0);
        UnsafeApi.putLong(address + RECORD, decision.sequence());
        UnsafeApi.putLong(address + KEY_HASH, 0);
        UnsafeApi.putLong(address + SECOND_KEY_HASH, 0);
        UnsafeApi.putLong(address + OLDER, 0);
        UnsafeApi.putLong(address + NEWER, 0);
        UnsafeApi.putLong(address + REASON, reason.code());
        UnsafeApi.putLong(address + ORDER, 0);
    }

    void lot(final long left, final long expiresAtMs) {
        UnsafeApi.putLong(address + LEFT, left);
        UnsafeApi.putLong(address + EXPIRES_AT_MS, expiresAtMs);
    }

    void key(final Ascii key) {
        UnsafeApi.putLong(address + KEY_HASH, key.hash());
        UnsafeApi.putLong(address + SECOND_KEY_HASH, key.secondHash());
    }

    void older(final long entry) {
        UnsafeApi.putLong(address + OLDER, entry);
    }

    void newer(final long entry) {
        UnsafeApi.putLong(address + NEWER, entry);
    }

    void left(final long points) {
        UnsafeApi.putLong(address + LEFT, points);
    }

    void order(final long order) {
        UnsafeApi.putLong(address + ORDER, order);
    }

    long number() {
        return number;
    }

    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long points() {
        return UnsafeApi.getLong(address + POINTS);
    }

    /** Of points that were earned, those not spent; an expired entry's are lost. */
    long left() {
        return UnsafeApi.getLong(address + LEFT);
    }

    long timeMs() {
        return UnsafeApi.getLong(address + TIME_MS);
    }

    long expiresAtMs() {
        return UnsafeApi.getLong(address + EXPIRES_AT_MS);
    }

    long record() {
        return UnsafeApi.getLong(address + RECORD);
    }

    /** Hash of the key it was awarded by, 0 for none. */
    long keyHash() {
        return UnsafeApi.getLong(address + KEY_HASH);
    }

    boolean isOfKey(final Ascii key) {
        return UnsafeApi.getLong(address + KEY_HASH) == key.hash()
                && UnsafeApi.getLong(address + SECOND_KEY_HASH) == key.secondHash();
    }

    /** The viewer's entry before this one, 0 for none. */
    long older() {
        return UnsafeApi.getLong(address + OLDER);
    }

    /** The viewer's entry behind this one, 0 for none. */
    long newer() {
        return UnsafeApi.getLong(address + NEWER);
    }

    PointReason reason() {
        return PointReason.ofCode((int) UnsafeApi.getLong(address + REASON));
    }

    /** The order that brought or cost them, 0 for none. */
    long order() {
        return UnsafeApi.getLong(address + ORDER);
    }
}
