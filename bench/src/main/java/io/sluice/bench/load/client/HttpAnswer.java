package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;

/** Hears what became of a request. Called once, on the loop's thread. */
@FunctionalInterface
public interface HttpAnswer {
    /** Status of a request whose connection broke, whose answer was none that can be read, or that could not be sent. */
    int BROKEN = 0;

    /** Status of a request that had no answer in time though its connection held, until the rig closed it. */
    int LATE = -1;

    /**
     * The answer.
     *
     * @param status  of HTTP; {@link #BROKEN} or {@link #LATE} for none.
     * @param buffer  holds the body during the call only.
     * @param from    its first byte.
     * @param end     behind its last.
     */
    void onAnswer(int status, ByteBuf buffer, int from, int end);
}
