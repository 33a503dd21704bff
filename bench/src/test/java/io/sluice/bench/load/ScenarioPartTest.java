package io.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A scenario that is divided. */
class ScenarioPartTest {
    private static final int PARTS = 7;

    @Test
    void togetherThePartsHaveEveryViewerOnceAndAllOfEachRateByChanceOfTheirOwn() throws Exception {
        final Scenario whole = ShippedScenario.SMOKE.scenario();

        final List<Scenario> parts = IntStream.range(0, PARTS)
                .mapToObj(index -> whole.part(index, PARTS))
                .toList();

        final Crowd crowd = whole.crowd();
        assertThat(parts.stream().map(Scenario::crowd).flatMapToLong(ScenarioPartTest::viewers))
                .containsExactlyElementsOf(viewers(crowd).boxed().toList());
        assertThat(parts.stream().map(Scenario::seed)).doesNotHaveDuplicates();
        assertThat(parts.stream()
                        .mapToDouble(
                                part -> part.stages().get(1).pace(Flow.ORDERS).to())
                        .sum())
                .isCloseTo(whole.stages().get(1).pace(Flow.ORDERS).to(), within(1e-6));
    }

    @Test
    void aStageThatFollowsAProfileIsDividedLikeAnyOther() throws Exception {
        final Scenario whole = ShippedScenario.ROOM.scenario();
        final Stage followed = whole.stages().stream()
                .filter(stage -> stage.pieces(Flow.COMMENTS).size() > 1)
                .findFirst()
                .orElseThrow();
        final int place = whole.stages().indexOf(followed);

        final Stage part = whole.part(0, PARTS).stages().get(place);

        assertThat(part.pieces(Flow.COMMENTS)).hasSameSizeAs(followed.pieces(Flow.COMMENTS));
        assertThat(part.most(Flow.COMMENTS) * PARTS).isCloseTo(followed.most(Flow.COMMENTS), within(1e-6));
    }

    private static LongStream viewers(final Crowd crowd) {
        return LongStream.range(crowd.firstViewer(), crowd.firstViewer() + crowd.viewers());
    }
}
