package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server shows of its secrets: that they are set. */
class SecretsIT {
    static final List<String> SECRETS = List.of(
            "a-secret-of-more-than-thirty-two-bytes",
            "a-secret-shared-with-the-provider",
            "a-secret-that-signs-share-codes");

    @TempDir
    private Path folder;

    @Test
    void neitherLogNorProcessListHasASecret() throws IOException {
        try (SluiceProcess server = new ServeConfig(folder).start()) {
            server.awaitErr("serving");
            final Path process = Path.of("/proc", Long.toString(server.pid()));
            final String commandLine = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            final String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            server.terminate();
            assertThat(server.exitCode()).as(server.err()).isZero();

            assertThat(server.err())
                    .contains("settings: sluice.data=" + folder.resolve("data") + " (file)")
                    .contains("sluice.engine.durability=DISK (default)")
                    .contains("sluice.gateway.token.secret set (file)");
            assertThat(commandLine).contains("serve");
            assertThat(SECRETS).allSatisfy(secret -> assertThat(server.err() + server.out() + commandLine + environment)
                    .doesNotContain(secret));
        }
    }
}
