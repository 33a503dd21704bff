package io.sluice.engine.core;

/** The blocks of one room's comments, oldest first, by their numbers in {@link RoomComments}, which alone changes it. */
final class BlockQueue {
    /** In place of a block. */
    static final int NONE = -1;

    private int oldest = NONE;
    private int newest = NONE;
    private int length;

    /** {@link #NONE} when it is empty. */
    int oldest() {
        return oldest;
    }

    /** {@link #NONE} when it is empty. */
    int newest() {
        return newest;
    }

    /** How many there are. */
    int length() {
        return length;
    }

    /** One more, behind what was the newest. */
    void added(final int block) {
        if (oldest == NONE) {
            oldest = block;
        }
        newest = block;
        length++;
    }

    /** The oldest is taken away; {@code next} is the one behind it, {@link #NONE} for none. */
    void tookOldest(final int next) {
        oldest = next;
        if (next == NONE) {
            newest = NONE;
        }
        length--;
    }
}
