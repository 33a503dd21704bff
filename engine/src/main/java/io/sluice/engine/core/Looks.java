package io.sluice.engine.core;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import org.agrona.UnsafeApi;

/**
 * Addresses in memory that are looked at together. They are collected first: the loop that looks is so short then that the
 * processor waits for as many of them at once as it can. One thread, the core's.
 */
final class Looks {
    /** Of {@link Foresight#PLACES} commands, of which none needs half as many places in a stage. */
    private static final int MOST = 32 * Foresight.PLACES;

    private final long[] addresses = new long[MOST];
    private int count;
    /** Kept, so that what was looked at for its own sake is not thought needless. */
    private long seen;

    /** Adds an address; one that is too many is not looked at. */
    void add(final long address) {
        if (count < MOST) {
            addresses[count++] = address;
        }
    }

    /** Adds all lines of the cache in which so many bytes lie. */
    void add(final long address, final int bytes) {
        for (long at = address; at < address + bytes; at = (at & -CACHE_LINE_LENGTH) + CACHE_LINE_LENGTH) {
            add(at);
        }
    }

    /** Looks at all of them and forgets them; no memory that one of them is in was freed since it was added. */
    void look() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += UnsafeApi.getByte(addresses[i]);
        }
        seen += sum;
        count = 0;
    }

    /** Sum of all bytes that were looked at; means nothing. */
    long seen() {
        return seen;
    }
}
