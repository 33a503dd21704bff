package io.sluice.engine.core.naive;

/** A viewer of whom more is known than orders. */
final class NaiveViewer {
    /** Of whom nothing is known. */
    static final NaiveViewer UNKNOWN = new NaiveViewer();

    long memberSinceMs;
    /** Null for none. */
    Binding binding;

    long group;
    long joinedAt;
    long inviter;
    long invitedAt;
    /** Null for none. */
    LastTouch lastTouch;

    /** The guide the viewer belongs to at a time, 0 for none. */
    long guideAt(final long nowMs) {
        return binding == null || binding.untilMs() <= nowMs ? 0 : binding.guide();
    }

    /** Whom a viewer belongs to, and since which record. */
    record Binding(long guide, long store, long untilMs, long sequence) {}

    /** The touch that came last, with its record and time. */
    record LastTouch(Command.NoteTouch command, long sequence, long timeMs) {}
}
