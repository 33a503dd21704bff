package io.sluice.engine.core;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import org.agrona.UnsafeApi;

/**
 * Rows of comments, each room's by themselves, in {@value #BLOCKS} blocks of {@value #BLOCK_ROWS} rows for all rooms: {@link
 * ProtocolLimits#MAX_COMMENTS} rows. A room takes a block when it needs one. Once all are in use one gives up its oldest:
 *
 * <ol>
 *   <li>of the rooms that have ended the one whose oldest comment is oldest;
 *   <li>while rooms that are not live have more than {@value #WAITING_BLOCKS} blocks, the one of them that has most;
 *   <li>the room that has most.
 * </ol>
 *
 * <p>Of several that have most it is the one that asks if it is among them, else the one whose oldest comment is oldest. So
 * rooms that wait for their shows cannot take the live ones' rows by being many, nor can a live one take all of theirs. A room
 * that has less than others of its kind loses nothing to them, until there are more rooms than blocks: then it may lose all.
 *
 * <p>It is saved room by room. Where in memory a room's blocks are is not saved, and nothing that is decided goes by it.
 */
final class RoomComments {
    static final int BLOCKS = 1_024;
    static final int BLOCK_ROWS = ProtocolLimits.MAX_COMMENTS / BLOCKS;

    /** Blocks that rooms which are not live have together before they give up theirs first. */
    static final int WAITING_BLOCKS = BLOCKS / 4;

    private static final long NO_MORE_ROOMS = 0;

    /** Whose turn to give is first, second and last. */
    private static final int ENDED = 0;

    private static final int WAITING = 1;
    private static final int OTHERS = 2;

    private final int rowBytes;
    private final Pages rows;
    /** The rooms that have blocks, in no order that matters. */
    private final Room[] owners = new Room[BLOCKS];

    private int ownerCount;
    /** The number of the first row of each: to look for one does not go through all their memory. */
    private final long[] firsts = new long[BLOCKS];
    /** The block behind each in its room. */
    private final int[] next = new int[BLOCKS];
    /** Rows of each that are in use. */
    private final int[] sizes = new int[BLOCKS];
    /** Blocks that there is memory for. */
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

    /**
     * Takes a block for a room from who has to give one up; its rows can be read until the next is added. It looks at each room
     * that has any, twice.
     */
    int takeOldest(final Room asking) {
        final boolean waitingFirst = waitingBlocks() > WAITING_BLOCKS;
        int from = 0;
        for (int owner = 1; owner < ownerCount; owner++) {
            if (goesBefore(owners[owner], owners[from], asking, waitingFirst)) {
                from = owner;
            }
        }
        final BlockQueue queue = owners[from].comments();
        free = queue.oldest();
        queue.tookOldest(next[free]);
        if (queue.length() == 0) {
            ownerCount--;
            owners[from] = owners[ownerCount];
            owners[ownerCount] = null;
        }
        return free;
    }

    private int waitingBlocks() {
        int blocks = 0;
        for (int owner = 0; owner < ownerCount; owner++) {
            if (owners[owner].state() == RoomState.SCHEDULED) {
                blocks += owners[owner].comments().length();
            }
        }
        return blocks;
    }

    private boolean goesBefore(final Room one, final Room other, final Room asking, final boolean waitingFirst) {
        final int turn = turn(one, waitingFirst);
        if (turn != turn(other, waitingFirst)) {
            return turn < turn(other, waitingFirst);
        }
        final int more = one.comments().length() - other.comments().length();
        if (turn != ENDED && more != 0) {
            return more > 0;
        }
        if (one == asking || other == asking) {
            return one == asking;
        }
        return firsts[one.comments().oldest()] < firsts[other.comments().oldest()];
    }

    private static int turn(final Room room, final boolean waitingFirst) {
        return switch (room.state()) {
            case ENDED -> ENDED;
            case SCHEDULED -> waitingFirst ? WAITING : OTHERS;
            case LIVE -> OTHERS;
        };
    }

    /** Adds the row of a number to a room's; its other bytes are as some earlier one left them. */
    int add(final Room room, final long number) {
        if (needsBlock(room)) {
            extend(room);
        }
        final int block = room.comments().newest();
        final int row = block * BLOCK_ROWS + sizes[block];
        if (sizes[block] == 0) {
            firsts[block] = number;
        }
        sizes[block]++;
        UnsafeApi.putLong(rows.address(row), number);
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
        if (newest == BlockQueue.NONE) {
            owners[ownerCount] = room;
            ownerCount++;
        }
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
        int block = room.comments().oldest();
        while (block != BlockQueue.NONE && firsts[block] <= number) {
            found = block;
            block = next[block];
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
        firsts[block] = number(row);
    }

    /** Is shown rows. */
    @FunctionalInterface
    interface RowVisitor {
        /** A row by its place. */
        void onRow(int row);
    }
}
