package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/** Who reported which comment, so that nobody does it twice: the newest {@link ProtocolLimits#MAX_REPORTS} reports. */
final class ReportTable {
    private static final int COMMENT = 0;
    private static final int VIEWER = 8;
    private static final int BYTES = 16;

    private final RecentRows rows;
    /** Number of the report of a comment by a viewer. */
    private final PairTable numbers;

    ReportTable(final long reserved) {
        rows = new RecentRows(BYTES, ProtocolLimits.MAX_REPORTS, reserved);
        numbers = new PairTable((int) Math.min(ProtocolLimits.MAX_REPORTS, reserved));
    }

    boolean isEmpty() {
        return rows.newest() == 0;
    }

    boolean has(final long comment, final long viewer) {
        return numbers.get(comment, viewer) != 0;
    }

    void add(final long comment, final long viewer) {
        if (rows.isFull()) {
            final long oldest = rows.address(rows.oldest());
            numbers.put(UnsafeApi.getLong(oldest + COMMENT), UnsafeApi.getLong(oldest + VIEWER), 0);
        }
        final long row = rows.add();
        UnsafeApi.putLong(row + COMMENT, comment);
        UnsafeApi.putLong(row + VIEWER, viewer);
        numbers.put(comment, viewer, rows.newest());
    }

    void save(final StateOutput output) {
        rows.save(output);
    }

    void load(final StateInput input) {
        rows.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        for (long number = rows.oldest(); number <= rows.newest(); number++) {
            final long row = rows.address(number);
            numbers.put(UnsafeApi.getLong(row + COMMENT), UnsafeApi.getLong(row + VIEWER), number);
        }
    }
}
