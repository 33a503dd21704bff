package io.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SnapshotStoreTest {
    /** Of a kind that does not divide the buffer, so that values lie across its end. */
    private static final int TEXT_BYTES = 13;

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(SnapshotStore.class);
    private static final int LARGE = 700_000;

    @TempDir
    private Path data;

    private final ListAppender<ILoggingEvent> refusals = new ListAppender<>();
    private JournalDirectory directory;
    private SnapshotStore store;

    @BeforeEach
    void layOut() {
        directory = new JournalDirectory(data);
        store = new SnapshotStore(directory);
    }

    @BeforeEach
    void hearRefusals() {
        refusals.start();
        LOGGER.setAdditive(false);
        LOGGER.addAppender(refusals);
    }

    @AfterEach
    void hearNoMore() {
        LOGGER.detachAppender(refusals);
        LOGGER.setAdditive(true);
    }

    @Test
    void hasNoneAtFirst() {
        assertThat(newest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, LARGE})
    void givesBackWhatItTook(final int values) {
        final Snapshot written = store.write(42, 1_000, 7, 9, output -> write(output, values), Pace.NONE);

        final Snapshot found = newest().orElseThrow();
        assertThat(found).isEqualTo(written);
        assertThat(found)
                .extracting(Snapshot::sequence, Snapshot::timeMs, Snapshot::recordHash, Snapshot::stateHash)
                .containsExactly(42L, 1_000L, 7L, 9L);
        assertThat(found.stateLength()).isEqualTo((long) values * (Long.BYTES + Integer.BYTES + TEXT_BYTES));
        store.load(found, input -> read(input, values));
    }

    @Test
    void takesBytesThatAreLongerThanItsBuffer() {
        final byte[] bytes = new byte[9 << 20];
        new Random(5117).nextBytes(bytes);
        store.write(1, 1, 1, 1, output -> output.putBytes(new UnsafeBuffer(bytes), 0, bytes.length), Pace.NONE);

        final byte[] loaded = new byte[bytes.length];
        store.load(newest().orElseThrow(), input -> input.getBytes(new UnsafeBuffer(loaded), 0, loaded.length));
        assertThat(loaded).isEqualTo(bytes);
    }

    @Test
    void keepsTheNewestTwo() throws IOException {
        for (long sequence = 8; sequence <= 11; sequence++) {
            writeAt(sequence);
        }

        assertThat(files()).containsExactly("00000000000000000010.snapshot", "00000000000000000011.snapshot");
    }

    @Test
    void givesTheNewestThatIsNotBeyondTheJournal() {
        writeAt(10);
        writeAt(20);

        assertThat(store.newest(20).orElseThrow().sequence()).isEqualTo(20);
        assertThat(store.newest(19).orElseThrow().sequence()).isEqualTo(10);
        assertThat(store.newest(9)).isEmpty();
    }

    @Test
    void refusesADamagedOneAndGivesTheOneBefore() throws IOException {
        final Snapshot older = writeAt(10);
        final Path newest = writeAt(20).file();
        final byte[] sound = Files.readAllBytes(newest);
        for (int index = 0; index < sound.length; index++) {
            final byte[] damaged = sound.clone();
            damaged[index] ^= 1;
            Files.write(newest, damaged);

            assertThat(store.sound()).as("byte %d", index).containsExactly(older);
            assertThat(refusals.list).as("byte %d", index).hasSize(index + 1);
            assertThat(firstThatLoads()).as("byte %d", index).isEqualTo(older);
            refusals.list.subList(index + 1, refusals.list.size()).clear();
        }
    }

    /** As a start goes about it. */
    private Snapshot firstThatLoads() {
        final Snapshot found = newest().orElseThrow();
        try {
            store.load(found, StateInput::getLong);
            return found;
        } catch (final UncheckedIOException refused) {
            final Snapshot before = store.newest(found.sequence() - 1).orElseThrow();
            store.load(before, StateInput::getLong);
            return before;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 71, 72, 73, 96, 98})
    void refusesOneOfAnotherLength(final int length) throws IOException {
        final Path file = writeAt(20).file();
        assertThat(file).hasSize(97);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThat(newest()).isEmpty();
        assertThat(refusals.list).singleElement().asString().contains("header");
    }

    @Test
    void saysWhatIsWrongWithTheState() throws IOException {
        final Path file = writeAt(20).file();
        final byte[] damaged = Files.readAllBytes(file);
        damaged[80] ^= 1;
        Files.write(file, damaged);

        assertThat(store.sound()).isEmpty();
        assertThat(refusals.list)
                .singleElement()
                .hasToString("[WARN] snapshot " + file + " refused: CRC-32C of the state differs");
    }

    @Test
    void sumsUpWhatItLoads() throws IOException {
        final Path file = writeAt(20).file();
        final byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);
        final Snapshot found = newest().orElseThrow();

        assertThatThrownBy(() -> store.load(found, StateInput::getLong))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file + ": CRC-32C of the state differs");
    }

    @Test
    void blamesTheBytesForWhatTheTargetMadeOfThem() throws IOException {
        final Path file = writeAt(20).file();
        final byte[] damaged = Files.readAllBytes(file);
        damaged[72] ^= 1;
        Files.write(file, damaged);
        final Snapshot found = newest().orElseThrow();

        assertThatThrownBy(() -> store.load(found, input -> {
                    throw new OutOfMemoryError("for " + input.getLong() + " elements");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("CRC-32C of the state differs");
    }

    @Test
    void leavesTheTargetsOwnFailureAlone() {
        final Snapshot found = writeAt(20);
        final OutOfMemoryError failure = new OutOfMemoryError("none left");

        assertThatThrownBy(() -> store.load(found, input -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void restsBetweenThePieces() {
        final byte[] bytes = new byte[9 << 20];
        final List<Long> rests = new ArrayList<>();

        store.write(1, 1, 1, 1, output -> output.putBytes(new UnsafeBuffer(bytes), 0, bytes.length), rests::add);

        assertThat(rests).hasSize(36).allSatisfy(workedNs -> assertThat(workedNs)
                .isPositive());
    }

    @Test
    void anInterruptedOneIsNeverSeen() throws IOException {
        writeAt(10);
        final IllegalStateException failure = new IllegalStateException("killed");

        final StateSource killed = output -> {
            output.putLong(1);
            throw failure;
        };
        assertThatThrownBy(() -> store.write(20, 1, 1, 1, killed, Pace.NONE)).isSameAs(failure);
        assertThat(newest().orElseThrow().sequence()).isEqualTo(10);

        writeAt(30);
        assertThat(files()).containsExactly("00000000000000000010.snapshot", "00000000000000000030.snapshot");
    }

    @Test
    void tellsWhenMoreIsAskedThanThereIs() {
        final Snapshot snapshot = writeAt(10);

        assertThatThrownBy(() -> store.load(snapshot, input -> read(input, 2)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(EOFException.class);
    }

    private Optional<Snapshot> newest() {
        return store.newest(Long.MAX_VALUE);
    }

    private Snapshot writeAt(final long sequence) {
        return store.write(sequence, sequence, sequence, sequence, output -> write(output, 1), Pace.NONE);
    }

    private static void write(final StateOutput output, final int values) {
        final ExpandableArrayBuffer text = new ExpandableArrayBuffer();
        for (int value = 0; value < values; value++) {
            output.putLong(value * 1_000_003L);
            output.putInt(value);
            text.setMemory(0, TEXT_BYTES, (byte) value);
            output.putBytes(text, 0, TEXT_BYTES);
        }
    }

    private static void read(final StateInput input, final int values) {
        final byte[] bytes = new byte[TEXT_BYTES];
        final UnsafeBuffer text = new UnsafeBuffer(bytes);
        final byte[] expected = new byte[TEXT_BYTES];
        for (int value = 0; value < values; value++) {
            if (input.getLong() != value * 1_000_003L || input.getInt() != value) {
                throw new AssertionError("value " + value);
            }
            input.getBytes(text, 0, TEXT_BYTES);
            Arrays.fill(expected, (byte) value);
            if (!Arrays.equals(bytes, expected)) {
                throw new AssertionError("text " + value);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> entries = Files.list(directory.snapshots())) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
