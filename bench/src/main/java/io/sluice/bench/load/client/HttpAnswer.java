package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;

/** Hears what became of a request. Called once, on the loop's thread. */
@FunctionalInterface
public interface HttpAnswer {
    /** Status of a request whose connection broke in its answer, whose answer was none that can be read, or that was not sent. */
    int BROKEN = 0;

    /** Status of a request that had no answer in time though its connection held, until the rig closed it. */
    int LATE = -1;

    /** Status of a request whose connection ended before a byte of an answer came. */
    int UNHEARD = -2;

    /** Whether such a status says that no answer came, for the connection or the answer was none. */
    static boolean isBroken(final int status) {
        return status == BROKEN || status == UNHEARD;
    }

    /**
     * The answer.
     *
     * @param status  of HTTP; {@link #BROKEN}, {@link #LATE} or {@link #UNHEARD} for none.
     * @param buffer  holds the body during the call only.
     * @param from    its first byte.
     * @param end     behind its last.
     */
    void onAnswer(int status, ByteBuf buffer, int from, int end);
}
