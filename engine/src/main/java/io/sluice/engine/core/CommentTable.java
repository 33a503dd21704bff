package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * The newest comments: who said them where and when, whether they were hidden, and how many viewers reported them. Their texts
 * are the journal's. Each room has its own; those of journals from before that lie together, and of them a comment of which
 * {@link ProtocolLimits#MAX_COMMENTS} newer ones were taken is not known any more.
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

    private final RecentRows shared = new RecentRows(BYTES, ProtocolLimits.MAX_COMMENTS, 0);
    private final RoomComments rooms;
    /**
     * A viewer's newest comment in a room that is slow, of the shared ones that are known: nobody asks in another room. By its
     * number, above 0. The room's own have a table of their own, or a viewer whose own comment is forgotten would have to be
     * looked for among all shared ones, as a core does that was loaded.
     */
    private final PairTable newestShared = new PairTable(0);
    /** The same of the room's own, by the place of a row less one and turned round, below 0. */
    private final PairTable newestOfRoom = new PairTable(0);

    private final RoomComments.RowVisitor forgetter = row -> forget(rowOf(row), placeOf(row));

    CommentTable(final long reserved) {
        rooms = new RoomComments(BYTES, reserved);
    }

    boolean hasShared() {
        return shared.newest() != 0;
    }

    /** Whether any room has its own. */
    boolean hasOfRooms() {
        return !rooms.isEmpty();
    }

    /** Remembers a comment, among all if {@code isShared}, else among those of its room. */
    void add(final long sequence, final long viewer, final Room room, final long timeMs, final boolean isShared) {
        final long place = isShared ? addShared(sequence) : addOfRoom(room, sequence);
        final long row = row(place);
        UnsafeApi.putLong(row + VIEWER, viewer);
        UnsafeApi.putLong(row + ROOM, room.id());
        UnsafeApi.putLong(row + TIME_MS, timeMs);
        UnsafeApi.putLong(row + HIDDEN, 0);
        UnsafeApi.putLong(row + REPORTS, 0);
        if (room.slowSeconds() > 0) {
            newest(place).put(room.id(), viewer, place);
        }
    }

    private long addShared(final long sequence) {
        if (shared.isFull()) {
            forget(shared.address(shared.oldest()), shared.oldest());
        }
        UnsafeApi.putLong(shared.add() + SEQUENCE, sequence);
        return shared.newest();
    }

    private long addOfRoom(final Room room, final long sequence) {
        if (rooms.needsTaking(room)) {
            rooms.forEachOf(rooms.takeOldest(room), forgetter);
        }
        return placeOf(rooms.add(room, sequence));
    }

    private static long placeOf(final int row) {
        return -1L - row;
    }

    private long rowOf(final int row) {
        return rooms.address(row);
    }

    private long row(final long place) {
        return place > 0 ? shared.address(place) : rooms.address((int) (-1 - place));
    }

    private PairTable newest(final long place) {
        return place > 0 ? newestShared : newestOfRoom;
    }

    /** When a viewer last commented in a slow room by what is known, core time in epoch ms; 0 when nothing is. */
    long lastMs(final long room, final long viewer) {
        return Math.max(timeMs(newestShared.get(room, viewer)), timeMs(newestOfRoom.get(room, viewer)));
    }

    private long timeMs(final long place) {
        return place == 0 ? 0 : UnsafeApi.getLong(row(place) + TIME_MS);
    }

    /** A comment of a room by its record, {@link #NONE} when it is not known. */
    long find(final Room room, final long sequence) {
        final int found = rooms.find(room, sequence);
        return found == BlockQueue.NONE ? findShared(room.id(), sequence) : rooms.address(found);
    }

    /** Records ascend, so it is found by halving. */
    private long findShared(final long room, final long sequence) {
        long low = shared.oldest();
        long high = shared.newest();
        while (low <= high) {
            final long middle = (low + high) >>> 1;
            final long row = shared.address(middle);
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

    /** Shows every hidden comment, of a room the oldest first. */
    void forEachHidden(final Catalogue catalogue, final HiddenVisitor visitor) {
        for (long number = shared.oldest(); number <= shared.newest(); number++) {
            showIfHidden(shared.address(number), visitor);
        }
        catalogue.forEachRoom(room -> rooms.forEachOf(room, row -> showIfHidden(rooms.address(row), visitor)));
    }

    private void showIfHidden(final long row, final HiddenVisitor visitor) {
        if (isHidden(row)) {
            visitor.onHidden(UnsafeApi.getLong(row + ROOM), UnsafeApi.getLong(row + SEQUENCE));
        }
    }

    void saveShared(final StateOutput output) {
        shared.save(output);
    }

    void loadShared(final StateInput input) {
        shared.load(input);
    }

    void saveOfRooms(final Catalogue catalogue, final StateOutput output) {
        rooms.save(catalogue, output);
    }

    void loadOfRooms(final Catalogue catalogue, final StateInput input) {
        rooms.load(catalogue, input);
    }

    /** Makes findable who last commented when in a room that is slow from now on. */
    void index(final Room room) {
        for (long number = shared.oldest(); number <= shared.newest(); number++) {
            final long row = shared.address(number);
            if (UnsafeApi.getLong(row + ROOM) == room.id()) {
                newestShared.put(room.id(), viewer(row), number);
            }
        }
        rooms.forEachOf(room, row -> newestOfRoom.put(room.id(), viewer(rooms.address(row)), placeOf(row)));
    }

    /** A later comment of the same viewer in the same room stays known. */
    private void forget(final long row, final long place) {
        final PairTable newest = newest(place);
        if (newest.size() == 0) {
            return;
        }
        final long room = UnsafeApi.getLong(row + ROOM);
        if (newest.get(room, viewer(row)) == place) {
            newest.put(room, viewer(row), 0);
        }
    }
}
