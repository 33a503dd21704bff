package io.sluice.bench.load.run;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which offers are pressed: in proportion to 1 / rank^skew, as a live room's hot items are (Zipf's law). */
final class Heat {
    private final long[] offers;
    private final double[] sums;

    Heat(final List<Long> offers, final double skew) {
        this.offers = offers.stream().mapToLong(Long::longValue).toArray();
        sums = new double[this.offers.length];
        double sum = 0;
        for (int rank = 1; rank <= sums.length; rank++) {
            sum += 1 / Math.pow(rank, skew);
            sums[rank - 1] = sum;
        }
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
