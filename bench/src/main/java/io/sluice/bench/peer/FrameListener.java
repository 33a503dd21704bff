package io.sluice.bench.peer;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.client.LiveSocket;

/** Hears the frames of an audience. On the loop's thread. */
@FunctionalInterface
interface FrameListener {
    /** A frame has come by a socket, from its first byte to behind its last; the buffer holds it during the call only. */
    void onFrame(LiveSocket socket, ByteBuf buffer, int from, int end);
}
