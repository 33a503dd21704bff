package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TipRankingTest {
    private final TipRanking ranking = new TipRanking();

    @Test
    void whoTippedMostIsFirstAndOfEqualsTheLesserId() {
        ranking.add(44, 100);
        ranking.add(43, 300);
        ranking.add(42, 100);
        ranking.add(44, 50);

        assertThat(places()).containsExactly("43 300", "44 150", "42 100");
    }

    @Test
    void theEleventhMovesUpWhenATipAboveIsRefunded() {
        for (int viewer = 1; viewer <= 11; viewer++) {
            ranking.add(viewer, viewer);
        }
        assertThat(places()).hasSize(TipRanking.PLACES).doesNotContain("1 1");

        ranking.add(7, -7);

        assertThat(places()).hasSize(TipRanking.PLACES).contains("1 1").doesNotContain("7 7");
    }

    @Test
    void moreThanWasTippedIsNotTakenBack() {
        ranking.add(42, 100);
        ranking.add(42, -300);
        assertThat(places()).isEmpty();

        ranking.add(42, 50);
        assertThat(places()).containsExactly("42 50");
    }

    /** Each number is a viewer and, by its sign, a tip or a refund of as much. */
    @Property(tries = 300)
    void theRankingIsWhatASortOfAllWouldGive(
            @ForAll @Size(max = 200) final List<@IntRange(min = -30, max = 30) Integer> tips) {
        final TipRanking ranked = new TipRanking();
        final Map<Long, Long> totals = new TreeMap<>();
        for (final int tip : tips) {
            final long viewer = Math.abs(tip);
            ranked.add(viewer, tip);
            totals.merge(viewer, Math.max(0L, tip), (before, added) -> Math.max(0, before + tip));
        }

        final List<String> sorted = totals.entrySet().stream()
                .filter(total -> total.getValue() > 0)
                .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(TipRanking.PLACES)
                .map(total -> total.getKey() + " " + total.getValue())
                .toList();
        assertThat(places(ranked)).isEqualTo(sorted);
    }

    private List<String> places() {
        return places(ranking);
    }

    private static List<String> places(final TipRanking ranking) {
        final int places = ranking.size();
        return IntStream.range(0, places)
                .mapToObj(place -> ranking.viewer(place) + " " + ranking.totalFen(place))
                .toList();
    }
}
