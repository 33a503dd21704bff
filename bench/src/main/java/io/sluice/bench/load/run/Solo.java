package io.sluice.bench.load.run;

import com.sun.management.UnixOperatingSystemMXBean;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.client.Loop;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** This process plays the scenario, on one thread of its own. */
public final class Solo implements Cast {
    /** Java's own files, and the figures of the server. */
    private static final int OPEN_BESIDE = 200;

    private final Loop loop;
    private final Consumer<OrderAttempt> answered;
    private Scenario scenario;
    private LoadTarget target;
    private volatile Driver driver;
    private volatile boolean ended;

    /** Connects from whichever address the system says. */
    public Solo() {
        this(null, attempt -> {});
    }

    /**
     * Connects from an address of its own.
     *
     * @param source    of this machine; null for whichever the system says.
     * @param answered  hears of each order that has its answer, on the thread that plays.
     */
    public Solo(final InetAddress source, final Consumer<OrderAttempt> answered) {
        loop = new Loop(source);
        this.answered = answered;
    }

    /** How many viewers one process can carry here: as many as it may have descriptors, but for what else it has open. */
    public static long mostViewers() {
        final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() - Driver.CONNECTIONS - OPEN_BESIDE
                : Long.MAX_VALUE;
    }

    @Override
    public CompletableFuture<Void> gather() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> warmUp(final Scenario asked, final Access access) {
        scenario = asked;
        target = access.target(asked);
        final ServerWatch blind = new ServerWatch(null);
        return begin(new Driver(loop, asked.walkThrough(), target, new Measurements(), blind))
                .thenAccept(told -> blind.close());
    }

    @Override
    public CompletableFuture<Played> play(final Measurements figures, final ServerWatch server) {
        final Driver playing = new Driver(loop, scenario, target, figures, server);
        playing.listener(answered);
        return begin(playing).thenApply(told -> new Played(told, playing.isTargetGone(), List.of()));
    }

    @Override
    public long leadMs() {
        return 0;
    }

    @Override
    public void end() {
        ended = true;
        final Driver playing = driver;
        if (playing != null) {
            playing.end();
        }
    }

    @Override
    public void close() {
        loop.close();
    }

    private CompletableFuture<Told> begin(final Driver next) {
        driver = next;
        if (ended) {
            next.end();
        }
        return next.play();
    }
}
