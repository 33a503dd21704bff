package io.sluice.bench.load.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of several, added up, beside those of one who measured all of it. */
class AddingTest {
    private static final int WORKERS = 3;
    private static final int SECONDS = 20;

    private final Measurements one = new Measurements();
    private final Measurements sum = new Measurements();
    private final List<Member> members = IntStream.rangeClosed(1, WORKERS)
            .mapToObj(number -> new Member(number, null))
            .toList();
    private final List<Measurements> parts =
            members.stream().map(member -> new Measurements(member::heard)).toList();
    private final Adding adding = new Adding(members, sum, () -> Map.of("server.cpu", 0.5));

    @Test
    void whatIsAddedUpIsWhatOneWouldHaveMeasured() {
        final long seed = System.nanoTime();
        final SplittableRandom random = new SplittableRandom(seed);
        for (int second = 0; second < SECONDS; second++) {
            for (int event = random.nextInt(2_000); event > 0; event--) {
                measure(random);
            }
            one.endSecond();
            parts.forEach(Measurements::endSecond);
            adding.advance();
        }

        assertThat(sum.seconds()).hasSize(SECONDS);
        assertThat(sum.refusals()).as("seed %d", seed).isEqualTo(one.refusals());
        for (final Measure measure : Measure.values()) {
            assertThat(sum.times(measure)).as("seed %d", seed).isEqualTo(one.times(measure));
        }
        for (int second = 0; second < SECONDS; second++) {
            for (final Count count : Count.values()) {
                assertThat(sum.seconds().get(second).count(count))
                        .as("seed %d", seed)
                        .isEqualTo(one.seconds().get(second).count(count));
            }
            for (final Measure measure : Measure.values()) {
                assertThat(sum.seconds().get(second).times(measure))
                        .as("seed %d", seed)
                        .isEqualTo(one.seconds().get(second).times(measure));
            }
        }
    }

    @Test
    void viewersOfAllAreAddedUpAndTheServerIsLookedAtOnce() {
        parts.forEach(part -> part.gauge("viewers", 7));
        parts.forEach(Measurements::endSecond);
        adding.advance();

        assertThat(sum.seconds().get(0).gauges()).containsEntry("viewers", 21.0).containsEntry("server.cpu", 0.5);
    }

    @Test
    void aSecondWaitsForAllWhoMayStillTellOfItAndForNobodyElse() {
        parts.get(0).endSecond();
        parts.get(1).endSecond();
        adding.advance();
        assertThat(sum.seconds()).isEmpty();

        members.get(2).transition(Member.State.LOST);
        adding.advance();
        assertThat(sum.seconds()).hasSize(1);
    }

    private void measure(final SplittableRandom random) {
        final Measurements part = parts.get(random.nextInt(WORKERS));
        final Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
        final Count count = Count.values()[random.nextInt(Count.values().length)];
        final long ns = random.nextLong(1L << random.nextInt(10, 42));
        for (final Measurements each : List.of(one, part)) {
            each.time(measure, ns);
            each.count(count, ns % 5);
            each.refused("CODE_" + ns % 3);
        }
    }
}
