package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a data directory to one writing process. The operating system gives the lock back when the process dies, however
 * it dies, so there is never a stale one.
 */
final class DirectoryLock implements AutoCloseable {
    /**
     * The lock files that this process holds. POSIX drops a process's lock as soon as it closes any descriptor of the
     * file, so a second attempt has to be refused before it opens the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int MAX_PID_BYTES = 20;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a data directory that exists.
     *
     * @throws IllegalStateException  when a process holds it; the message names its process id.
     */
    static DirectoryLock claim(final JournalDirectory directory) {
        return claim(directory, directory.lockFile());
    }

    /**
     * Does a work as the only one that archives, prunes or registers consumers here, beside an engine or not.
     *
     * @throws IllegalStateException  when another process is at it; the message names its process id.
     */
    static void holdRetention(final JournalDirectory directory, final Runnable work) {
        final DirectoryLock lock = claim(directory, directory.retentionLockFile());
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private static DirectoryLock claim(final JournalDirectory directory, final Path lockFile) {
        try {
            final Path file = directory.data().toRealPath().resolve(lockFile.getFileName());
            if (!HELD.add(file)) {
                throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
            }
            return lock(directory, file);
        } catch (final IOException e) {
            throw new UncheckedIOException("lock of data directory " + directory.data(), e);
        }
    }

    private static DirectoryLock lock(final JournalDirectory directory, final Path file) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(
                        directory,
                        Files.readString(file, StandardCharsets.US_ASCII).strip());
            }
            writePid(channel);
            locked = true;
            return new DirectoryLock(file, channel);
        } finally {
            if (!locked) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void writePid(final FileChannel channel) throws IOException {
        final String pid = ProcessHandle.current().pid() + "\n";
        final ByteBuffer bytes = ByteBuffer.allocate(MAX_PID_BYTES);
        bytes.put(pid.getBytes(StandardCharsets.US_ASCII)).flip();
        channel.truncate(0);
        channel.write(bytes, 0);
    }

    private static IllegalStateException inUse(final JournalDirectory directory, final String pid) {
        return new IllegalStateException("data directory " + directory.data() + " is in use by process " + pid);
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException("lock " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
