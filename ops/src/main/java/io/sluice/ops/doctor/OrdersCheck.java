package io.sluice.ops.doctor;

/**
 * Whether as many orders as the configuration allows fit into the memory outside the heap. A limit that is reached refuses an
 * order; memory that runs out before halts the engine.
 */
final class OrdersCheck implements Check {
    /** By docs/ARCHITECTURE.md: order with line and key, share code, policy, payment, viewer, indexes. */
    private static final long ORDER_BYTES = 216 + 40 + 24 + 16 + 128 + 192;

    @Override
    public String name() {
        return "orders-in-memory";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        // The shadow has all of it once more.
        final int cores = plan.engine().snapshotEvery() > 0 ? 2 : 1;
        final long ringBytes = (long) plan.engine().ringSize() * plan.engine().slotBytes();
        final long fit = Math.max(0, host.directBytes() - ringBytes) / (cores * ORDER_BYTES);
        final long allowed = plan.engine().limits().maxOrders();
        final String found = "outside the heap is room for about " + fit / 1_000 + " thousand orders";
        if (fit >= allowed) {
            return Finding.ok(found);
        }
        final long neededMiB = (allowed * cores * ORDER_BYTES + ringBytes) / (1 << 20) + 1;
        return Finding.warn(
                found,
                "for sluice.engine.maxOrders=" + allowed
                        + ", by the journal's first day to its last: where memory ends the" + " engine halts",
                "java -XX:MaxDirectMemorySize=" + neededMiB + "m -jar sluice.jar, or sluice.engine.maxOrders=" + fit);
    }
}
