package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The consumers that the journal is kept for: nothing behind the position that one of them has confirmed is pruned. To
 * register is a person's decision, for a consumer that never confirms keeps the journal for ever. A position is a file, on
 * the disk when the call returns. Any thread, any process. A fault of the storage is an {@link UncheckedIOException}.
 */
public final class ConsumerRegistry {
    /** Letters, digits, points, hyphens and underscores, and no point first. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    /** The position, and a CRC-32C of it. */
    private static final int FILE_BYTES = 12;

    private final JournalDirectory directory;

    /** The consumers of a data directory. */
    public ConsumerRegistry(final JournalDirectory directory) {
        this.directory = directory;
    }

    /** Whether a consumer may be called so. */
    public static boolean isName(final String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The consumers, by name.
     *
     * @throws JournalFaultException when a position is damaged; it is to be registered anew.
     */
    public List<ConsumerPosition> all() {
        final List<ConsumerPosition> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                directory.consumers(), file -> isName(file.getFileName().toString()))) {
            for (final Path file : files) {
                read(file, all);
            }
        } catch (final NoSuchFileException none) {
            return List.of();
        } catch (final IOException e) {
            throw new UncheckedIOException("consumers " + directory.consumers(), e);
        }
        all.sort(Comparator.comparing(ConsumerPosition::name));
        return all;
    }

    private static void read(final Path file, final List<ConsumerPosition> all) throws IOException {
        final String name = file.getFileName().toString();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = contentOf(channel);
            while (!isSound(bytes)) {
                // A confirmation may have been half written; damage is the same when it is read again.
                final ByteBuffer again = contentOf(channel);
                if (again.duplicate().clear().equals(bytes.duplicate().clear())) {
                    throw new JournalFaultException(
                            bytes.getLong(0), "the position of the consumer " + name + " is damaged");
                }
                bytes = again;
            }
            all.add(new ConsumerPosition(name, bytes.getLong(0)));
        } catch (final NoSuchFileException removed) {
            // Between being listed and being read.
        }
    }

    /** What a file holds, and one byte more where it is too long. */
    private static ByteBuffer contentOf(final FileChannel channel) throws IOException {
        final ByteBuffer bytes = ArchiveFormat.bytes(FILE_BYTES + 1);
        channel.read(bytes, 0);
        return bytes;
    }

    private static boolean isSound(final ByteBuffer bytes) {
        return bytes.position() == FILE_BYTES && bytes.getInt(Long.BYTES) == ArchiveFormat.crcOf(bytes, Long.BYTES);
    }

    /**
     * Registers a consumer, or moves one that is.
     *
     * @param name      see {@link #isName}.
     * @param position  the last record that it does not need any more; 0 for none.
     * @throws IllegalArgumentException  when the journal does not hold what lies behind the position, or the name is none.
     * @throws IllegalStateException     when another process archives or prunes here.
     */
    public void register(final String name, final long position) {
        if (!isName(name)) {
            throw new IllegalArgumentException("name=" + name + " is no name of a consumer");
        }
        DirectoryLock.holdRetention(directory, () -> {
            refuseOutside(position);
            write(name, position);
        });
    }

    /**
     * Moves the position of a consumer that is registered; of another one nothing is kept.
     *
     * @param position  the last record that it has done with. One before what it has confirmed is taken as well: it keeps
     *     what is still there.
     * @return whether it is registered.
     * @throws IllegalArgumentException when it is registered, and the journal does not hold what lies behind the position;
     *     nothing is moved then.
     */
    public boolean confirm(final String name, final long position) {
        if (!isName(name)) {
            return false;
        }
        // Over the file that is there: one that was put in its place would bring back a consumer that is being removed.
        try (FileChannel channel = FileChannel.open(fileOf(name), StandardOpenOption.WRITE)) {
            refuseOutside(position);
            channel.write(bytesOf(position), 0);
            channel.force(false);
            return true;
        } catch (final NoSuchFileException unknown) {
            return false;
        } catch (final IOException e) {
            throw new UncheckedIOException("consumer " + name, e);
        }
    }

    private void refuseOutside(final long position) {
        try (ReadOnlyJournal journal = ReadOnlyJournal.open(directory)) {
            final long first = Math.max(1, journal.firstSequence());
            // The mark first: it tells for most, and costs less than a look for the journal's end.
            if (position < first - 1 || (position > journal.forcedSequence() && position > journal.lastSequence())) {
                throw new IllegalArgumentException(
                        "position=" + position + ": the journal holds " + first + " to " + journal.lastSequence());
            }
        }
    }

    /**
     * Forgets a consumer.
     *
     * @return whether it was registered.
     */
    public boolean remove(final String name) {
        try {
            return isName(name) && Files.deleteIfExists(fileOf(name));
        } catch (final IOException e) {
            throw new UncheckedIOException("consumer " + name, e);
        }
    }

    private static ByteBuffer bytesOf(final long position) {
        final ByteBuffer bytes = ArchiveFormat.bytes(FILE_BYTES).putLong(0, position);
        return bytes.putInt(Long.BYTES, ArchiveFormat.crcOf(bytes, Long.BYTES));
    }

    private Path fileOf(final String name) {
        return directory.consumers().resolve(name);
    }

    private void write(final String name, final long position) {
        final Path file = fileOf(name);
        try {
            Files.createDirectories(file.getParent());
            // A name of its own, for others may be at the same; it begins with a point, so that it is no consumer's.
            final Path unfinished = Files.createTempFile(file.getParent(), ".", SegmentFiles.UNFINISHED);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(bytesOf(position));
                channel.force(true);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            SegmentFiles.force(ChannelForcedFile::open, file.getParent());
            SegmentFiles.force(ChannelForcedFile::open, directory.data());
        } catch (final IOException e) {
            throw new UncheckedIOException("consumer " + name, e);
        }
    }
}
