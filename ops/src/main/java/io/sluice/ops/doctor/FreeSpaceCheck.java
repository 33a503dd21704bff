package io.sluice.ops.doctor;

import java.io.IOException;

/** Whether the disk holds the evening's journal above the mark below which orders are refused. */
final class FreeSpaceCheck implements Check {
    /** An order of one line that is placed and paid: two records of the journal, and its part of the snapshots. */
    private static final long ORDER_BYTES = 2_048;
    /** Below so many the room is worth a look before a show. */
    private static final long ORDERS = 1_000_000;

    @Override
    public String name() {
        return "free-space";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) throws IOException {
        if (plan.data() == null) {
            return Finding.skipped("no data directory: name --data or a --config");
        }
        final long usableBytes = host.disk(plan.data()).usableBytes();
        final long lowBytes = plan.engine().lowSpaceBytes() + plan.engine().blockBytes();
        final String found = ByteWords.of(usableBytes) + " free";
        final String change = "free some, or sluice journal archive and prune --data " + plan.data();
        if (usableBytes < lowBytes) {
            return Finding.fail(
                    found,
                    ByteWords.of(lowBytes) + " (sluice.engine.lowSpaceBytes and a block): below that no order is taken",
                    change);
        }
        final long orders = (usableBytes - lowBytes) / ORDER_BYTES;
        final String room = found + ", room for about " + orders / 1_000 + " thousand orders";
        return orders >= ORDERS ? Finding.ok(room) : Finding.warn(room, "for a million", change);
    }
}
