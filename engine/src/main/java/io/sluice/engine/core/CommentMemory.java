package io.sluice.engine.core;

/** How a comment is remembered, so that it can be hidden and reported and its viewer waits in a slow room. */
public enum CommentMemory {
    /** Not at all: of a command from before comments could be hidden. */
    NONE,
    /** Among those of all rooms, of which the oldest makes room for the newest: of a command from before rooms had their own. */
    SHARED,
    /** Among those of its room. */
    OF_ROOM
}
