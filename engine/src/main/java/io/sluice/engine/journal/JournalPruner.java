package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Deletes the oldest files of a journal, archived or not, as far as nothing needs them any more: neither a start, which begins
 * with a snapshot, nor a {@linkplain ConsumerRegistry registered} consumer. It may end at any point and be begun again; an
 * engine may run meanwhile. One thread.
 */
public final class JournalPruner {
    private final JournalDirectory directory;
    private final SegmentFiles files;
    private final Predicate<Snapshot> verifies;

    /**
     * Prunes the journal of a data directory.
     *
     * @param verifies  whether a start could begin with a snapshot whose bytes are sound.
     */
    public JournalPruner(final JournalDirectory directory, final Predicate<Snapshot> verifies) {
        this.directory = directory;
        this.verifies = verifies;
        files = new SegmentFiles(directory.journal());
    }

    /**
     * The files whose records all lie below a bound, oldest first, but for the one with the newest record.
     *
     * @throws IllegalStateException  when one of them is still needed; the message says what for.
     * @throws JournalFaultException  when it cannot be told what a file holds, or how far a consumer is.
     * @throws UncheckedIOException   when the storage fails.
     */
    public List<PrunedSegment> plan(final long below) {
        return ranges(below).stream().map(JournalPruner::pruned).toList();
    }

    /**
     * Deletes what {@link #plan} names.
     *
     * @param below   number of the oldest record that is to stay.
     * @param pruned  is told of each file, on this thread, when it is gone.
     * @throws IllegalStateException  as {@link #plan}, with nothing deleted; or when another process archives or prunes here.
     */
    public void prune(final long below, final Consumer<PrunedSegment> pruned) {
        DirectoryLock.holdRetention(directory, () -> {
            try {
                final List<SegmentRange> ranges = ranges(below);
                if (!ranges.isEmpty()) {
                    // After a loss of power it must not be found standing before what is deleted now.
                    SegmentFiles.force(ChannelForcedFile::open, directory.forcedMark());
                }
                for (final SegmentRange range : ranges) {
                    delete(range.segment());
                    pruned.accept(pruned(range));
                }
                clearEmptyRuns();
            } catch (final IOException e) {
                throw new UncheckedIOException("journal " + directory.journal(), e);
            }
        });
    }

    private List<SegmentRange> ranges(final long below) {
        final List<SegmentRange> ranges = JournalIndex.search(files, JournalIndex::whole).stream()
                .filter(range -> range.lastSequence() < below)
                .toList();
        if (!ranges.isEmpty()) {
            refuseNeeded(ranges.get(ranges.size() - 1).lastSequence());
        }
        return ranges;
    }

    /** Whether the records up to a number are needed by nobody. */
    private void refuseNeeded(final long last) {
        final List<String> needs = new ArrayList<>();
        for (final ConsumerPosition consumer : new ConsumerRegistry(directory).all()) {
            if (consumer.position() < last) {
                needs.add("the consumer " + consumer.name() + " is at " + consumer.position());
            }
        }
        final long forced = ForcedMark.read(directory.forcedMark());
        if (forced < last) {
            needs.add("records are known to be forced up to " + forced + " only");
        }
        // The oldest, not the newest: should that not verify one day, a start begins with this one.
        final Optional<Snapshot> oldest =
                new SnapshotStore(directory).sound().stream().filter(verifies).findFirst();
        if (oldest.isEmpty()) {
            needs.add("there is no snapshot that verifies");
        } else if (oldest.get().sequence() <= last) {
            needs.add(
                    "a start may begin with the snapshot behind " + oldest.get().sequence());
        }
        if (!needs.isEmpty()) {
            throw new IllegalStateException("records up to " + last + " are needed: " + String.join("; ", needs));
        }
    }

    private static PrunedSegment pruned(final SegmentRange range) {
        return new PrunedSegment(range.segment().label(), range.firstSequence(), range.lastSequence());
    }

    /** What is older is gone from the disk before what is newer: a loss of power leaves no gap. */
    private void delete(final Segment segment) throws IOException {
        // First, where both are there: alone it might be half of a leftover.
        Files.deleteIfExists(files.archiveOf(segment).file());
        Files.deleteIfExists(segment.file());
        SegmentFiles.force(ChannelForcedFile::open, segment.run());
    }

    /** The runs before the oldest file hold nothing but tables and what was torn. */
    private void clearEmptyRuns() throws IOException {
        final List<Segment> left = files.all();
        for (final Path run : files.runs()) {
            if (!left.isEmpty() && run.compareTo(left.get(0).run()) < 0) {
                clear(run);
            }
        }
    }

    private void clear(final Path run) throws IOException {
        try (Stream<Path> contents = Files.walk(run)) {
            for (final Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        SegmentFiles.force(ChannelForcedFile::open, directory.journal());
    }
}
