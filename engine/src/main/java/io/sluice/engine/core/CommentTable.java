package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * The newest comments: who said them where and when, whether they were hidden, and how many viewers reported them. Their texts
 * are the journal's. A comment of which {@link ProtocolLimits#MAX_COMMENTS} newer ones were taken is not known any more.
 */
final class CommentTable {
    /** In place of a comment that is not known. */
    static final long NONE = 0;

    private static final int SEQUENCE = 0;
    private static final int VIEWER = 8;
    private static final int ROOM = 16;
    private static final int TIME_MS = 24;
    private static final int HIDDEN = 32;
    private static final int REPORTS = 40;
    private static final int BYTES = 48;

    private final RecentRows rows;
    /** Number of a viewer's newest comment in a room that is slow, of those that are known: nobody asks in another. */
    private final PairTable newest = new PairTable(0);

    CommentTable(final long reserved) {
        rows = new RecentRows(BYTES, ProtocolLimits.MAX_COMMENTS, reserved);
    }

    boolean isEmpty() {
        return rows.newest() == 0;
    }

    void add(final long sequence, final long viewer, final Room room, final long timeMs) {
        if (rows.isFull()) {
            forget(rows.oldest());
        }
        final long row = rows.add();
        UnsafeApi.putLong(row + SEQUENCE, sequence);
        UnsafeApi.putLong(row + VIEWER, viewer);
        UnsafeApi.putLong(row + ROOM, room.id());
        UnsafeApi.putLong(row + TIME_MS, timeMs);
        UnsafeApi.putLong(row + HIDDEN, 0);
        UnsafeApi.putLong(row + REPORTS, 0);
        if (room.slowSeconds() > 0) {
            newest.put(room.id(), viewer, rows.newest());
        }
    }

    /** When a viewer last commented in a slow room, core time in epoch ms; 0 when that is not known. */
    long lastMs(final long room, final long viewer) {
        final long number = newest.get(room, viewer);
        return number == 0 ? 0 : UnsafeApi.getLong(rows.address(number) + TIME_MS);
    }

    /** A comment of a room by its record, {@link #NONE} when it is not known. Records ascend, so it is found by halving. */
    long find(final long room, final long sequence) {
        long low = rows.oldest();
        long high = rows.newest();
        while (low <= high) {
            final long middle = (low + high) >>> 1;
            final long row = rows.address(middle);
            final long found = UnsafeApi.getLong(row + SEQUENCE);
            if (found == sequence) {
                return UnsafeApi.getLong(row + ROOM) == room ? row : NONE;
            }
            if (found < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NONE;
    }

    /** Who said a comment that was found. */
    long viewer(final long comment) {
        return UnsafeApi.getLong(comment + VIEWER);
    }

    boolean isHidden(final long comment) {
        return UnsafeApi.getLong(comment + HIDDEN) != 0;
    }

    void hide(final long comment) {
        UnsafeApi.putLong(comment + HIDDEN, 1);
    }

    /** How many viewers reported a comment that was found. */
    long reports(final long comment) {
        return UnsafeApi.getLong(comment + REPORTS);
    }

    void report(final long comment) {
        UnsafeApi.putLong(comment + REPORTS, reports(comment) + 1);
    }

    /** Shows every hidden comment, oldest first. */
    void forEachHidden(final HiddenVisitor visitor) {
        for (long number = rows.oldest(); number <= rows.newest(); number++) {
            final long row = rows.address(number);
            if (isHidden(row)) {
                visitor.onHidden(UnsafeApi.getLong(row + ROOM), UnsafeApi.getLong(row + SEQUENCE));
            }
        }
    }

    void save(final StateOutput output) {
        rows.save(output);
    }

    void load(final StateInput input) {
        rows.load(input);
    }

    /** Makes findable who last commented when in a room that is slow from now on. */
    void index(final long room) {
        for (long number = rows.oldest(); number <= rows.newest(); number++) {
            final long row = rows.address(number);
            if (UnsafeApi.getLong(row + ROOM) == room) {
                newest.put(room, viewer(row), number);
            }
        }
    }

    /** A later comment of the same viewer in the same room stays known. */
    private void forget(final long number) {
        if (newest.size() == 0) {
            return;
        }
        final long row = rows.address(number);
        final long room = UnsafeApi.getLong(row + ROOM);
        if (newest.get(room, viewer(row)) == number) {
            newest.put(room, viewer(row), 0);
        }
    }
}
