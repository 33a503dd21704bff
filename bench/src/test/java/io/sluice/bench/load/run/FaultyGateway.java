package io.sluice.bench.load.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A gateway as the world would see it if it were broken: a sound one, behind a line that keeps answers back and rewrites
 * them and the journal's feed. Each connection has two threads.
 */
final class FaultyGateway implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final URI sound;
    private final Predicate<String> unanswered;
    private final UnaryOperator<String> answers;
    private final UnaryOperator<String> feed;

    /**
     * Opens the line.
     *
     * @param unanswered  says of a request whether nothing is ever answered to it, nor on its connection.
     * @param answers     rewrites what is answered, as it comes by, to something as long.
     * @param feed        rewrites the whole feed, of which every line has to keep its length.
     */
    FaultyGateway(
            final URI sound,
            final Predicate<String> unanswered,
            final UnaryOperator<String> answers,
            final UnaryOperator<String> feed)
            throws IOException {
        this.sound = sound;
        this.unanswered = unanswered;
        this.answers = answers;
        this.feed = feed;
        start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            final Socket client = door.accept();
            final Socket server = new Socket(sound.getHost(), sound.getPort());
            start(new Line(client, server)::ask);
        }
    }

    private static void start(final Work work) {
        final Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (final IOException hungUp) {
                        // One end of a line is gone, and so is the line.
                    }
                },
                "faulty-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean isSilent;

        private Line(final Socket client, final Socket server) {
            this.client = client;
            this.server = server;
        }

        private void ask() throws IOException {
            try (client;
                    server) {
                final byte[] buffer = new byte[BUFFER_BYTES];
                final InputStream from = client.getInputStream();
                boolean isFirst = true;
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    final boolean isFeed = text.startsWith("GET /api/v1/journal");
                    if (isFeed) {
                        // So that the feed's end is the connection's.
                        text = text.replace("Connection: keep-alive", "Connection: close");
                    }
                    isSilent |= unanswered.test(text);
                    if (isFirst) {
                        start(isFeed ? this::answerFeed : this::answer);
                        isFirst = false;
                    }
                    server.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }

        private void answer() throws IOException {
            final OutputStream to = client.getOutputStream();
            final byte[] buffer = new byte[BUFFER_BYTES];
            final InputStream from = server.getInputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                if (!isSilent) {
                    final String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    to.write(answers.apply(text).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            client.close();
        }

        private void answerFeed() throws IOException {
            final String whole = new String(server.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            client.getOutputStream().write(feed.apply(whole).getBytes(StandardCharsets.ISO_8859_1));
            client.close();
        }
    }
}
