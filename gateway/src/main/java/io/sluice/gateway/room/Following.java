package io.sluice.gateway.room;

/** How a connection stands to its room's ticks. */
enum Following {
    /** Its picture of the room was asked for; ticks until then are in the picture. */
    WAITING,
    /** It has its picture and gets every tick. */
    FOLLOWING,
    /** It was too far behind for a tick; it gets none until it has caught up and asked for a new picture. */
    BEHIND;

    /** Whether this state may be followed by {@code next}. */
    boolean canBecome(final Following next) {
        return switch (this) {
            case WAITING -> next == FOLLOWING || next == BEHIND;
            case FOLLOWING -> next == BEHIND;
            case BEHIND -> next == WAITING;
        };
    }
}
