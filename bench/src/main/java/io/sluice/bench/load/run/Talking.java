package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What viewers say and tap. A viewer's comments are answered in turn, so one that waits is enough to know; it is given up after
 * twice the crowd's answer timeout. On the loop's thread.
 */
final class Talking {
    private static final String[] WORDS = {"nice", "how much?", "size M please", "again!", "got it", "white one?", "666"
    };

    private final RunClock clock;
    private final Measurements figures;
    private final Swarm swarm;
    private final SplittableRandom random;
    private final long giveUpNs;
    private final long[] saidNs;
    private final ArrayDeque<Said> waiting = new ArrayDeque<>();

    /** Somebody's comment that waits. */
    private record Said(int viewer, long meantNs, long untilNs) {}

    Talking(
            final RunClock clock,
            final Crowd crowd,
            final Measurements figures,
            final Swarm swarm,
            final int viewers,
            final SplittableRandom random) {
        this.clock = clock;
        this.figures = figures;
        this.swarm = swarm;
        this.random = random;
        giveUpNs = TimeUnit.MILLISECONDS.toNanos(2 * crowd.answerTimeoutMs());
        saidNs = new long[viewers];
    }

    void comment(final long meantNs) {
        figures.count(Count.COMMENTS_MEANT, 1);
        final Seat seat = swarm.anyone();
        if (seat != null) {
            figures.count(Count.COMMENTS_SENT, 1);
            waitFor(seat.viewer(), meantNs);
            final String word = WORDS[random.nextInt(WORDS.length)];
            seat.socket().send("{\"t\":\"comment\",\"text\":\"" + word + ' ' + random.nextInt(1_000) + "\"}");
        }
    }

    void like() {
        figures.count(Count.LIKES_MEANT, 1);
        final Seat seat = swarm.anyone();
        if (seat != null) {
            figures.count(Count.LIKES_SENT, 1);
            seat.socket().send("{\"t\":\"like\",\"n\":" + (1 + random.nextInt(5)) + "}");
        }
    }

    void onTaken(final int viewer) {
        figures.count(Count.COMMENTS_TAKEN, 1);
        if (saidNs[viewer] != 0) {
            figures.time(Measure.COMMENTS, clock.nowNs() - saidNs[viewer]);
            saidNs[viewer] = 0;
        }
    }

    void onRefused(final int viewer) {
        figures.count(Count.COMMENTS_SHED, 1);
        saidNs[viewer] = 0;
    }

    /** Who stops reading waits no more. */
    void forget(final int viewer) {
        saidNs[viewer] = 0;
    }

    /** Who drops off because the scenario wants it waits no more; who was cut off goes on waiting. */
    void onClosed(final int viewer) {
        if (swarm.seat(viewer).isDropping()) {
            saidNs[viewer] = 0;
        }
    }

    /** Gives up what has waited too long. */
    void sweep() {
        while (!waiting.isEmpty() && (isOver(waiting.peek()) || waiting.peek().untilNs() <= clock.nowNs())) {
            final Said late = waiting.poll();
            if (!isOver(late)) {
                figures.time(Measure.COMMENTS, clock.nowNs() - late.meantNs());
                saidNs[late.viewer()] = 0;
            }
        }
    }

    /** Whether a comment waits; {@link #sweep} comes first. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private void waitFor(final int viewer, final long meantNs) {
        if (saidNs[viewer] == 0) {
            saidNs[viewer] = meantNs;
            waiting.add(new Said(viewer, meantNs, clock.nowNs() + giveUpNs));
        }
    }

    private boolean isOver(final Said said) {
        return saidNs[said.viewer()] != said.meantNs();
    }
}
