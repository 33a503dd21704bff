package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The table of units by viewer and offer, beside a map of the JDK. */
class ViewerUnitsTest {
    private static final int CAPACITY = 900;
    private static final int VIEWERS = 60;
    private static final int OFFERS = 30;

    @Test
    void nobodyHasUnitsAtFirst() {
        assertThat(new ViewerUnits(0, 1).get(1, 2)).isZero();
    }

    @Test
    void aPairIsNotTheSamePairTheOtherWayRound() {
        final ViewerUnits units = new ViewerUnits(0, 10);
        units.add(1, 2, 5);

        assertThat(units.get(2, 1)).isZero();
    }

    @Test
    void roomIsCountedInPairsThatHaveUnits() {
        final ViewerUnits units = new ViewerUnits(0, 2);
        units.add(1, 1, 5);
        units.add(1, 1, 5);
        assertThat(units.hasRoomFor(1)).isTrue();
        assertThat(units.hasRoomFor(2)).isFalse();

        units.add(1, 1, -10);
        assertThat(units.hasRoomFor(2)).isTrue();
    }

    @Property(tries = 30)
    void itAnswersAsAMapDoesHoweverPairsComeAndGo(@ForAll final long seed) {
        final Random random = new Random(seed);
        final ViewerUnits units = new ViewerUnits(0, CAPACITY);
        final Map<Pair, Long> model = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            final Pair pair = new Pair(1 + random.nextInt(VIEWERS), 1 + random.nextInt(OFFERS));
            final long had = model.getOrDefault(pair, 0L);
            if (had > 0 && random.nextInt(3) > 0) {
                final long less = random.nextBoolean() ? had : 1;
                units.add(pair.viewer(), pair.offer(), -less);
                model.merge(pair, -less, ViewerUnitsTest::sumOrNothing);
            } else if (model.size() < CAPACITY) {
                units.add(pair.viewer(), pair.offer(), 2);
                model.merge(pair, 2L, Long::sum);
            }
            assertThat(units.get(pair.viewer(), pair.offer())).isEqualTo(model.getOrDefault(pair, 0L));
            assertThat(units.hasRoomFor(CAPACITY - model.size())).isTrue();
            assertThat(units.hasRoomFor(CAPACITY - model.size() + 1)).isFalse();
        }
        assertSame(units, model);
    }

    private static void assertSame(final ViewerUnits units, final Map<Pair, Long> model) {
        for (long viewer = 1; viewer <= VIEWERS; viewer++) {
            for (long offer = 1; offer <= OFFERS; offer++) {
                assertThat(units.get(viewer, offer)).isEqualTo(model.getOrDefault(new Pair(viewer, offer), 0L));
            }
        }
    }

    private static Long sumOrNothing(final long one, final long other) {
        return one + other == 0 ? null : Long.valueOf(one + other);
    }

    private record Pair(long viewer, long offer) {}
}
