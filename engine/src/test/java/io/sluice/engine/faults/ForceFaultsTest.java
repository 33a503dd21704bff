package io.sluice.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers;
import io.sluice.engine.Answers.Answer;
import io.sluice.engine.journal.ForcedFile;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.protocol.CommandWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails to force, or takes its time: nobody is told of what is not durable, and nothing is tried twice. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ForceFaultsTest {
    private final List<CommandWriter> script = SaleScript.of(2, 60);
    private final AtomicInteger forces = new AtomicInteger();
    private final Answers told = new Answers();

    @TempDir
    private Path data;

    /** Behind the two of a start, the first force is of a directory, the last amid the sale. */
    @ParameterizedTest
    @CsvSource({
        "Input/output error, 3",
        "Input/output error, 4",
        "Input/output error, 22",
        "No space left on device, 3",
        "No space left on device, 4",
        "No space left on device, 22"
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

    /** A new journal's mark, and its name. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void doesNotStartWhenTheMarkOfANewJournalCannotBeForced(final int failing) {
        final ForcedFile.Opener rigged = failingAt(failing, "Input/output error");

        assertThatThrownBy(() -> new RiggedEngine(data, rigged, journal -> journal, System::currentTimeMillis, told))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("forced mark")
                .hasRootCauseMessage("Input/output error");
        try (RiggedEngine engine = new RiggedEngine(
                data, RiggedEngine.SETTINGS.opener(), journal -> journal, System::currentTimeMillis, told)) {
            offer(engine, 0, script.size());
            await().until(() -> told.all().size() == script.size());
        }
        Aftermath.assertRestartIsExact(data, told, script);
    }

    /**
     * The force waits until this thread has looked. By then the rest of the script is appended, so that a sealer which
     * tells first and forces afterwards has told by then too.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40})
    void tellsNobodyWhatIsNotDurableHoweverLongAForceTakes(final int durable) throws InterruptedException {
        final SlowForce slow = new SlowForce();
        final AtomicInteger appended = new AtomicInteger();
        try (RiggedEngine engine = new RiggedEngine(
                data,
                path -> new RiggedFile(path, slow),
                journal -> new CountedJournal(journal, appended),
                System::currentTimeMillis,
                told)) {
            offer(engine, 0, durable);
            await().until(() -> told.all().size() == durable);
            slow.begin();
            try {
                offer(engine, durable, script.size());
                slow.awaitForce();
                await().until(() -> appended.get() == script.size());

                assertThat(told.all()).extracting(Answer::sequence).allMatch(sequence -> sequence <= durable);
            } finally {
                slow.end();
            }
            await().until(() -> told.all().size() == script.size());
            assertThat(engine.haltReason()).isNull();
        }
        Aftermath.assertRestartIsExact(data, told, script);
    }

    private void offer(final RiggedEngine engine, final int from, final int to) {
        for (int i = from; i < to; i++) {
            engine.offer(script.get(i), i + 1);
        }
    }

    private ForcedFile.Opener failingAt(final int failing, final String error) {
        return path -> new RiggedFile(path, () -> {
            if (forces.incrementAndGet() >= failing) {
                throw new IOException(error);
            }
        });
    }

    /** What happens before a force. */
    private interface Prelude {
        void run() throws IOException, InterruptedException;
    }

    /** From its beginning to its end no force is done; outside, they go as they do. */
    private static final class SlowForce implements Prelude {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean begun;

        void begin() {
            begun = true;
        }

        void awaitForce() throws InterruptedException {
            reached.await();
        }

        void end() {
            ended.countDown();
        }

        @Override
        public void run() throws InterruptedException {
            if (begun) {
                reached.countDown();
                ended.await();
            }
        }
    }

    private static final class CountedJournal extends ForwardingJournal {
        private final AtomicInteger appended;

        CountedJournal(final Journal journal, final AtomicInteger appended) {
            super(journal);
            this.appended = appended;
        }

        @Override
        public void append(final DirectBuffer buffer, final int offset, final int length) {
            super.append(buffer, offset, length);
            appended.incrementAndGet();
        }
    }

    /** A file whose force is preceded by something. */
    private static final class RiggedFile implements ForcedFile {
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
