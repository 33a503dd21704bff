package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;

/** Hears what comes over a viewer's connection. On its event loop; a payload is the caller's and good until the call returns. */
interface SocketListener {
    /** A text frame, or one that goes on with its message; whether it is the message's last. */
    void onText(LiveViewer viewer, ByteBuf payload, boolean isFinal);

    /** A binary frame. */
    void onBinary(LiveViewer viewer);

    /** A ping, which wants its payload back. */
    void onPing(LiveViewer viewer, ByteBuf payload);

    /** A pong. */
    void onPong(LiveViewer viewer);

    /** What is against the protocol, or more than is read: nothing more will be heard but its end. */
    void onWrong(LiveViewer viewer, short code, String reason);

    /** The peer closes, or the connection has ended; maybe the one after the other. */
    void onClosed(LiveViewer viewer);
}
