package io.sluice.bench.load.run;

import io.sluice.bench.load.ArrivalSchedule;
import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.LiveSockets;
import io.sluice.bench.load.client.Loop;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Plays a scenario against one gateway: every millisecond it lets come what is due by then, late or not, and times how late.
 * It ends when the last stage has, and every order has its answer or has waited for it twice. On the loop's thread, but for
 * {@link #play} and {@link #end}.
 */
final class Driver {
    private static final long BEAT_US = 1_000;
    private static final long SECOND_NS = 1_000_000_000;
    private static final int LANES = 64;

    private final Loop loop;
    private final Measurements figures;
    private final ServerWatch server;
    private final RunClock clock;
    private final HttpLanes lanes;
    private final Swarm swarm;
    private final Presses presses;
    private final Shopping shopping;
    private final Talking talking;
    private final Map<Flow, ArrivalSchedule> schedules = new EnumMap<>(Flow.class);
    private final CompletableFuture<List<OrderAttempt>> done = new CompletableFuture<>();
    private final long endNs;
    private final long patienceNs;
    private long secondsEnded;
    private volatile boolean ended;

    Driver(
            final Loop loop,
            final Scenario scenario,
            final LoadTarget target,
            final Measurements figures,
            final ServerWatch server) {
        this.server = server;
        this.loop = loop;
        this.figures = figures;
        clock = new RunClock(loop.thread(), System.nanoTime());
        final SplittableRandom random = new SplittableRandom(scenario.seed());
        final int viewers = target.tokens().size();
        lanes = new HttpLanes(loop, target.host(), target.port(), LANES);
        final LiveSockets sockets = new LiveSockets(loop, target.host(), target.port());
        swarm = new Swarm(clock, scenario.crowd(), target, figures, lanes, sockets, random.split());
        final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        presses = new Presses(clock, scenario.crowd(), figures, "rehearsal-" + run + "-");
        final DelayWatch delays = new DelayWatch(clock, figures, viewers);
        shopping =
                new Shopping(clock, scenario.crowd(), target, figures, lanes, swarm, presses, delays, random.split());
        talking = new Talking(clock, figures, swarm, viewers, random.split());
        swarm.listener(new FrameReader(figures, shopping, talking, delays));
        for (final Flow flow : Flow.values()) {
            schedules.put(flow, new ArrivalSchedule(scenario.stages(), flow, scenario.seed()));
        }
        endNs = TimeUnit.MILLISECONDS.toNanos(scenario.durationMs());
        patienceNs = TimeUnit.MILLISECONDS.toNanos(3 * scenario.crowd().answerTimeoutMs());
    }

    /** Plays it; the presses are the caller's once they are there. From any thread, once. */
    CompletableFuture<List<OrderAttempt>> play() {
        beatLater();
        return done;
    }

    /** Lets nothing more come; what is under way is waited for. From any thread. */
    void end() {
        ended = true;
    }

    // A loop that is shut down beats no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void beatLater() {
        loop.thread().schedule(this::beat, BEAT_US, TimeUnit.MICROSECONDS);
    }

    private void beat() {
        try {
            final long nowNs = clock.nowNs();
            final boolean isOver = ended || nowNs >= endNs;
            if (!isOver) {
                schedules.forEach((flow, schedule) -> letCome(flow, schedule, nowNs));
            }
            presses.sweep();
            endSeconds(nowNs);
            if (isOver && (!presses.isWaiting() || nowNs > endNs + patienceNs)) {
                finish();
            } else {
                beatLater();
            }
        } catch (final RuntimeException bug) {
            done.completeExceptionally(bug);
        }
    }

    private void letCome(final Flow flow, final ArrivalSchedule schedule, final long nowNs) {
        while (schedule.nextNs() <= nowNs) {
            final long meantNs = schedule.nextNs();
            figures.time(Measure.LATENESS, clock.nowNs() - meantNs);
            switch (flow) {
                case JOINS -> swarm.join(meantNs);
                case DROPS -> swarm.drop();
                case ORDERS -> shopping.press(meantNs);
                case COMMENTS -> talking.comment(meantNs);
                case LIKES -> talking.like();
            }
            schedule.advance();
        }
    }

    private void endSeconds(final long nowNs) {
        while (nowNs >= (secondsEnded + 1) * SECOND_NS) {
            figures.gauge("viewers", swarm.size());
            figures.gauge("requests-waiting", lanes.waiting());
            server.latest().forEach(figures::gauge);
            figures.endSecond();
            secondsEnded++;
        }
    }

    private void finish() {
        figures.gauge("viewers", swarm.size());
        figures.endSecond();
        swarm.close();
        lanes.close();
        done.complete(presses.attempts());
    }
}
