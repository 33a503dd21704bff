package io.sluice.engine.ring;

import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The values of the {@link EngineCounter}s, each on cache lines of its own. Written by one thread each, read by any.
 */
public final class EngineCounters {
    private static final int STRIDE = 2 * BitUtil.CACHE_LINE_LENGTH;

    private static final long US = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Distribution forceNs = new Distribution(
            100 * US,
            200 * US,
            500 * US,
            MS,
            2 * MS,
            5 * MS,
            10 * MS,
            20 * MS,
            50 * MS,
            100 * MS,
            200 * MS,
            500 * MS,
            1_000 * MS);
    private final Distribution batchSlots =
            new Distribution(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096);
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

    /** Times to make one batch durable, ns. Recorded by the sealer. */
    public Distribution forceNs() {
        return forceNs;
    }

    /** Slots of the batches that were made durable. Recorded by the sealer. */
    public Distribution batchSlots() {
        return batchSlots;
    }

    private static int offset(final EngineCounter counter) {
        return STRIDE / 2 + counter.ordinal() * STRIDE;
    }
}
