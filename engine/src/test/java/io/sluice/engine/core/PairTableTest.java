package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The table of pairs, beside a map of the JDK. */
class PairTableTest {
    private static final int STEPS = 20_000;
    private static final int IDS = 100;

    @Test
    void hasNothingAtFirst() {
        assertThat(new PairTable(0).get(1, 2)).isZero();
        assertThat(new PairTable(0).size()).isZero();
    }

    @Test
    void aPairIsNotTheSamePairTheOtherWayRound() {
        final PairTable table = new PairTable(10);
        table.put(1, 2, 3);

        assertThat(table.get(2, 1)).isZero();
    }

    @Test
    void pairsOfSmallNeighbouringIdsDoNotShareTheirHash() {
        final Set<Long> hashes = new HashSet<>();
        for (long first = 1; first <= 1_000; first++) {
            for (long second = 1; second <= 100; second++) {
                hashes.add(PairTable.hash(first, second));
            }
        }
        assertThat(hashes).hasSize(100_000);
    }

    /**
     * Thousands of pairs, so that segments grow, and then none, so that each gap is closed. Each is asked for right before and
     * right behind its change, when the table still knows where it was.
     */
    @Property(tries = 20)
    void answersAsAMapDoesHoweverPairsComeAndGo(@ForAll final long seed) {
        final Random random = new Random(seed);
        final PairTable table = new PairTable(random.nextInt(2_000));
        final Map<Pair, Long> model = new HashMap<>();
        for (int step = 1; step <= STEPS; step++) {
            final Pair pair = new Pair(random.nextInt(IDS), random.nextInt(IDS));
            final long value = random.nextInt(3) == 0 ? 0 : step;
            assertThat(table.get(pair.first(), pair.second())).isEqualTo(model.getOrDefault(pair, 0L));
            table.put(pair.first(), pair.second(), value);
            table.add(pair.first(), pair.second(), 1);
            table.add(pair.first(), pair.second(), -1);
            model.put(pair, value);
            assertThat(table.get(pair.first(), pair.second())).isEqualTo(value);
        }
        model.forEach((pair, value) ->
                assertThat(table.get(pair.first(), pair.second())).isEqualTo(value));
        assertThat(table.size()).isEqualTo((int)
                model.values().stream().filter(value -> value != 0).count());

        model.keySet().forEach(pair -> table.put(pair.first(), pair.second(), 0));
        assertThat(table.size()).isZero();
    }

    private record Pair(long first, long second) {}
}
