package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Evenings with crashes in them, each of one seed. How many is the property {@code sluice.seeds}, 500 by default, and the
 * first of them {@code sluice.firstSeed}, 1 by default. A seed that ever failed gets a test of its own in here, named for
 * what was wrong.
 */
class SimulationTest {
    private static final long FIRST_SEED = Long.getLong("sluice.firstSeed", 1);
    private static final long SEEDS = Long.getLong("sluice.seeds", 500);

    @Test
    void nothingAcknowledgedIsLostAndEveryAnswerIsRight() {
        final long startNs = System.nanoTime();
        long records = 0;
        long answers = 0;
        long restarts = 0;
        long simulatedMs = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            final Simulation.Result result = run(seed, new MemoryDisk());
            records += result.records();
            answers += result.answers();
            restarts += result.restarts();
            simulatedMs += result.simulatedMs();
        }
        final long wallMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs) + 1;
        System.out.printf(
                Locale.ROOT,
                "%d seeds from %d: %d records, %d answers, %d restarts; %d s simulated in %d ms, %d times real time%n",
                SEEDS,
                FIRST_SEED,
                records,
                answers,
                restarts,
                TimeUnit.MILLISECONDS.toSeconds(simulatedMs),
                wallMs,
                simulatedMs / wallMs);
        assertThat(restarts).isGreaterThan(SEEDS);
        assertThat(answers).isPositive();
    }

    @Test
    void aSeedIsTheSameEveningEveryTime() {
        assertThat(run(FIRST_SEED, new MemoryDisk())).isEqualTo(run(FIRST_SEED, new MemoryDisk()));
        assertThat(run(FIRST_SEED, new MemoryDisk())).isNotEqualTo(run(FIRST_SEED + 1, new MemoryDisk()));
    }

    @Test
    void aDiskThatDoesNotForceWhatItSaysIsFoundOut() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> {
                    for (long seed = 1; seed <= 20; seed++) {
                        run(seed, new LyingDisk());
                    }
                })
                .withMessageContaining("records on the disk");
    }

    private static Simulation.Result run(final long seed, final SimulatedDisk disk) {
        try {
            return new Simulation(seed, disk).run();
        } catch (final AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "seed " + seed + " fails; again by: mvn -q -pl engine -Dtest=SimulationTest -Dsluice.firstSeed="
                            + seed + " -Dsluice.seeds=1 test; " + failure.getMessage(),
                    failure);
        }
    }

    /** Its force returns and makes nothing safe. */
    private static final class LyingDisk extends MemoryDisk {
        @Override
        int forcedAfter(final int forcedBefore, final int writtenBytes) {
            return forcedBefore;
        }
    }
}
