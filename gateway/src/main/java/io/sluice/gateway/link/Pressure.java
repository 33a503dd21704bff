package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;

/** Why the engine did not take what {@link EngineClient#send} offered; nothing has happened then. */
public enum Pressure {
    /** It was taken. */
    NONE,
    /** The ring is full, or too much of this event loop's is unanswered. */
    FULL,
    /** The journal's disk is below its watermark. */
    STORAGE_LOW,
    /** The engine is stopping or has halted. */
    CLOSED,
    /** The message does not fit a slot: a limit of the gateway is wider than the ring's slots. */
    TOO_LONG;

    /** What a result of {@link EngineClient#send} means. */
    public static Pressure of(final long result) {
        if (result >= 0) {
            return NONE;
        }
        if (result == EngineLink.FULL) {
            return FULL;
        }
        if (result == EngineLink.STORAGE_LOW) {
            return STORAGE_LOW;
        }
        return result == EngineLink.TOO_LONG ? TOO_LONG : CLOSED;
    }
}
