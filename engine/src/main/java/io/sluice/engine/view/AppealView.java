package io.sluice.engine.view;

/**
 * What a muted viewer said against the mute, as moderators see it.
 *
 * @param sequence   number of its record, by which it is known.
 * @param timeMs     when it was said, core time in epoch ms.
 * @param viewer     who said it.
 * @param text       what was said.
 * @param mute       the mute that it is about.
 * @param state      what became of it; an OPEN one of a mute that has ended since waits for nobody any more.
 * @param decidedBy  the operator who decided, 0 for none.
 */
public record AppealView(
        long sequence, long timeMs, long viewer, String text, MuteView mute, State state, long decidedBy) {
    /** What became of an appeal. */
    public enum State {
        /** It waits for a moderator. */
        OPEN,
        /** The mute was lifted for it. */
        GRANTED,
        /** The mute stays. */
        DENIED,
        /** Its mute was lifted or replaced without a word about it. */
        OVER
    }

    /** The same with another end. */
    AppealView become(final State newState, final long operator) {
        return new AppealView(sequence, timeMs, viewer, text, mute, newState, operator);
    }

    /** Whether a moderator can still decide, at a core time in epoch ms. */
    public boolean isOpenAt(final long nowMs) {
        return state == State.OPEN && mute.untilMs() > nowMs;
    }
}
