package io.sluice.ops;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port nobody listens at, below those that the system gives to clients: a client that calls a server which is down
 * must not be given the server's own port.
 */
public final class FreePort {
    /** Many, for another build may look for one beside this: of a hundred, two builds soon took the same. No browser bars any. */
    private static final int FIRST = 12_000;

    private static final int LAST = 31_999;
    private static final int PORTS = LAST - FIRST + 1;
    /** Goes round, so that two that are asked for one behind the other are two. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private FreePort() {}

    /** One that was free a moment ago. */
    public static int next() {
        for (int i = 0; i < PORTS; i++) {
            final int port = FIRST + NEXT.getAndIncrement() % PORTS;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(final int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (final IOException taken) {
            return false;
        }
    }
}
