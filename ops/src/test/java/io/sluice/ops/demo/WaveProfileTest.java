package io.sluice.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WaveProfileTest {
    @Test
    void shippedProfileIsWhatTheChatLogsMeasure() throws IOException {
        final String measured = WaveProfileMeter.measure(SharedData.required());

        // Left in target/ so that a profile of other logs can be taken over after a look.
        Files.writeString(Files.createDirectories(Path.of("target")).resolve(WaveProfile.RESOURCE), measured);
        try (BufferedReader shipped = DemoResource.open(WaveProfile.RESOURCE)) {
            assertThat(shipped.lines().collect(Collectors.joining("\n", "", "\n")))
                    .isEqualTo(measured);
        }
    }

    @Test
    void holdsNothingButNumbers() throws IOException {
        try (BufferedReader shipped = DemoResource.open(WaveProfile.RESOURCE)) {
            assertThat(shipped.lines().skip(1)).allMatch(row -> row.matches("[a-z_]+,\\d+,\\d+( \\d+)*"));
        }
    }

    @Test
    void livelyStretchIsAnHourThatComesInWaves() throws IOException {
        final WaveProfile profile = WaveProfile.load();
        final double mean = profile.meanComments();
        double squares = 0;
        for (int second = 0; second < profile.durationSeconds(); second++) {
            squares += Math.pow(profile.comments(second) - mean, 2);
        }

        assertThat(profile.durationSeconds()).isEqualTo(3600);
        assertThat(squares / profile.durationSeconds() / mean)
                .as("dispersion, 1 is Poisson")
                .isBetween(1.9, 5.4);
    }

    @Test
    void theStretchIsAPartOfTheBroadcast() throws IOException {
        final WaveProfile profile = WaveProfile.load();

        assertThat(Arrays.stream(profile.minutes()).sum()).isEqualTo(profile.totals()[1]);
        assertThat(profile.meanComments() * profile.durationSeconds()).isLessThan(profile.totals()[1]);
    }

    @Test
    void startsAgainWhenItIsOver() throws IOException {
        final WaveProfile profile = WaveProfile.load();

        assertThat(profile.comments(profile.durationSeconds() + 7L)).isEqualTo(profile.comments(7));
    }
}
