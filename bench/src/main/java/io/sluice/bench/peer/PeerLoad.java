package io.sluice.bench.peer;

import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.LaneListener;
import io.sluice.bench.load.client.LiveSockets;
import io.sluice.bench.load.client.Loop;
import io.sluice.bench.load.client.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The loads of {@code bench/peers/compare}, one a process. Each prints one line of figures and exits with 0, or says on stderr
 * what was in the way and exits with 1.
 */
public final class PeerLoad implements LaneListener, AutoCloseable {
    private static final int LANES = 32;
    private static final long TIMEOUT_MS = 30_000;
    private static final String USAGE = """
            echo PORT                                           a server that answers JSON with itself
            orders URL TOKENS SHARES SOCKETS IN_FLIGHT SECONDS  orders to Sluice's room 1 by sockets
            comments URL TOKENS SOCKETS RATE SECONDS            comments in Sluice's room 1, to all sockets
            posts URL SOCKETS RATE SECONDS                      messages of nchan, to all sockets
            idle URL TOKENS SOCKETS                             sockets of Sluice's room 1 until stdin ends
            idle URL SOCKETS                                    sockets of nchan until stdin ends""";

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Loop loop = new Loop();
    private final HttpLanes lanes;
    private final LiveSockets sockets;

    private PeerLoad(final URI url) {
        final ServerAddress server = ServerAddress.plain(url.getHost(), url.getPort());
        lanes = new HttpLanes(loop, server, LANES, TIMEOUT_MS, this);
        sockets = new LiveSockets(loop, server, this::onBug);
    }

    /** Makes the load that the arguments name; without any they are listed. */
    public static void main(final String[] args) throws InterruptedException {
        try {
            switch (args.length == 0 ? "" : args[0] + args.length) {
                case "echo2" -> Echo.serve(Integer.parseInt(args[1]));
                case "orders7" -> orders(args);
                case "comments6", "posts5" -> fanout(args);
                case "idle4", "idle3" -> idle(args);
                default -> fail(2, USAGE);
            }
        } catch (final ExecutionException failed) {
            fail(1, String.valueOf(failed.getCause()));
        } catch (final IOException | IllegalArgumentException wrong) {
            fail(1, wrong.toString());
        }
    }

    @Override
    public void onWaited(final long waitedNs) {
        // Part of the delay.
    }

    @Override
    public void onFailure() {
        onBug(new LoadException("a connection could not be opened"));
    }

    @Override
    public void onBug(final Throwable bug) {
        end.completeExceptionally(bug);
    }

    @Override
    public void close() {
        loop.close();
    }

    // A loop that is shut down tells of nothing.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void orders(final String[] args) throws IOException, InterruptedException, ExecutionException {
        final int size = Integer.parseInt(args[4]);
        final int inFlight = Integer.parseInt(args[5]);
        try (PeerLoad load = new PeerLoad(URI.create(args[1]))) {
            final OrderFlood flood = new OrderFlood(lines(args[3]), Integer.parseInt(args[6]), load.end);
            final Audience audience = load.audience(load.entrance(args[2]), size, flood);
            load.loop.thread().execute(() -> flood.begin(audience, Math.max(1, inFlight / size)));
            // It ends with an answer, which a server that has come to a halt does not give.
            load.loop
                    .thread()
                    .schedule(
                            () -> load.onBug(new LoadException("the server answers no more")),
                            Integer.parseInt(args[6]) * 1_000L + TIMEOUT_MS,
                            TimeUnit.MILLISECONDS);
            load.end.get();
            System.out.println(flood.figures());
        }
    }

    private static void fanout(final String[] args) throws IOException, InterruptedException, ExecutionException {
        final boolean isNchan = "posts".equals(args[0]);
        final int size = Integer.parseInt(args[args.length - 3]);
        final double rate = Double.parseDouble(args[args.length - 2]);
        try (PeerLoad load = new PeerLoad(URI.create(args[1]))) {
            final Fanout fanout =
                    new Fanout(load.loop.thread(), rate, Integer.parseInt(args[args.length - 1]), load.end);
            final Entrance entrance = isNchan ? Entrance.open("/sub") : load.entrance(args[2]);
            final Publisher publisher = isNchan
                    ? Publisher.posts(load.lanes, (status, body, from, to) -> fanout.answered(status))
                    : Publisher.comments();
            fanout.run(load.audience(entrance, size, fanout), publisher);
            load.end.get();
            System.out.println(fanout.figures());
        }
    }

    private static void idle(final String[] args) throws IOException, InterruptedException, ExecutionException {
        try (PeerLoad load = new PeerLoad(URI.create(args[1]))) {
            final Entrance entrance = args.length == 3 ? Entrance.open("/sub") : load.entrance(args[2]);
            load.audience(entrance, Integer.parseInt(args[args.length - 1]), (socket, buffer, from, to) -> {});
            System.out.println("open");
            while (System.in.read() >= 0) {
                // Until whoever started it closes the pipe.
            }
            if (load.end.isCompletedExceptionally()) {
                // Some socket ended meanwhile: what was measured was fewer of them.
                load.end.get();
            }
        }
    }

    private Entrance entrance(final String tokens) throws IOException {
        return Entrance.byTicket(lanes, lines(tokens));
    }

    /** Waits until everybody is there. */
    private Audience audience(final Entrance entrance, final int size, final FrameListener frames)
            throws InterruptedException, ExecutionException {
        final Audience audience = new Audience(loop, sockets, entrance, size, frames, end);
        CompletableFuture.anyOf(audience.open(), end).get();
        return audience;
    }

    private static List<String> lines(final String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }

    private static void fail(final int code, final String why) {
        System.err.println(why);
        System.exit(code);
    }
}
