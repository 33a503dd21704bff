package io.sluice.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.agrona.IoUtil;
import org.junit.jupiter.api.Test;

/**
 * The simulated evenings of {@link SimulationTest} over the real journal on real files, of which each loss of power leaves
 * what a disk could: an image, on which the next life of the engine starts. How many images is the property
 * {@code sluice.images}, 2,000 by default, and the first seed {@code sluice.firstSeed}, 1 by default. A seed that ever failed
 * gets a test of its own in here, named for what was wrong.
 */
class PowerLossTest {
    private static final long FIRST_SEED = Long.getLong("sluice.firstSeed", 1);
    private static final int IMAGES = Integer.getInteger("sluice.images", 2_000);
    /** Memory, where there is some: what a disk keeps is decided here and not by one. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @Test
    void nothingAcknowledgedIsLostWithThePowerAndEveryStartGoesOn() {
        final long startNs = System.nanoTime();
        long images = 0;
        long records = 0;
        long answers = 0;
        long seed = FIRST_SEED;
        while (images < IMAGES) {
            final FileDisk[] disk = new FileDisk[1];
            final Simulation.Result result = run(seed, disk);
            images += disk[0].images();
            records += result.records();
            answers += result.answers();
            seed++;
        }
        System.out.printf(
                Locale.ROOT,
                "%d images, seeds %d to %d: %d records, %d answers, in %d s%n",
                images,
                FIRST_SEED,
                seed - 1,
                records,
                answers,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNs));
        assertThat(answers).isPositive();
    }

    @Test
    void aDiskThatForgetsNamesIsFoundOut() {
        assertLossIsNoticed(Files::isDirectory);
    }

    @Test
    void aDiskThatForgetsWhatFilesHoldIsFoundOut() {
        assertLossIsNoticed(Files::isRegularFile);
    }

    private static void assertLossIsNoticed(final Predicate<Path> lies) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> {
                    for (long seed = 1; seed <= 20; seed++) {
                        run(seed, new FileDisk[1], lies);
                    }
                })
                .withMessageMatching("(?s).*(records on the disk|were forced|mark|cannot be found).*");
    }

    private static Simulation.Result run(final long seed, final FileDisk[] disk) {
        return run(seed, disk, path -> false);
    }

    private static Simulation.Result run(final long seed, final FileDisk[] disk, final Predicate<Path> lies) {
        final Path lives = newDirectory();
        try {
            disk[0] = new FileDisk(lives, lies);
            return new Simulation(seed, disk[0]).run();
        } catch (final AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "seed " + seed + " fails; again by: mvn -q -pl engine -Dtest=PowerLossTest -Dsluice.firstSeed="
                            + seed + " -Dsluice.images=1 test; " + failure.getMessage(),
                    failure);
        } finally {
            disk[0].close();
            IoUtil.delete(lives.toFile(), false);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "sluice-images")
                    : Files.createTempDirectory("sluice-images");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
