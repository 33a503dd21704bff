package io.sluice.bench.load.run;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import java.util.SplittableRandom;

/** What viewers say and tap. A viewer's comments are answered in turn, so one that waits is enough to know. */
final class Talking {
    private static final String[] WORDS = {"nice", "how much?", "size M please", "again!", "got it", "white one?", "666"
    };

    private final RunClock clock;
    private final Measurements figures;
    private final Swarm swarm;
    private final SplittableRandom random;
    private final long[] saidNs;

    Talking(
            final RunClock clock,
            final Measurements figures,
            final Swarm swarm,
            final int viewers,
            final SplittableRandom random) {
        this.clock = clock;
        this.figures = figures;
        this.swarm = swarm;
        this.random = random;
        saidNs = new long[viewers];
    }

    void comment(final long meantNs) {
        final Seat seat = swarm.anyone();
        if (seat != null) {
            figures.count(Count.COMMENTS_SENT, 1);
            saidNs[seat.viewer()] = saidNs[seat.viewer()] == 0 ? meantNs : saidNs[seat.viewer()];
            final String word = WORDS[random.nextInt(WORDS.length)];
            seat.socket().send("{\"t\":\"comment\",\"text\":\"" + word + ' ' + random.nextInt(1_000) + "\"}");
        }
    }

    void like() {
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
}
