package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that keeps a server where there is no systemd, with commands in a server's place. */
class KeepServingTest {
    private static final Path SCRIPT = Path.of("systemd", "keep-serving");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    /** A good end, and a wrong configuration, which gets no better by trying. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whatNeedsNoOtherStartGetsNone(final int code) throws Exception {
        final Process keeper = keep("echo begun >> \"$1\"; exit " + code);

        assertThat(keeper.waitFor()).isEqualTo(code);
        assertThat(begun()).hasSize(1);
    }

    @Test
    void whatFailsIsStartedAgainAndAStopWaitsForTheServersOwnEnd() throws Exception {
        final Process keeper = keep("""
                echo begun >> "$1"
                if [ $(wc -l < "$1") -lt 2 ]; then exit 1; fi
                trap 'echo ended >> "$1"; exit 0' TERM
                echo serving >> "$1"
                while :; do sleep 0.05; done
                """);
        await().atMost(PATIENCE).until(() -> begun().contains("serving"));

        // By its handle: the process itself would close what it prints to.
        keeper.toHandle().destroy();

        assertThat(keeper.waitFor()).isZero();
        assertThat(begun()).containsExactly("begun", "begun", "serving", "ended");
        assertThat(new String(keeper.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("it ended with 1, the failure 1");
    }

    private Process keep(final String script) throws IOException {
        Files.createFile(lines());
        return new ProcessBuilder("sh", SCRIPT.toString(), "sh", "-c", script, "server", lines().toString()).start();
    }

    private List<String> begun() throws IOException {
        return Files.readAllLines(lines());
    }

    private Path lines() {
        return folder.resolve("lines");
    }
}
