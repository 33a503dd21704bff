package io.sluice.engine.journal;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Forces the cycle files. The appending thread says which cycle it has begun, the forcing thread follows: at a roll it
 * forces the file it leaves and the directory that has got a new name, and keeps the new file open.
 */
final class CycleForcer implements AutoCloseable {
    private final CycleFiles files;
    private final ForcedFile.Opener opener;
    /** One entry a day at most, and drained by the next force. */
    private final Queue<Integer> begun = new ConcurrentLinkedQueue<>();

    private ForcedFile current;

    CycleForcer(final CycleFiles files, final ForcedFile.Opener opener) {
        this.files = files;
        this.opener = opener;
    }

    /** The cycle's file exists and records go there from now on. Appending thread only. */
    void onBegun(final int cycle) {
        begun.add(cycle);
    }

    /** Forces every record whose cycle {@link #onBegun} was told before. Forcing thread only. */
    void force() throws IOException {
        for (Integer cycle = begun.poll(); cycle != null; cycle = begun.poll()) {
            rollTo(cycle);
        }
        if (current != null) {
            current.force();
        }
    }

    private void rollTo(final int cycle) throws IOException {
        final ForcedFile next = opener.open(files.file(cycle));
        final ForcedFile previous = current;
        current = next;
        if (previous != null) {
            try (previous) {
                previous.force();
            }
        }
        try (ForcedFile directory = opener.open(files.directory())) {
            directory.force();
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
