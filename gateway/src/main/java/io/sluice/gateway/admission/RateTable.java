package io.sluice.gateway.admission;

/**
 * Token buckets by key, in a fixed amount of memory. A bucket is one number, the time at which it is full again (the
 * generic cell rate algorithm, ITU-T I.371 annex A); a key that does not find its own bucket takes that of its group
 * which has been idle for longest. So under a flood of more keys than fit a bucket may be forgotten early, which lets
 * somebody in and never keeps anybody out. Any thread.
 */
public final class RateTable {
    private static final int WAYS = 8;
    private static final int LOCKS = 64;
    private static final long HASH_MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long[] keys;
    private final long[] fullAtNs;
    private final Object[] locks = new Object[LOCKS];
    private final int groupMask;
    private final long intervalNs;
    private final long burstNs;

    /**
     * A table.
     *
     * @param perSecond  tokens a second that a bucket gains; 0 lifts the limit.
     * @param burst      tokens a full bucket holds, at least 1.
     * @param capacity   buckets, a power of two of at least 8.
     */
    public RateTable(final int perSecond, final int burst, final int capacity) {
        if (capacity < WAYS || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity=" + capacity + " is not a power of two of at least " + WAYS);
        }
        final boolean limited = perSecond > 0;
        intervalNs = limited ? 1_000_000_000L / perSecond : 0;
        burstNs = intervalNs * burst;
        keys = new long[limited ? capacity : 0];
        fullAtNs = new long[limited ? capacity : 0];
        groupMask = capacity / WAYS - 1;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return intervalNs > 0;
    }

    /**
     * Takes one token from the key's bucket.
     *
     * @param key    anything but 0.
     * @param nowNs  nanoseconds on a clock that never goes back and never shows 0 or less.
     * @return false when the bucket is empty.
     */
    public boolean take(final long key, final long nowNs) {
        if (intervalNs == 0) {
            return true;
        }
        final int group = (int) ((key * HASH_MULTIPLIER) >>> 32) & groupMask;
        synchronized (locks[group % LOCKS]) {
            final int index = find(group * WAYS, key);
            if (keys[index] != key) {
                keys[index] = key;
                fullAtNs[index] = nowNs;
            }
            final long next = Math.max(fullAtNs[index], nowNs) + intervalNs;
            if (next - nowNs > burstNs) {
                return false;
            }
            fullAtNs[index] = next;
            return true;
        }
    }

    /** The key's bucket, or that of its group which is full for longest. */
    private int find(final int first, final long key) {
        int oldest = first;
        for (int i = first; i < first + WAYS; i++) {
            if (keys[i] == key) {
                return i;
            }
            if (fullAtNs[i] < fullAtNs[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
