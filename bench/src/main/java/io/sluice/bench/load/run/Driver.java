package io.sluice.bench.load.run;

import io.sluice.bench.load.ArrivalSchedule;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.client.HttpLanes;
import io.sluice.bench.load.client.LaneListener;
import io.sluice.bench.load.client.LiveSockets;
import io.sluice.bench.load.client.Loop;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays a scenario against one gateway: it lets come what is due, late or not, and times how late; it looks whenever something
 * is due, but between a tenth of a millisecond and one after it has looked. It ends when the last stage has, and whatever
 * waits for an answer has it or was given up; also when the target is gone. On the loop's thread, but for {@link #play},
 * {@link #end} and {@link #isTargetGone}.
 */
final class Driver implements LaneListener {
    private static final long SHORTEST_BEAT_NS = 100_000;
    private static final long LONGEST_BEAT_NS = 1_000_000;
    private static final long SECOND_NS = 1_000_000_000;
    /** So many connections for tickets, payments, claims and orders that are given back. */
    private static final int LANES = 64;

    /** And so many for nothing but orders, so that these do not queue in the rig behind anything else. */
    private static final int ORDER_LANES = 256;

    /** All connections but the viewers' own. */
    static final int CONNECTIONS = LANES + ORDER_LANES;

    private final Loop loop;
    private final Measurements figures;
    private final ServerWatch server;
    private final RunClock clock;
    private final HttpLanes lanes;
    private final HttpLanes orderLanes;
    private final Swarm swarm;
    private final Presses presses;
    private final Shopping shopping;
    private final Claiming claiming;
    private final Talking talking;
    private final Stalling stalling;
    private final Map<Flow, ArrivalSchedule> schedules = new EnumMap<>(Flow.class);
    private final CompletableFuture<Told> done = new CompletableFuture<>();
    private final long endNs;
    private long secondsEnded;
    private volatile boolean ended;
    private volatile boolean targetGone;

    Driver(
            final Loop loop,
            final Scenario scenario,
            final LoadTarget target,
            final Measurements figures,
            final ServerWatch server) {
        this.server = server;
        this.loop = loop;
        this.figures = figures;
        clock = RunClock.startingNow(loop.thread());
        final SplittableRandom random = new SplittableRandom(scenario.seed());
        final int viewers = target.tokens().size();
        final long giveUpMs = 2 * scenario.crowd().answerTimeoutMs();
        lanes = new HttpLanes(loop, target.server(), LANES, giveUpMs, this);
        orderLanes = new HttpLanes(loop, target.server(), ORDER_LANES, giveUpMs, this);
        final LiveSockets sockets = new LiveSockets(loop, target.server(), this::onBug);
        swarm = new Swarm(clock, scenario.crowd(), target, figures, lanes, sockets, random.split());
        // Of workers that begin in the same moment no two have the same viewers.
        final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                + "v"
                + Long.toString(scenario.crowd().firstViewer(), Character.MAX_RADIX);
        presses = new Presses(clock, scenario.crowd(), figures, "rehearsal-" + run + "-");
        final DelayWatch delays = new DelayWatch(clock, figures, viewers);
        final Paying paying = new Paying(clock, scenario.crowd(), target, figures, lanes, swarm, random.split());
        shopping = new Shopping(scenario, target, figures, orderLanes, swarm, presses, paying, delays, random.split());
        claiming =
                new Claiming(clock, scenario.crowd(), target, figures, lanes, swarm, "rehearsal-" + run + "-coupon-");
        talking = new Talking(clock, scenario.crowd(), figures, swarm, viewers, random.split());
        stalling = new Stalling(clock, scenario.crowd(), figures, swarm, presses, talking);
        swarm.listener(new FrameReader(figures, shopping, talking, stalling, delays));
        for (final Flow flow : Flow.values()) {
            schedules.put(flow, new ArrivalSchedule(scenario.stages(), flow, scenario.seed()));
        }
        endNs = TimeUnit.MILLISECONDS.toNanos(scenario.durationMs());
    }

    /** Who hears, on the loop's thread, of each order that has its answer; said before it is played. */
    void listener(final Consumer<OrderAttempt> answered) {
        presses.listener(answered);
    }

    /** Plays it; what viewers were told is the caller's once it is there. From any thread, once. */
    CompletableFuture<Told> play() {
        beatIn(LONGEST_BEAT_NS);
        return done;
    }

    /** Lets nothing more come; what is under way is waited for. From any thread. */
    void end() {
        ended = true;
    }

    /** Whether it ended because the target could not be connected to any more. From any thread. */
    boolean isTargetGone() {
        return targetGone;
    }

    @Override
    public void onWaited(final long waitedNs) {
        figures.time(Measure.LANE_WAIT, waitedNs);
    }

    @Override
    public void onFailure() {
        figures.count(Count.ERRORS, 1);
    }

    /** The first is what the run fails with. */
    @Override
    public void onBug(final Throwable bug) {
        done.completeExceptionally(bug);
    }

    // A loop that is shut down beats no more.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void beatIn(final long ns) {
        loop.thread().schedule(this::beat, ns, TimeUnit.NANOSECONDS);
    }

    private long nextBeatInNs() {
        long nextNs = Long.MAX_VALUE;
        for (final ArrivalSchedule schedule : schedules.values()) {
            nextNs = Math.min(nextNs, schedule.nextNs());
        }
        return Math.max(SHORTEST_BEAT_NS, Math.min(LONGEST_BEAT_NS, nextNs - clock.nowNs()));
    }

    private void beat() {
        try {
            final long nowNs = clock.nowNs();
            final boolean isOver = ended || nowNs >= endNs;
            if (isOver) {
                clock.stop();
            } else {
                schedules.forEach((flow, schedule) -> letCome(flow, schedule, nowNs));
            }
            presses.sweep();
            swarm.sweep();
            talking.sweep();
            endSeconds(nowNs);
            if (done.isDone() || (isOver && !isWaiting())) {
                finish();
            } else {
                beatIn(nextBeatInNs());
            }
        } catch (final RuntimeException bug) {
            done.completeExceptionally(bug);
        }
    }

    /** Everything that waits is given up in time, so this ends. */
    private boolean isWaiting() {
        return presses.isWaiting() || swarm.isWaiting() || talking.isWaiting() || lanes.isBusy() || orderLanes.isBusy();
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
                case STALLS -> stalling.stall();
                case CLAIMS -> claiming.claim(meantNs);
            }
            schedule.advance();
        }
    }

    private void endSeconds(final long nowNs) {
        while (nowNs >= (secondsEnded + 1) * SECOND_NS) {
            figures.gauge("viewers", swarm.size());
            figures.gauge("requests-waiting", lanes.waiting() + orderLanes.waiting());
            server.latest().forEach(figures::gauge);
            figures.endSecond();
            secondsEnded++;
            if (lanes.isTargetGone()) {
                targetGone = true;
                ended = true;
            }
        }
    }

    private void finish() {
        figures.gauge("viewers", swarm.size());
        figures.endSecond();
        swarm.close();
        lanes.close();
        orderLanes.close();
        done.complete(new Told(presses.attempts(), claiming.taken()));
    }
}
