package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;

/**
 * Cuts a torn tail off. Chronicle cannot shorten a file, so the sound records of its cycle are copied to a new file that
 * takes its place in one step; what was cut stays beside it, under a name that ends in {@code .torn}, for whoever wants to
 * look. May be interrupted and repeated at any point.
 */
final class TornTail {
    private static final String ASIDE = ".torn";

    private final JournalDirectory directory;
    private final CycleFiles files;
    private final int blockBytes;

    TornTail(final JournalDirectory directory, final int blockBytes) {
        this.directory = directory;
        files = new CycleFiles(directory.journal());
        this.blockBytes = blockBytes;
    }

    /** Takes away what an interrupted cut left. */
    void discardRebuild() {
        final Path rebuild = directory.rebuild();
        if (!Files.exists(rebuild)) {
            return;
        }
        try (Stream<Path> leftovers = Files.walk(rebuild)) {
            for (final Path leftover :
                    leftovers.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(leftover);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("rebuild " + rebuild, e);
        }
    }

    /** Gives a cycle's file another name, under which nobody reads it. */
    void setAside(final int cycle) {
        try {
            Files.move(files.file(cycle), aside(cycle));
            forceDirectory();
        } catch (final IOException e) {
            throw new UncheckedIOException("cycle file " + files.file(cycle), e);
        }
    }

    /** Leaves {@code lastSequence} the journal's last record; 0 leaves none. */
    void cutBehind(final long lastSequence) {
        final int cycle = lastSequence == 0 ? JournalIndex.NO_CYCLE : cycleOf(lastSequence);
        final int[] cycles = files.cycles();
        // The newest first: whenever this is interrupted, the cycles that remain have no gap.
        for (int i = cycles.length - 1; i >= 0 && cycles[i] > cycle; i--) {
            setAside(cycles[i]);
        }
        if (lastSequence > 0) {
            try {
                rebuild(cycle, lastSequence);
            } catch (final IOException e) {
                throw new UncheckedIOException("rebuild of cycle file " + files.file(cycle), e);
            }
        }
    }

    private int cycleOf(final long sequence) {
        return (int) JournalIndex.search(files, index -> index.cycleOf(sequence));
    }

    private void rebuild(final int cycle, final long lastSequence) throws IOException {
        final CycleFiles rebuilt = new CycleFiles(directory.rebuild());
        copy(cycle, lastSequence);
        force(rebuilt.file(cycle));
        final Path file = files.file(cycle);
        Files.createLink(aside(cycle), file);
        Files.move(rebuilt.file(cycle), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory();
        discardRebuild();
    }

    private void copy(final int cycle, final long lastSequence) {
        final RecordClock clock = new RecordClock();
        final PointerBytesStore document = new PointerBytesStore();
        try (RecordCursor cursor = new RecordCursor(files.directory());
                SingleChronicleQueue queue = ChronicleQueues.openForWriting(directory.rebuild(), blockBytes, clock);
                ExcerptAppender appender = queue.createAppender()) {
            boolean more = cursor.readAt(cycle, 0);
            while (more && cursor.sound()) {
                clock.advanceTo(cursor.timeMs());
                document.set(cursor.buffer().addressOffset(), cursor.length());
                appender.writeBytes(document);
                more = cursor.sequence() < lastSequence && cursor.read();
            }
            if (cursor.sequence() != lastSequence) {
                throw new JournalFaultException(cursor.sequence(), "damaged, although it was forced");
            }
        }
    }

    private Path aside(final int cycle) {
        final String name = files.file(cycle).getFileName().toString();
        int number = 0;
        Path path;
        do {
            number++;
            path = files.directory().resolve(name + '.' + number + ASIDE);
        } while (Files.exists(path));
        return path;
    }

    private void forceDirectory() throws IOException {
        force(files.directory());
    }

    private static void force(final Path path) throws IOException {
        try (ForcedFile file = ChannelForcedFile.open(path)) {
            file.force();
        }
    }
}
