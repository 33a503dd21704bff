package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * Rows of comments, each room's by themselves, in {@value #BLOCKS} blocks of {@value #BLOCK_ROWS} rows for all rooms: {@link
 * ProtocolLimits#MAX_COMMENTS} rows. A room takes a block when it needs one. Once all are in use it is the oldest of the
 * show that has ended, the one that fell silent first; when no such show has any, the oldest of the room that has most. So a
 * room that has no more than its share loses nothing to one that is busy.
 *
 * <p>It is saved room by room. Where in memory a room's blocks are is not saved, and nothing that is decided goes by it.
 */
final class RoomComments {
    static final int BLOCKS = 256;
    static final int BLOCK_ROWS = ProtocolLimits.MAX_COMMENTS / BLOCKS;

    private static final long NO_MORE_ROOMS = 0;

    private final int rowBytes;
    private final Pages rows;
    private final Room[] owners = new Room[BLOCKS];
    /** The block behind each in its room. */
    private final int[] next = new int[BLOCKS];
    /** Rows of each that are in use. */
    private final int[] sizes = new int[BLOCKS];
    /** Blocks that there are memory and owners for. */
    private int made;

    /** A block that was taken from its room and not yet given to another; {@link BlockQueue#NONE} for none. */
    private int free = BlockQueue.NONE;

    /** Rows that begin with a number that ascends in each room, with memory set aside for so many of them. */
    RoomComments(final int rowBytes, final long reserved) {
        this.rowBytes = rowBytes;
        rows = new Pages(rowBytes, Math.min(ProtocolLimits.MAX_COMMENTS, reserved));
    }

    boolean isEmpty() {
        return made == 0;
    }

    /** Whether the room's next row needs a block that another has to give up: {@link #takeOldest} first. */
    boolean needsTaking(final Room room) {
        return needsBlock(room) && made == BLOCKS && free == BlockQueue.NONE;
    }

    /** Takes a block from who has to give one up; its rows can be read until the next is added. */
    int takeOldest() {
        Room from = null;
        for (int block = 0; block < BLOCKS; block++) {
            final Room owner = owners[block];
            final boolean isOldest = owner.comments().oldest() == block;
            if (isOldest && (from == null || goesBefore(owner, from))) {
                from = owner;
            }
        }
        free = from.comments().oldest();
        from.comments().tookOldest(next[free]);
        return free;
    }

    private boolean goesBefore(final Room one, final Room other) {
        final boolean hasEnded = one.state() == RoomState.ENDED;
        if (hasEnded != (other.state() == RoomState.ENDED)) {
            return hasEnded;
        }
        if (!hasEnded && one.comments().length() != other.comments().length()) {
            return one.comments().length() > other.comments().length();
        }
        return first(one) < first(other);
    }

    private long first(final Room room) {
        return number(room.comments().oldest() * BLOCK_ROWS);
    }

    /** Adds a row to a room's; its bytes are as some earlier one left them. */
    int add(final Room room) {
        if (needsBlock(room)) {
            extend(room);
        }
        final int block = room.comments().newest();
        final int row = block * BLOCK_ROWS + sizes[block];
        sizes[block]++;
        return row;
    }

    private boolean needsBlock(final Room room) {
        final int newest = room.comments().newest();
        return newest == BlockQueue.NONE || sizes[newest] == BLOCK_ROWS;
    }

    private void extend(final Room room) {
        final int block = free == BlockQueue.NONE ? make() : free;
        free = BlockQueue.NONE;
        final int newest = room.comments().newest();
        if (newest != BlockQueue.NONE) {
            next[newest] = block;
        }
        next[block] = BlockQueue.NONE;
        sizes[block] = 0;
        owners[block] = room;
        room.comments().added(block);
    }

    private int make() {
        for (int row = 0; row < BLOCK_ROWS; row++) {
            rows.add();
        }
        made++;
        return made - 1;
    }

    /** Where a row begins. */
    long address(final int row) {
        return rows.address(row);
    }

    /** The room's row of a number, {@link BlockQueue#NONE} when there is none. */
    int find(final Room room, final long number) {
        int found = BlockQueue.NONE;
        for (int block = room.comments().oldest(); block != BlockQueue.NONE; block = next[block]) {
            if (number(block * BLOCK_ROWS) <= number) {
                found = block;
            }
        }
        return found == BlockQueue.NONE ? BlockQueue.NONE : findIn(found, number);
    }

    private int findIn(final int block, final long number) {
        int low = block * BLOCK_ROWS;
        int high = low + sizes[block] - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final long found = number(middle);
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return BlockQueue.NONE;
    }

    private long number(final int row) {
        return UnsafeApi.getLong(rows.address(row));
    }

    /** Shows the rows of a block, oldest first. */
    void forEachOf(final int block, final RowVisitor visitor) {
        for (int i = 0; i < sizes[block]; i++) {
            visitor.onRow(block * BLOCK_ROWS + i);
        }
    }

    /** Shows the rows of a room, oldest first. */
    void forEachOf(final Room room, final RowVisitor visitor) {
        for (int block = room.comments().oldest(); block != BlockQueue.NONE; block = next[block]) {
            forEachOf(block, visitor);
        }
    }

    void save(final Catalogue catalogue, final StateOutput output) {
        catalogue.forEachRoom(room -> {
            if (room.comments().length() > 0) {
                output.putLong(room.id());
                output.putInt(room.comments().length());
                for (int block = room.comments().oldest(); block != BlockQueue.NONE; block = next[block]) {
                    output.putInt(sizes[block]);
                    final int row = block * BLOCK_ROWS;
                    output.putBytes(rows.page(row), rows.offset(row), sizes[block] * rowBytes);
                }
            }
        });
        output.putLong(NO_MORE_ROOMS);
    }

    /**
     * Takes the place of what there was, which is nothing.
     *
     * @throws IllegalStateException when it cannot have been saved.
     */
    void load(final Catalogue catalogue, final StateInput input) {
        for (long id = input.getLong(); id != NO_MORE_ROOMS; id = input.getLong()) {
            final Room room = catalogue.room(id);
            final int blocks = input.getInt();
            if (room == null
                    || blocks < 1
                    || blocks > BLOCKS - made
                    || room.comments().length() > 0) {
                throw new IllegalStateException("blocks=" + blocks + " of comments of room=" + id);
            }
            for (int i = 0; i < blocks; i++) {
                extend(room);
                loadBlock(room.comments().newest(), i == blocks - 1, input);
            }
        }
    }

    private void loadBlock(final int block, final boolean isLast, final StateInput input) {
        final int size = input.getInt();
        if (size < 1 || size > BLOCK_ROWS || (size < BLOCK_ROWS && !isLast)) {
            throw new IllegalStateException("rows=" + size + " of a block of comments");
        }
        sizes[block] = size;
        final int row = block * BLOCK_ROWS;
        input.getBytes(rows.page(row), rows.offset(row), size * rowBytes);
    }

    /** Is shown rows. */
    @FunctionalInterface
    interface RowVisitor {
        /** A row by its place. */
        void onRow(int row);
    }
}
