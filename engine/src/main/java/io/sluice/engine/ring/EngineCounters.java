package io.sluice.engine.ring;

import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The values of the {@link EngineCounter}s, each on cache lines of its own. Written by one thread each, read by any.
 */
public final class EngineCounters {
    private static final int STRIDE = 2 * BitUtil.CACHE_LINE_LENGTH;

    private final UnsafeBuffer values = new UnsafeBuffer(new byte[(EngineCounter.values().length + 1) * STRIDE]);

    /** The value of a counter. Any thread. */
    public long get(final EngineCounter counter) {
        return values.getLongVolatile(offset(counter));
    }

    /** Adds to a counter. The counter's own thread only. */
    public void add(final EngineCounter counter, final long change) {
        final int offset = offset(counter);
        values.putLongOrdered(offset, values.getLong(offset) + change);
    }

    /** Sets a counter. The counter's own thread only. */
    public void set(final EngineCounter counter, final long value) {
        values.putLongOrdered(offset(counter), value);
    }

    /** Raises a counter to {@code value} if it is below. The counter's own thread only. */
    public void raise(final EngineCounter counter, final long value) {
        if (value > values.getLong(offset(counter))) {
            set(counter, value);
        }
    }

    private static int offset(final EngineCounter counter) {
        return STRIDE / 2 + counter.ordinal() * STRIDE;
    }
}
