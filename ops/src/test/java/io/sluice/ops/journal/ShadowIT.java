package io.sluice.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.ops.SluiceProcess;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowIT {
    @TempDir
    private Path folder;

    @Test
    void aSignalEndsARehearsalWithWhatItHasFound() {
        final Path data = folder.resolve("data");
        final Path into = folder.resolve("shadow");
        SaleJournal.writeTo(data);
        try (SluiceProcess replay = SluiceProcess.start(
                "journal", "replay", "--data", data.toString(), "--into", into.toString(), "-f", "--json")) {
            await().atMost(1, TimeUnit.MINUTES)
                    .until(() -> JournalRun.of("tail", into, "-n", "100")
                                    .out()
                                    .lines()
                                    .count()
                            == SaleJournal.LAST);

            replay.terminate();

            assertThat(replay.exitCode()).as(replay.err()).isZero();
            final JsonObject shadow = new JsonObject(replay.out()).getJsonObject("shadow");
            assertThat(shadow.getLong("same")).isEqualTo(SaleJournal.LAST);
        }
    }
}
