package io.sluice.bench.load.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A small server on the loopback that answers each request by its first line, or does not. Threads of its own. */
public final class TestServer implements AutoCloseable {
    /** The answer of a server that says nothing. */
    public static final String SILENCE = "";

    /** The answer, or its end, of a server that closes the connection. */
    public static final String END = "END";

    /** All lanes of a rig come at once; one that found no place would try again after a second. */
    private static final int BACKLOG = 512;

    private final ServerSocket listening;
    private final Function<String, String> answers;
    private final Semaphore accepted = new Semaphore(0);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Answers by these. */
    public TestServer(final Function<String, String> answers) {
        this.answers = answers;
        try {
            listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (final IOException refused) {
            throw new UncheckedIOException(refused);
        }
        start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Waits until there have been so many connections more; whether there were, in ten seconds. */
    public boolean hasHadConnections(final int more) throws InterruptedException {
        return accepted.tryAcquire(more, 10, TimeUnit.SECONDS);
    }

    /** A whole answer. */
    public static String answer(final int status, final String body) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Listens no more, and closes all connections. */
    public void hangUp() throws IOException {
        listening.close();
        for (final Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        hangUp();
    }

    private static void start(final Runnable work) {
        final Thread thread = new Thread(work, "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                final Socket socket = listening.accept();
                sockets.add(socket);
                if (listening.isClosed()) {
                    // It came while the others were being closed.
                    socket.close();
                }
                accepted.release();
                start(() -> serve(socket));
            }
        } catch (final IOException closed) {
            // The test is over.
        }
    }

    private void serve(final Socket socket) {
        try (socket) {
            final BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String first = lines.readLine(); first != null; first = lines.readLine()) {
                int length = 0;
                for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                    length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
                }
                lines.skip(length);
                final String answer = answers.apply(first);
                socket.getOutputStream().write(answer.replace(END, "").getBytes(StandardCharsets.US_ASCII));
                if (answer.endsWith(END)) {
                    return;
                }
            }
        } catch (final IOException closed) {
            // By the rig, or because the test is over.
        }
    }
}
