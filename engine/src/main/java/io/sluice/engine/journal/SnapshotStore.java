package io.sluice.engine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of a data directory. A snapshot appears under its name only when it is whole and on the disk; the newest
 * two are kept, so that one that does not verify has a predecessor. One thread at a time. A fault of the storage is an
 * {@link UncheckedIOException}.
 */
public final class SnapshotStore {
    private static final String SUFFIX = ".snapshot";
    private static final String UNFINISHED = ".unfinished";
    private static final int KEPT = 2;
    private static final String STATE_DIFFERS = "CRC-32C of the state differs";
    private static final int BUFFER_BYTES = 256 << 10;
    private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotStore.class);

    private final Path directory;
    private final SnapshotHeaderCodec codec = new SnapshotHeaderCodec();

    /** Snapshots of a data directory. */
    public SnapshotStore(final JournalDirectory directory) {
        this.directory = directory.snapshots();
    }

    /**
     * Writes a snapshot and returns when it is on the disk.
     *
     * @param sequence    last record the state includes, which has to be durable.
     * @param timeMs      core time of that record, epoch ms.
     * @param recordHash  {@link io.sluice.engine.protocol.RecordHash} of that record.
     * @param stateHash   the core's hash of the state.
     * @param source      puts the state out.
     * @param pace        rests between the pieces that are written.
     */
    public Snapshot write(
            final long sequence,
            final long timeMs,
            final long recordHash,
            final long stateHash,
            final StateSource source,
            final Pace pace) {
        final Path file = directory.resolve(String.format(Locale.ROOT, "%020d%s", sequence, SUFFIX));
        final Path unfinished = directory.resolve(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(directory);
            final Snapshot header = new Snapshot(file, sequence, timeMs, recordHash, stateHash, 0);
            final Snapshot snapshot = writeFile(unfinished, header, source, pace);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            SegmentFiles.force(ChannelForcedFile::open, directory);
            discardOld();
            return snapshot;
        } catch (final IOException e) {
            throw new UncheckedIOException("snapshot " + file, e);
        } finally {
            // What is left of a failed one takes space that the journal may need.
            unfinished.toFile().delete();
        }
    }

    private Snapshot writeFile(final Path path, final Snapshot header, final StateSource source, final Pace pace)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.position(SnapshotHeaderCodec.LENGTH);
            final SnapshotWriter writer = new SnapshotWriter(channel, ByteBuffer.allocateDirect(BUFFER_BYTES), pace);
            source.write(writer);
            writer.flush();
            final Snapshot snapshot = new Snapshot(
                    header.file(),
                    header.sequence(),
                    header.timeMs(),
                    header.recordHash(),
                    header.stateHash(),
                    writer.length());
            channel.write(codec.encode(snapshot, writer.crc32c()), 0);
            channel.force(true);
            return snapshot;
        }
    }

    private void discardOld() throws IOException {
        final List<Path> files = files();
        for (final Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.delete(old);
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (final Path unfinished :
                    entries.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(unfinished);
            }
        }
    }

    /** The snapshot files, newest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * Finds the newest snapshot whose header verifies; its state, of which only the length is looked at, is verified when it is
     * {@linkplain #load loaded}. Each newer one is refused, with a warning that says why.
     *
     * @param maxSequence  only snapshots up to this record are looked at: the journal's last, or one less than a snapshot
     *     that the caller itself has refused.
     */
    public Optional<Snapshot> newest(final long maxSequence) {
        try {
            for (final Path file : files()) {
                final String fault = headerFault(file);
                if (fault != null) {
                    LOGGER.warn("snapshot {} refused: {}", file, fault);
                } else if (codec.header().sequence() <= maxSequence) {
                    return Optional.of(snapshot(file));
                }
            }
            return Optional.empty();
        } catch (final IOException e) {
            throw new UncheckedIOException("snapshots " + directory, e);
        }
    }

    /** The snapshots whose bytes are sound, oldest first; of each other one a warning says why not. */
    public List<Snapshot> sound() {
        final List<Snapshot> sound = new ArrayList<>();
        try {
            for (final Path file : files()) {
                final String fault = fault(file);
                if (fault == null) {
                    sound.add(0, snapshot(file));
                } else {
                    LOGGER.warn("snapshot {} refused: {}", file, fault);
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("snapshots " + directory, e);
        }
        return sound;
    }

    private Snapshot snapshot(final Path file) {
        return new Snapshot(
                file,
                codec.header().sequence(),
                codec.header().timeMs(),
                codec.header().recordHash(),
                codec.header().stateHash(),
                codec.header().stateLength());
    }

    /** What is wrong with a snapshot file, state and all, in words; null when nothing is. */
    private String fault(final Path file) throws IOException {
        final String fault = headerFault(file);
        if (fault != null) {
            return fault;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(SnapshotHeaderCodec.LENGTH);
            return readerOf(channel).crc32cToEnd() == codec.header().stateCrc32c() ? null : STATE_DIFFERS;
        }
    }

    private String headerFault(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < SnapshotHeaderCodec.LENGTH) {
                return "shorter than its header";
            }
            readFully(channel, codec.bytes());
            final String fault = codec.fault();
            if (fault != null) {
                return fault;
            }
            return channel.size() - SnapshotHeaderCodec.LENGTH == codec.header().stateLength()
                    ? null
                    : "its length is not what its header says";
        } catch (final NoSuchFileException deleted) {
            return "a newer one has come meanwhile";
        }
    }

    private static SnapshotReader readerOf(final FileChannel channel) {
        return new SnapshotReader(channel, ByteBuffer.allocateDirect(BUFFER_BYTES));
    }

    private static void readFully(final FileChannel channel, final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("file has shrunk");
            }
        }
    }

    /**
     * Gives the state of a snapshot to its owner, and sums it up on the way: what may be gigabytes is read once.
     *
     * @param target  takes the state in; when this throws, what it took is of no use.
     * @throws UncheckedIOException when the file cannot be read, or the state's CRC-32C is not the one that the header says:
     *     then whatever the target made of it.
     */
    public void load(final Snapshot snapshot, final StateTarget target) {
        try (FileChannel channel = FileChannel.open(snapshot.file(), StandardOpenOption.READ)) {
            readFully(channel, codec.bytes());
            final String fault = codec.fault();
            if (fault != null) {
                throw new IOException(fault);
            }
            final SnapshotReader reader = readerOf(channel);
            try {
                target.read(reader);
            } catch (final RuntimeException | OutOfMemoryError misread) {
                requireCrc(reader);
                throw misread;
            }
            requireCrc(reader);
        } catch (final IOException e) {
            throw new UncheckedIOException("snapshot " + snapshot.file() + ": " + e.getMessage(), e);
        }
    }

    private void requireCrc(final SnapshotReader reader) throws IOException {
        if (reader.crc32cToEnd() != codec.header().stateCrc32c()) {
            throw new IOException(STATE_DIFFERS);
        }
    }
}
