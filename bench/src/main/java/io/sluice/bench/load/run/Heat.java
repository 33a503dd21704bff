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
        sums = weights;
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
        return IntStream.generate(() -> rank(random.nextDouble() * sums[sums.length - 1]))
                .distinct()
                .limit(Math.min(count, offers.length))
                .mapToLong(rank -> offers[rank])
                .toArray();
    }

    private int rank(final double at) {
        final int found = Arrays.binarySearch(sums, at);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }
}
