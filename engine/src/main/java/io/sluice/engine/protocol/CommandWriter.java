package io.sluice.engine.protocol;

import org.agrona.MutableDirectBuffer;

/** Encodes one command or query, SBE message header included, straight into the slot that was claimed for it. */
@FunctionalInterface
public interface CommandWriter {
    /**
     * Called at most once, on the caller's thread, while the command is offered.
     *
     * @param buffer  the slot; nothing but the command may be written.
     * @param offset  where the message header goes.
     * @return bytes written.
     * @throws IndexOutOfBoundsException when it does not fit; the command is dropped and offer answers TOO_LONG.
     */
    int write(MutableDirectBuffer buffer, int offset);
}
