package io.sluice.engine;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.ring.CommandRing;

/**
 * The port through which everybody offers commands to the engine. Any thread. It never waits: pressure is answered as a
 * negative number.
 */
public interface EngineLink {
    /** The ring is full; offer again later. */
    long FULL = CommandRing.FULL;
    /** The journal's disk is below its watermark; only queries are accepted until room is made. */
    long STORAGE_LOW = CommandRing.STORAGE_LOW;
    /** The engine is stopping or has halted. */
    long CLOSED = -3;
    /** The command does not fit a slot. */
    long TOO_LONG = CommandRing.TOO_LONG;
    /** Reply address of a command whose answer nobody waits for. */
    long NO_REPLY = CommandRing.NO_REPLY;

    /**
     * Claims a slot, encodes the command into it and publishes it. A core that sleeps may sleep on until {@link #wake}:
     * whoever offers several commands wakes it once.
     *
     * @param writer   encodes the command.
     * @param replyTo  the caller's own number, handed back with the answer; {@link #NO_REPLY} for none.
     * <p>A command that was accepted while the engine stops or halts may stay unanswered; it may be in the journal.
     *
     * @return the ring's sequence, 0 or more; or one of the negative codes above, and then nothing has happened.
     */
    long offer(CommandWriter writer, long replyTo);

    /** Wakes the core, if it sleeps, to what this thread has offered. */
    void wake();

    /** Slots of the ring. */
    int capacity();

    /** Slots taken at this moment, an estimate from 0 to {@link #capacity()}. */
    int occupancy();
}
