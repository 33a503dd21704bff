package io.sluice.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file or directory whose changes can be forced to the disk, whoever made them. One thread at a time. */
public interface ForcedFile extends Closeable {
    /**
     * Returns when every change made before the call is on the disk.
     *
     * @throws IOException when the disk failed; what it holds is unknown from then on.
     */
    void force() throws IOException;

    /** Opens what is to be forced. */
    @FunctionalInterface
    interface Opener {
        /** Opens a file or directory that exists. */
        ForcedFile open(Path path) throws IOException;
    }
}
