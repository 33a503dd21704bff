package io.sluice.engine.core;

/** Is shown comments that were hidden. */
@FunctionalInterface
public interface HiddenVisitor {
    /** A comment of a room, by its record. */
    void onHidden(long room, long comment);
}
