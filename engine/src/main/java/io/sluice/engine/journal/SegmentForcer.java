package io.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Forces the journal's files. The appending thread says which file it has begun, the forcing thread follows: at a roll it
 * forces the file it leaves and the directories that have got a new name, and keeps the new file open.
 */
final class SegmentForcer implements AutoCloseable {
    private final JournalDirectory directory;
    private final ForcedFile.Opener opener;
    /** One entry a day at most, and drained by the next force. */
    private final Queue<Segment> begun = new ConcurrentLinkedQueue<>();

    private ForcedFile current;

    SegmentForcer(final JournalDirectory directory, final ForcedFile.Opener opener) {
        this.directory = directory;
        this.opener = opener;
    }

    /** The file exists and records go there from now on. Appending thread only. */
    void onBegun(final Segment segment) {
        begun.add(segment);
    }

    /** Forces every record whose file {@link #onBegun} was told before. Forcing thread only. */
    void force() throws IOException {
        for (Segment segment = begun.poll(); segment != null; segment = begun.poll()) {
            rollTo(segment);
        }
        if (current != null) {
            current.force();
        }
    }

    private void rollTo(final Segment segment) throws IOException {
        final ForcedFile next = opener.open(segment.file());
        final ForcedFile previous = current;
        current = next;
        if (previous != null) {
            try (previous) {
                previous.force();
            }
        }
        forceNames(segment);
    }

    /** A file that cannot be found is as lost as its bytes: every name on the way to it has to be on the disk. */
    private void forceNames(final Segment segment) throws IOException {
        for (Path names = segment.run(); ; names = names.getParent()) {
            SegmentFiles.force(opener, names);
            if (names.equals(directory.data())) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
