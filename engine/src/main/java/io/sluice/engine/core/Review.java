package io.sluice.engine.core;

import io.sluice.engine.protocol.ReviewState;
import org.agrona.UnsafeApi;

/** A review as it lies in the table, without its text; points at one until the table is asked for the next. */
final class Review {
    /** Bytes of one review. */
    static final int BYTES = 48;

    private static final int VIEWER = 0;
    private static final int ITEM = 8;
    private static final int ORDER = 16;
    private static final int WRITTEN_AT = 24;
    private static final int TEXT_HASH = 32;
    private static final int STARS = 40;
    private static final int STATE = 44;

    private long address;
    private long number;

    Review wrap(final long newNumber, final long newAddress) {
        number = newNumber;
        address = newAddress;
        return this;
    }

    /** Fills a new one that nothing is written in yet. */
    void open(final long viewer, final long item) {
        UnsafeApi.putLong(address + VIEWER, viewer);
        UnsafeApi.putLong(address + ITEM, item);
        write(0, 0, 0, 0);
    }

    /** Takes another text, by its hash, which waits to be judged. */
    void write(final long order, final long writtenAt, final int stars, final long textHash) {
        UnsafeApi.putLong(address + ORDER, order);
        UnsafeApi.putLong(address + WRITTEN_AT, writtenAt);
        UnsafeApi.putLong(address + TEXT_HASH, textHash);
        UnsafeApi.putInt(address + STARS, stars);
        transition(ReviewState.WAITING);
    }

    void transition(final ReviewState next) {
        UnsafeApi.putInt(address + STATE, next.code());
    }

    /** Its number, dense from 1, by which it is called. */
    long number() {
        return number;
    }

    long viewer() {
        return UnsafeApi.getLong(address + VIEWER);
    }

    long item() {
        return UnsafeApi.getLong(address + ITEM);
    }

    /** The order that it was written about last. */
    long order() {
        return UnsafeApi.getLong(address + ORDER);
    }

    /** Record that has its text. */
    long writtenAt() {
        return UnsafeApi.getLong(address + WRITTEN_AT);
    }

    /** Hash of what stands in it. */
    long textHash() {
        return UnsafeApi.getLong(address + TEXT_HASH);
    }

    int stars() {
        return UnsafeApi.getInt(address + STARS);
    }

    ReviewState state() {
        return ReviewState.ofCode(UnsafeApi.getInt(address + STATE));
    }
}
