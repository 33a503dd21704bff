package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LimitSearchTest {
    @Test
    void theKneeIsBetweenWhatHeldAndWhatBrokeAfterSomeHalvings() {
        final LimitSearch search = played(new LimitSearch(1, 2, 100, 4), 5.3, Double.MAX_VALUE);

        assertThat(search.outcome()).isEqualTo(LimitSearch.Outcome.KNEE);
        assertThat(search.steps())
                .extracting(LimitStep::factor)
                .containsExactly(1.0, 2.0, 4.0, 8.0, 6.0, 5.0, 5.5, 5.25);
        assertThat(search.held().factor()).isEqualTo(5.25);
        assertThat(search.broke().factor()).isEqualTo(5.5);
    }

    @Test
    void theHighestFactorIsTriedAndMayHold() {
        final LimitSearch search = played(new LimitSearch(1, 2, 7, 4), 1_000, Double.MAX_VALUE);

        assertThat(search.outcome()).isEqualTo(LimitSearch.Outcome.NOTHING_BROKE);
        assertThat(search.held().factor()).isCloseTo(7, within(1e-9));
    }

    @Test
    void aFirstStepThatBreaksIsNotHalved() {
        final LimitSearch search = played(new LimitSearch(1, 2, 7, 4), 0.5, Double.MAX_VALUE);

        assertThat(search.outcome()).isEqualTo(LimitSearch.Outcome.FIRST_BROKE);
        assertThat(search.steps()).hasSize(1);
        assertThat(search.held()).isNull();
    }

    @Test
    void aRigThatIsFullIsNoKneeOfTheServer() {
        assertThat(played(new LimitSearch(1, 2, 100, 3), 1_000, 5).outcome()).isEqualTo(LimitSearch.Outcome.RIG_FULL);
        assertThat(played(new LimitSearch(1, 2, 100, 3), 0.1, 0.1).outcome()).isEqualTo(LimitSearch.Outcome.RIG_FULL);
    }

    @Test
    void aStepThatIsEndedEndsTheSearchWithWhatIsKnown() {
        final LimitSearch search = new LimitSearch(1, 2, 100, 3);
        search.played(step(1, false, false, false));
        search.played(step(2, false, false, true));

        assertThat(search.next()).isEmpty();
        assertThat(search.outcome()).isEqualTo(LimitSearch.Outcome.UNFINISHED);
        assertThat(search.held().factor()).isEqualTo(1);
    }

    /** Played to its end against a server and a rig that hold up to a factor each. */
    private static LimitSearch played(final LimitSearch search, final double server, final double rig) {
        for (OptionalDouble next = search.next(); next.isPresent(); next = search.next()) {
            final double factor = next.getAsDouble();
            search.played(step(factor, factor > server, factor > rig, false));
        }
        return search;
    }

    private static LimitStep step(
            final double factor, final boolean server, final boolean rig, final boolean endedEarly) {
        final List<String> missed = server || rig ? List.of("a threshold") : List.of();
        return new LimitStep(factor, "step", factor, 1, 2, 0, missed, rig, endedEarly);
    }
}
