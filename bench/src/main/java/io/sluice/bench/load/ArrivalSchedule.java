package io.sluice.bench.load;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The moments at which one flow comes, over all stages: a Poisson process whose rate follows the stages, so that viewers come
 * independently of each other and of the server. The same seed gives the same moments. One thread.
 *
 * <p>Unit exponential steps are mapped back through the integral of the rate (Cinlar, Introduction to Stochastic Processes,
 * 1975).
 */
public final class ArrivalSchedule {
    /** Nobody comes any more. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final double NS_PER_SECOND = 1e9;

    private final double[] startSeconds;
    private final double[] lengthSeconds;
    private final Pace[] paces;
    private final SplittableRandom random;
    private int piece;
    /** Of the present piece, how many have come. */
    private double come;

    private long nextNs;

    /** The schedule of {@code flow} in these stages. */
    public ArrivalSchedule(final List<Stage> stages, final Flow flow, final long seed) {
        final int count =
                stages.stream().mapToInt(each -> each.pieces(flow).size()).sum();
        startSeconds = new double[count];
        lengthSeconds = new double[count];
        paces = new Pace[count];
        double start = 0;
        int at = 0;
        for (final Stage each : stages) {
            final List<Pace> pieces = each.pieces(flow);
            for (final Pace pace : pieces) {
                startSeconds[at] = start;
                lengthSeconds[at] = each.durationMs() / 1_000.0 / pieces.size();
                paces[at] = pace;
                start += lengthSeconds[at++];
            }
        }
        random = new SplittableRandom(seed * Flow.values().length + flow.ordinal());
        advance();
    }

    /** When the next one comes, ns from the start of the run; {@link #NEVER} past the last. */
    public long nextNs() {
        return nextNs;
    }

    /** Passes on to the one behind it. */
    public void advance() {
        double step = -Math.log1p(-random.nextDouble());
        while (piece < paces.length) {
            final double length = lengthSeconds[piece];
            final double left = paces[piece].until(length, length) - come;
            if (step < left) {
                come += step;
                nextNs = (long) ((startSeconds[piece] + paces[piece].when(come, length)) * NS_PER_SECOND);
                return;
            }
            step -= left;
            come = 0;
            piece++;
        }
        nextNs = NEVER;
    }
}
