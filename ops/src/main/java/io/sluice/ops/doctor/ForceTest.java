package io.sluice.ops.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Forces a file as the sealer forces the journal: over blocks that were written before, as those that the journal has set
 * aside, 4 KiB each time. A file that grew with every write would measure the file system's own journal.
 */
final class ForceTest {
    private static final int WRITES = 400;
    private static final int PAGE_BYTES = 4096;
    /** A disk that is too slow for a show is told from the writes that were made until then. */
    private static final long MOST_NS = TimeUnit.SECONDS.toNanos(10);

    private final Path directory;

    /** In a directory that is there. The file is deleted again. */
    ForceTest(final Path directory) {
        this.directory = directory;
    }

    ForceTimes run() throws IOException {
        final Path file = Files.createTempFile(directory, "sluice-doctor-", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int page = 0; page < WRITES; page++) {
                write(channel, page);
            }
            channel.force(true);
            return forced(channel);
        } finally {
            Files.delete(file);
        }
    }

    private static ForceTimes forced(final FileChannel channel) throws IOException {
        final long[] timesNs = new long[WRITES];
        final long startNs = System.nanoTime();
        int done = 0;
        while (done < WRITES && System.nanoTime() - startNs < MOST_NS) {
            final long beforeNs = System.nanoTime();
            write(channel, done);
            channel.force(false);
            timesNs[done++] = System.nanoTime() - beforeNs;
        }
        return new ForceTimes(Arrays.copyOf(timesNs, done));
    }

    private static void write(final FileChannel channel, final int page) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(PAGE_BYTES);
        while (bytes.hasRemaining()) {
            channel.write(bytes, (long) page * PAGE_BYTES + bytes.position());
        }
    }
}
