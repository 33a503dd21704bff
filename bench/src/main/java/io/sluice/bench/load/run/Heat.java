package io.sluice.bench.load.run;

import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which offers are pressed: in proportion to 1 / rank^skew, as a live room's hot items are (Zipf's law), or to their weights. */
final class Heat {
    private final long[] offers;
    private final double[] weights;
    private final double[] sums;

    Heat(final List<Long> offers, final double skew) {
        this(
                offers,
                IntStream.rangeClosed(1, offers.size())
                        .mapToDouble(rank -> 1 / Math.pow(rank, skew))
                        .toArray());
    }

    private Heat(final List<Long> offers, final double[] weights) {
        this.offers = offers.stream().mapToLong(Long::longValue).toArray();
        this.weights = weights;
        sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
    }

    /** By the weights that a scenario gives its offers, or by their places when it gives none. */
    static Heat of(final Scenario scenario, final List<Long> offers) {
        final double[] weights = scenario.target().offers().stream()
                .mapToDouble(SaleOffer::weight)
                .toArray();
        return Arrays.stream(weights).anyMatch(weight -> weight > 0)
                ? new Heat(offers, weights)
                : new Heat(offers, scenario.crowd().skew());
    }

    /** So many different offers, or as many as there are. */
    long[] pick(final int count, final SplittableRandom random) {
        final int[] ranks = new int[Math.min(count, offers.length)];
        for (int picked = 0; picked < ranks.length; picked++) {
            ranks[picked] = picked == 0 ? hot(random) : other(ranks, picked, random);
        }
        return Arrays.stream(ranks).mapToLong(rank -> offers[rank]).toArray();
    }

    private int hot(final SplittableRandom random) {
        final int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }

    /** One of those left: to draw among all until another one comes could take for ever where one is very hot. */
    private int other(final int[] ranks, final int picked, final SplittableRandom random) {
        double left = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            left += isAmong(ranks, picked, rank) ? 0 : weights[rank];
        }
        double at = random.nextDouble() * left;
        int last = -1;
        for (int rank = 0; rank < weights.length && at >= 0; rank++) {
            if (!isAmong(ranks, picked, rank)) {
                last = rank;
                at -= weights[rank];
            }
        }
        return last;
    }

    private static boolean isAmong(final int[] ranks, final int picked, final int rank) {
        for (int i = 0; i < picked; i++) {
            if (ranks[i] == rank) {
                return true;
            }
        }
        return false;
    }
}
