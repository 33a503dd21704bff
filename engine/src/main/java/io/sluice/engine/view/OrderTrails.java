package io.sluice.engine.view;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Where the journal tells of an order, so that its story is read record by record and not by a walk through all of it; and
 * which orders a room had last. It is built from the records from a given one on and from nothing else.
 *
 * <p>It keeps the newest steps of all orders, 24 bytes and an entry of a map each, and forgets the oldest: it always says
 * from which record on it knows every step. Of a room it keeps {@value #ROOM_ORDERS} numbers. One thread at a time.
 */
public final class OrderTrails {
    /** How many of a room's orders are kept, the newest. */
    public static final int ROOM_ORDERS = 200;

    private static final int FIRST_STEPS = 1 << 10;
    private static final long NONE = -1;
    private static final long[] NO_ORDERS = {};

    private final OrderSteps stepsOfRecords = new OrderSteps();
    private final Long2LongHashMap newestStep = new Long2LongHashMap(NONE);
    private final Long2ObjectHashMap<NewestOrders> rooms = new Long2ObjectHashMap<>();
    private final int maxSteps;
    private long[] sequences = new long[FIRST_STEPS];
    private long[] orders = new long[FIRST_STEPS];
    private long[] previous = new long[FIRST_STEPS];
    /** Number of the next step; the arrays are a ring of them. */
    private long next;

    private long fromSequence;
    private final Progress progress;

    /**
     * Trails of no orders.
     *
     * @param fromSequence  number of the first record it will be given.
     * @param maxSteps      how many steps are kept, a power of two from 1,024 on.
     */
    public OrderTrails(final long fromSequence, final int maxSteps) {
        if (Integer.bitCount(maxSteps) != 1 || maxSteps < FIRST_STEPS) {
            throw new IllegalArgumentException("maxSteps=" + maxSteps + " is no power of two from " + FIRST_STEPS);
        }
        this.fromSequence = fromSequence;
        this.maxSteps = maxSteps;
        progress = new Progress("trails", fromSequence);
    }

    /**
     * Moves the trails by the next record; one that they hold already is passed over.
     *
     * @throws IllegalStateException when a record was left out: a story would lack it.
     */
    public void apply(final RecordFlyweight record) {
        if (!progress.isNext(record)) {
            return;
        }
        final long order = stepsOfRecords.orderOf(record);
        if (order != 0) {
            add(order, record.sequence());
            if (record.outcome() == Outcome.RESERVED) {
                rooms.computeIfAbsent(stepsOfRecords.room(), none -> new NewestOrders())
                        .add(order);
            }
        }
        progress.took(record);
    }

    /** From this record on every step is known. */
    public long fromSequence() {
        return fromSequence;
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /** The numbers of the records that are steps of an order, as far as they are known; ascending. */
    public long[] steps(final long order) {
        int count = 0;
        for (long step = newestStep.get(order); isKept(step); step = previous[at(step)]) {
            count++;
        }
        final long[] steps = new long[count];
        for (long step = newestStep.get(order); isKept(step); step = previous[at(step)]) {
            steps[--count] = sequences[at(step)];
        }
        return steps;
    }

    /** A room's orders before one, {@link Long#MAX_VALUE} for all; the newest first, {@code most} of them at most. */
    public long[] ordersOf(final long room, final long before, final int most) {
        final NewestOrders known = rooms.get(room);
        return known == null ? NO_ORDERS : known.before(before, most);
    }

    private void add(final long order, final long ofSequence) {
        if (next == sequences.length && next < maxSteps) {
            grow();
        }
        final int at = at(next);
        if (next >= sequences.length) {
            forget(at);
        }
        final long before = newestStep.put(order, next);
        sequences[at] = ofSequence;
        orders[at] = order;
        previous[at] = before;
        next++;
    }

    private void grow() {
        // Nothing has wrapped yet: a step's number is its place.
        final int steps = sequences.length * 2;
        sequences = Arrays.copyOf(sequences, steps);
        orders = Arrays.copyOf(orders, steps);
        previous = Arrays.copyOf(previous, steps);
    }

    private void forget(final int at) {
        if (newestStep.get(orders[at]) == next - sequences.length) {
            newestStep.remove(orders[at]);
        }
        fromSequence = sequences[at] + 1;
    }

    private boolean isKept(final long step) {
        return step != NONE && step >= next - sequences.length;
    }

    private int at(final long step) {
        return (int) (step & sequences.length - 1);
    }

    /** A ring of a room's newest orders, in which numbers ascend. */
    private static final class NewestOrders {
        private final long[] orders = new long[ROOM_ORDERS];
        private long count;

        void add(final long order) {
            orders[(int) (count % ROOM_ORDERS)] = order;
            count++;
        }

        long[] before(final long order, final int most) {
            final long[] found = new long[most];
            int size = 0;
            final long oldest = Math.max(0, count - ROOM_ORDERS);
            for (long number = count - 1; number >= oldest && size < most; number--) {
                final long each = orders[(int) (number % ROOM_ORDERS)];
                if (each < order) {
                    found[size++] = each;
                }
            }
            return Arrays.copyOf(found, size);
        }
    }
}
