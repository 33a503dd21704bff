package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.ReadableJournal;
import io.sluice.engine.journal.SnapshotStore;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.RecordHash;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderDecoder;
import io.sluice.engine.protocol.codec.SnapshotHeaderEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A start that finds any bytes where a snapshot is expected: it takes the state they say or begins with the first record,
 * and neither fails nor asks for memory that a lying length names. As they are, a CRC refuses nearly all of them; so they
 * are tried once more with CRCs, length and record hash that are right.
 */
class SnapshotFuzzTest {
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH + SnapshotHeaderEncoder.BLOCK_LENGTH;

    private static final int FIELDS = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int HEADER_CRC = FIELDS + SnapshotHeaderEncoder.headerCrc32cEncodingOffset();
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.sluice.engine");

    @TempDir
    private static Path data;

    private static SnapshotStore store;
    private static Path file;
    private static Level level;

    @BeforeAll
    static void layOut() throws IOException {
        final JournalDirectory directory = new JournalDirectory(data);
        Files.createDirectories(directory.snapshots());
        store = new SnapshotStore(directory);
        file = directory.snapshots().resolve("00000000000000000001.snapshot");
        level = LOGGER.getLevel();
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void hearRefusalsAgain() {
        LOGGER.setLevel(level);
    }

    @FuzzTest
    void anyBytes(final byte[] bytes) throws IOException {
        start(bytes);
        start(sealed(bytes));
    }

    private static void start(final byte[] bytes) throws IOException {
        Files.write(file, bytes);
        final Replay replay = Replay.fromSnapshot(store, CoreReserves.NONE, new OneRecord(), Long.MAX_VALUE);
        if (replay.chain().sequence() != 0) {
            assertThat(replay.core().stateHash()).isEqualTo(stateHash(bytes));
        }
    }

    private static long stateHash(final byte[] bytes) {
        return new SnapshotHeaderDecoder()
                .wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, new MessageHeaderDecoder())
                .stateHash();
    }

    /** The same bytes as the snapshot of {@link OneRecord}'s journal, as if they had been written like this. */
    private static byte[] sealed(final byte[] bytes) {
        if (bytes.length < HEADER) {
            return bytes;
        }
        final byte[] sealed = bytes.clone();
        final SnapshotHeaderEncoder header = new SnapshotHeaderEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(sealed), 0, new MessageHeaderEncoder())
                .formatVersion(1)
                .sequence(1)
                .recordHash(OneRecord.HASH)
                .stateLength(sealed.length - HEADER)
                .stateCrc32c(crc32c(sealed, HEADER, sealed.length));
        header.headerCrc32c(crc32c(sealed, 0, HEADER_CRC));
        return sealed;
    }

    private static long crc32c(final byte[] bytes, final int from, final int to) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    /** A journal of one record, which every sealed snapshot says it was taken behind. */
    private static final class OneRecord implements ReadableJournal, JournalReader {
        static final long HASH;

        private static final RecordFlyweight RECORD;

        static {
            final UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordFlyweight.HEADER_LENGTH]);
            buffer.putInt(0, RecordFlyweight.HEADER_LENGTH);
            RECORD = new RecordFlyweight().wrap(buffer, 0);
            HASH = RecordHash.of(buffer, 0, RecordFlyweight.HEADER_LENGTH);
        }

        @Override
        public RecordFlyweight next() {
            return RECORD;
        }

        @Override
        public long hash() {
            return HASH;
        }

        @Override
        public JournalReader reader(final long fromSequence) {
            return this;
        }

        @Override
        public long firstSequence() {
            return 1;
        }

        @Override
        public long lastSequence() {
            return 1;
        }

        @Override
        public long sequenceAtOrAfter(final long timeMs) {
            return 1;
        }

        @Override
        public void close() {}
    }
}
