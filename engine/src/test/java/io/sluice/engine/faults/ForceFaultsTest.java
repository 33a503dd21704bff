package io.sluice.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers;
import io.sluice.engine.journal.ForcedFile;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.RecordFlyweight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fails to force, or takes its time: nobody is told of what is not durable, and nothing is tried twice. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ForceFaultsTest {
    private static final long SLOW_S = 2;

    private final List<CommandWriter> script = SaleScript.of(2, 60);
    private final AtomicInteger forces = new AtomicInteger();
    private final AtomicInteger forcing = new AtomicInteger();
    private final Answers told = new Answers();

    @TempDir
    private Path data;

    /** The first force is of the directory, the second of the file that was begun; 20 is amid the sale. */
    @ParameterizedTest
    @CsvSource({
        "Input/output error, 1",
        "Input/output error, 2",
        "Input/output error, 20",
        "No space left on device, 1",
        "No space left on device, 2",
        "No space left on device, 20"
    })
    void haltsWithoutAnAcknowledgementOrAnotherTry(final String error, final int failing) {
        try (RiggedEngine engine = new RiggedEngine(
                data, failingAt(failing, error), journal -> journal, System::currentTimeMillis, told)) {
            int offered = 0;
            while (offered < script.size() && engine.offer(script.get(offered), offered + 1)) {
                offered++;
                await().until(() -> engine.occupancy() == 0 || engine.haltReason() != null);
            }

            assertThat(engine.haltReason())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("force of record")
                    .hasRootCauseMessage(error);
            assertThat(told.all()).hasSize(offered - 1);
        }
        assertThat(forces).hasValue(failing);
        Aftermath.assertRestartIsExact(data, told, script);
    }

    @Test
    void tellsNobodyWhileAForceTakesTwoSeconds() {
        final AtomicInteger toldEarly = new AtomicInteger();
        final Answers answers = new Answers() {
            @Override
            public void onRecord(final RecordFlyweight record, final long replyTo) {
                toldEarly.addAndGet(forcing.get());
                super.onRecord(record, replyTo);
            }
        };
        try (RiggedEngine engine =
                new RiggedEngine(data, this::slowAtTheSecond, journal -> journal, System::currentTimeMillis, answers)) {
            for (int i = 0; i < script.size(); i++) {
                engine.offer(script.get(i), i + 1);
            }
            await().until(() -> answers.all().size() == script.size());

            assertThat(forces).hasValueGreaterThanOrEqualTo(2);
            assertThat(toldEarly).hasValue(0);
            assertThat(engine.haltReason()).isNull();
        }
        Aftermath.assertRestartIsExact(data, answers, script);
    }

    private ForcedFile.Opener failingAt(final int failing, final String error) {
        return path -> new RiggedFile(path, () -> {
            if (forces.incrementAndGet() >= failing) {
                throw new IOException(error);
            }
        });
    }

    /** The first of the file, which every batch of the sale may be part of. */
    private ForcedFile slowAtTheSecond(final Path path) throws IOException {
        return new RiggedFile(path, () -> {
            if (forces.incrementAndGet() == 2) {
                forcing.set(1);
                assertThat(new CountDownLatch(1).await(SLOW_S, TimeUnit.SECONDS))
                        .isFalse();
            }
        });
    }

    /** What happens before a force. */
    private interface Prelude {
        void run() throws IOException, InterruptedException;
    }

    /** A file whose force is preceded by something. */
    private final class RiggedFile implements ForcedFile {
        private final ForcedFile file;
        private final Prelude prelude;

        RiggedFile(final Path path, final Prelude prelude) throws IOException {
            file = RiggedEngine.SETTINGS.opener().open(path);
            this.prelude = prelude;
        }

        @Override
        public void force() throws IOException {
            try {
                prelude.run();
                file.force();
                forcing.set(0);
            } catch (final InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
