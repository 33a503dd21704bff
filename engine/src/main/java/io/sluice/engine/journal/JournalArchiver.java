package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Compresses files of a journal that nobody appends to any more, each into an archive beside it, and deletes it once the
 * archive is on the disk and holds the same records. It may end at any point and be begun again; an engine may run meanwhile,
 * and readers go on. One thread.
 */
public final class JournalArchiver {
    private final JournalDirectory directory;
    private final SegmentFiles files;
    private final int blockBytes;

    /** Archives files of a data directory's journal. */
    public JournalArchiver(final JournalDirectory directory) {
        this(directory, ArchiveFormat.DEFAULT_BLOCK_BYTES);
    }

    JournalArchiver(final JournalDirectory directory, final int blockBytes) {
        this.directory = directory;
        this.blockBytes = blockBytes;
        files = new SegmentFiles(directory.journal());
    }

    /**
     * Archives every file whose records all lie below a bound and are known to be forced, but for the one with the newest.
     *
     * @param below     number of the oldest record that is to stay as it is.
     * @param archived  is told of each file, on this thread, when its archive has taken its place.
     * @throws IllegalStateException  when another process archives or prunes here.
     * @throws JournalFaultException  when a record to be archived is damaged; its file stays as it is.
     * @throws UncheckedIOException   when the storage fails.
     */
    public void archive(final long below, final Consumer<ArchivedSegment> archived) {
        DirectoryLock.holdRetention(directory, () -> {
            try {
                files.clearUnfinished();
                archiveWhole(below, archived);
            } catch (final IOException e) {
                throw new UncheckedIOException("journal " + directory.journal(), e);
            }
        });
    }

    private void archiveWhole(final long below, final Consumer<ArchivedSegment> archived) throws IOException {
        final long last = Math.min(below - 1, ForcedMark.read(directory.forcedMark()));
        for (final SegmentRange range : JournalIndex.search(files, JournalIndex::whole)) {
            if (range.lastSequence() <= last && !range.segment().isArchive()) {
                archived.accept(archive(range));
            }
        }
    }

    private ArchivedSegment archive(final SegmentRange range) throws IOException {
        final Segment archive = files.archiveOf(range.segment());
        final Path unfinished = archive.file().resolveSibling(archive.file().getFileName() + SegmentFiles.UNFINISHED);
        final long recordBytes;
        try {
            recordBytes = write(range, unfinished);
            compare(range, new Segment(archive.run(), archive.day(), unfinished, archive.label()));
            Files.move(unfinished, archive.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // What is left of a failed one takes space that the journal may need.
            Files.deleteIfExists(unfinished);
        }
        SegmentFiles.force(ChannelForcedFile::open, archive.run());
        Files.delete(range.segment().file());
        return new ArchivedSegment(
                archive.label(), range.firstSequence(), range.lastSequence(), recordBytes, Files.size(archive.file()));
    }

    private long write(final SegmentRange range, final Path unfinished) throws IOException {
        long bytes = 0;
        try (SegmentCursor source = SegmentCursor.open(range.segment(), range.firstSequence());
                ArchiveWriter writer = ArchiveWriter.create(unfinished, blockBytes)) {
            final RecordChain chain = new RecordChain();
            for (long sequence = range.firstSequence(); sequence <= range.lastSequence(); sequence++) {
                if (!source.read()) {
                    throw source.fault(sequence, "cannot be found");
                }
                final RecordFault fault = sequence == range.firstSequence()
                        ? source.beginChain(chain)
                        : chain.follow(source.buffer(), 0, source.length());
                if (fault != RecordFault.NONE) {
                    throw source.fault(sequence, fault.sentence());
                }
                writer.add(source);
                bytes += source.length();
            }
            writer.finish();
        }
        return bytes;
    }

    /** Reads back what was written; a disk or memory that does not give it back the same must not be the only copy. */
    private static void compare(final SegmentRange range, final Segment written) {
        try (SegmentCursor source = SegmentCursor.open(range.segment(), range.firstSequence());
                SegmentCursor copy = ArchiveCursor.open(written, range.firstSequence())) {
            for (long sequence = range.firstSequence(); sequence <= range.lastSequence(); sequence++) {
                if (!source.read() || !copy.read() || !bytesOf(source).equals(bytesOf(copy))) {
                    throw copy.fault(sequence, "was not written as it was");
                }
            }
            if (copy.read()) {
                throw copy.fault(range.lastSequence() + 1, "was written and does not belong there");
            }
        }
    }

    private static ByteBuffer bytesOf(final SegmentCursor cursor) {
        return ByteBuffer.wrap(cursor.buffer().byteArray(), 0, cursor.length());
    }
}
