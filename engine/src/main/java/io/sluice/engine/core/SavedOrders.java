package io.sluice.engine.core;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.lang.ref.Reference;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Orders on their way to a saved state and back: how many, and each as a {@link SavedOrder}, so many at once as lie in a page
 * of a table, for what is hashed at once decides what the state's hash is.
 */
final class SavedOrders {
    private final OrderTable table;
    /** Of its own: who indexes the table looks at other orders meanwhile. */
    private final Order order;

    private final SavedOrder saved = new SavedOrder();
    private final Ascii share = new Ascii(ProtocolLimits.MAX_SHARE_BYTES);

    private SavedOrders(final OrderTable table) {
        this.table = table;
        order = new Order(table);
    }

    /** Saves all orders of a table. */
    static void save(final StateOutput output, final OrderTable table) {
        output.putLong(table.newest());
        new SavedOrders(table).saveAll(output);
    }

    /**
     * Adds the orders that were saved to a table, which must be new.
     *
     * @throws IllegalStateException when there cannot be so many.
     */
    static void load(final StateInput input, final OrderTable table) {
        final long count = input.getLong();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IllegalStateException("orders=" + count);
        }
        new SavedOrders(table).loadAll(input, (int) count);
    }

    private void saveAll(final StateOutput output) {
        final int most = (int) Math.min(table.newest(), Pages.PAGE_ELEMENTS);
        final UnsafeBuffer one = allocate(most);
        final UnsafeBuffer other = allocate(most);
        try {
            long first = 1;
            for (; first + 2 * Pages.PAGE_ELEMENTS - 1 <= table.newest(); first += 2 * Pages.PAGE_ELEMENTS) {
                write(first, Pages.PAGE_ELEMENTS, one);
                write(first + Pages.PAGE_ELEMENTS, Pages.PAGE_ELEMENTS, other);
                output.putBytes(one, 0, other, 0, Pages.PAGE_ELEMENTS * SavedOrder.BYTES);
            }
            for (; first <= table.newest(); first += Pages.PAGE_ELEMENTS) {
                final int count = (int) Math.min(Pages.PAGE_ELEMENTS, table.newest() - first + 1);
                write(first, count, one);
                output.putBytes(one, 0, count * SavedOrder.BYTES);
            }
        } finally {
            // An address does not keep its memory: without this a page could be given back while it is written.
            Reference.reachabilityFence(one);
            Reference.reachabilityFence(other);
        }
    }

    private void write(final long first, final int count, final UnsafeBuffer page) {
        for (int i = 0; i < count; i++) {
            table.show(first + i, order).copyShareTo(share);
            saved.wrap(page.addressOffset() + (long) i * SavedOrder.BYTES).write(order, share);
        }
    }

    private void loadAll(final StateInput input, final int count) {
        final UnsafeBuffer page = allocate(Math.min(count, Pages.PAGE_ELEMENTS));
        try {
            for (int left = count; left > 0; left -= Pages.PAGE_ELEMENTS) {
                final int orders = Math.min(left, Pages.PAGE_ELEMENTS);
                input.getBytes(page, 0, orders * SavedOrder.BYTES);
                for (int i = 0; i < orders; i++) {
                    saved.wrap(page.addressOffset() + (long) i * SavedOrder.BYTES)
                            .copyShareTo(share);
                    table.take(saved, share, order);
                }
            }
        } finally {
            Reference.reachabilityFence(page);
        }
    }

    private static UnsafeBuffer allocate(final int orders) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(orders * SavedOrder.BYTES, CACHE_LINE_LENGTH));
    }
}
