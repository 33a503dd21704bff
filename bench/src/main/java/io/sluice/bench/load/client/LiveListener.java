package io.sluice.bench.load.client;

import io.netty.buffer.ByteBuf;

/** Hears what comes by the sockets. On the loop's thread. */
public interface LiveListener {
    /**
     * A message.
     *
     * @param socket  by which it came.
     * @param buffer  holds it during the call only.
     * @param from    its first byte.
     * @param end     behind its last.
     */
    void onMessage(LiveSocket socket, ByteBuf buffer, int from, int end);

    /** The socket has ended, or never was: refused with an HTTP status, or {@link HttpAnswer#BROKEN}. Called once. */
    void onClosed(LiveSocket socket, int status);
}
