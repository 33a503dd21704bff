package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the end of a journal before it is appended to. A process that dies leaves every document whole. A machine that loses
 * its power may have written the pages behind the last force in any order: then the journal ends before the first record
 * that is not sound. What stands behind is left where it is; the run that begins now has the number that follows, and so
 * readers pass from one to the other. At {@link Durability#DISK} none of it was ever acknowledged; at PROCESS it was not on
 * the disk yet, and that level does not promise more. Damage to what was forced, as the mark or a snapshot tells, is refused
 * and never repaired.
 */
final class TailRecovery {
    private static final Logger LOGGER = LoggerFactory.getLogger(TailRecovery.class);
    private static final long PAGE_BYTES = 4_096;

    private final SegmentFiles files;
    private final ForcedFile.Opener opener;
    private final ForcedMark mark;
    private final long snapshotSequence;
    private final long forcedSequence;

    /**
     * Recovers the journal of some files.
     *
     * @param snapshotSequence  record that the newest snapshot was taken behind, 0 for none: it was forced before.
     */
    TailRecovery(
            final SegmentFiles files,
            final ForcedFile.Opener opener,
            final ForcedMark mark,
            final long snapshotSequence) {
        this.files = files;
        this.opener = opener;
        this.mark = mark;
        this.snapshotSequence = snapshotSequence;
        forcedSequence = Math.max(mark.sequence(), snapshotSequence);
    }

    /**
     * Leaves a journal whose every record from the forced mark on is sound, and no file behind the one with the last.
     *
     * @return the chain up to its last record.
     * @throws JournalFaultException when a record that was forced, or archived, is missing or damaged.
     */
    RecordChain recover() {
        final RecordChain chain = hasLostBeginning() ? new RecordChain() : readBehindMark();
        clearBehind(chain.sequence());
        return chain;
    }

    /**
     * Only what was forced is pruned: where nothing was, a beginning that is not there was lost with the power. A second run
     * tells that something was, for each start forces what it finds.
     */
    private boolean hasLostBeginning() {
        final boolean lost = !mark.isBlank()
                && forcedSequence == 0
                && firstSequence() > 1
                && files.all().stream().allMatch(segment -> segment.run().equals(files.run(1)));
        if (lost) {
            LOGGER.warn("journal {} lost its first record before any was forced", files.directory());
        }
        return lost;
    }

    private RecordChain readBehindMark() {
        try (JournalFileReader reader = openBehindMark()) {
            final JournalFaultException fault = readToEnd(reader);
            final RecordChain chain = reader.chain();
            if (chain.sequence() < forcedSequence) {
                throw fault != null ? fault : missing(chain.sequence() + 1, null);
            }
            if (fault != null && isOfArchive(fault)) {
                // Only what was forced is archived: no loss of power tears it.
                throw fault;
            }
            if (fault != null) {
                LOGGER.warn(
                        "journal {} ends with record {}: {}", files.directory(), chain.sequence(), fault.getMessage());
            } else if (reader.cursor() instanceof final ChronicleCursor end) {
                giveBack(end);
            }
            return chain;
        }
    }

    private JournalFileReader openBehindMark() {
        try {
            return new JournalFileReader(files, forcedSequence > 0 ? forcedSequence + 1 : firstSequence());
        } catch (final IllegalArgumentException e) {
            throw missing(forcedSequence, e);
        }
    }

    private JournalFaultException missing(final long sequence, final Throwable cause) {
        final String known = snapshotSequence > mark.sequence()
                ? "a snapshot was taken behind " + snapshotSequence
                : "records up to " + forcedSequence + " were forced";
        return new JournalFaultException(sequence, "missing, although " + known, cause);
    }

    private long firstSequence() {
        return Math.max(1, JournalIndex.search(files, JournalIndex::firstSequence));
    }

    private static boolean isOfArchive(final JournalFaultException fault) {
        return fault.file() != null && fault.file().endsWith(SegmentFiles.ARCHIVE_SUFFIX);
    }

    private static JournalFaultException readToEnd(final JournalFileReader reader) {
        try {
            while (reader.next() != null) {
                // Following the chain is all there is to do.
            }
            return null;
        } catch (final JournalFaultException e) {
            return e;
        }
    }

    /**
     * A process that was killed could not give back the blocks that it had set aside behind its last record. A document that
     * it was writing lies in what is left alone; anything else that stands behind is more than this can explain, and stays.
     */
    private static void giveBack(final ChronicleCursor end) {
        final Path file = end.segment().file();
        final long unused = BitUtil.align(end.nextPosition() + SpaceAhead.INDEX_BYTES, PAGE_BYTES);
        if (!end.isBlankFrom(unused)) {
            LOGGER.warn("{} holds something behind its last record, at byte {}", file, end.nextPosition());
            return;
        }
        try (DiskBlocks blocks = DiskBlocks.of(file)) {
            blocks.releaseBehind(unused);
        } catch (final IOException e) {
            LOGGER.debug("blocks behind the end of {} stay set aside", file, e);
        }
    }

    /**
     * Searches take the files for ascending, so those that hold no record of the journal get another name; and before
     * there are other records with their numbers, no loss of power may give them the old one back.
     */
    private void clearBehind(final long lastSequence) {
        final Set<Path> changed = new LinkedHashSet<>();
        try {
            for (final Path run : files.runs()) {
                if (files.firstSequence(run) > lastSequence) {
                    clear(run);
                    changed.add(files.directory());
                }
            }
            for (final Segment segment : behind(lastSequence)) {
                SegmentFiles.setAside(segment.file());
                changed.add(segment.run());
            }
            for (final Path directory : changed) {
                SegmentFiles.force(opener, directory);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("journal " + files.directory(), e);
        }
    }

    private List<Segment> behind(final long lastSequence) {
        if (lastSequence == 0) {
            return files.all();
        }
        final List<Segment> from = JournalIndex.search(files, index -> index.from(lastSequence));
        return from.subList(1, from.size());
    }

    /** A run that ended before it had a record is of no interest; one with torn records may be to somebody. */
    private void clear(final Path run) throws IOException {
        if (files.in(run).stream().anyMatch(TailRecovery::holdsAnything)) {
            SegmentFiles.setAside(run);
            return;
        }
        try (Stream<Path> contents = Files.walk(run)) {
            for (final Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean holdsAnything(final Segment segment) {
        try (SegmentCursor cursor = SegmentCursor.open(segment, 1)) {
            return cursor.read();
        }
    }
}
