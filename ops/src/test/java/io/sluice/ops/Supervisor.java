package io.sluice.ops;

import java.util.ArrayList;
import java.util.List;

/**
 * Does what the unit in {@code ops/systemd} asks of systemd: a server that ends otherwise than well is started again. Closing it
 * kills the server.
 */
final class Supervisor implements AutoCloseable {
    private final ServeConfig config;
    private final List<SluiceProcess> started = new ArrayList<>();
    private boolean closed;

    /** Starts a server, and waits until it serves. */
    Supervisor(final ServeConfig config) {
        this.config = config;
        begin();
        current().awaitErr("serving");
    }

    /** The server that was started last. */
    synchronized SluiceProcess current() {
        return started.get(started.size() - 1);
    }

    /** How many were started. */
    synchronized int starts() {
        return started.size();
    }

    // A server that does not come back is missed by who waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private synchronized void begin() {
        if (!closed) {
            final SluiceProcess process = config.start();
            started.add(process);
            process.ended().thenAccept(ended -> {
                if (ended.exitValue() != 0) {
                    begin();
                }
            });
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        current().close();
    }
}
