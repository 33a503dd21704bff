package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.agrona.CloseHelper;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The bytes of a file that may grow while it is read, mapped a window at a time. Mapped, because only so a reader sees what
 * another process writes in the order it was written. One thread.
 */
final class SegmentBytes implements AutoCloseable {
    private static final long WINDOW_BYTES = 64L << 20;
    private static final long PAGE_BYTES = 4096;

    private final Path path;
    private final FileChannel channel;
    /** What the system tells files apart by, whatever their names; null where it tells nothing. */
    private final Object key;

    private final UnsafeBuffer window = new UnsafeBuffer(0, 0);
    private MappedByteBuffer mapped;
    private long start;

    private SegmentBytes(final Path path, final FileChannel channel, final Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    static SegmentBytes open(final Segment segment) {
        final Path path = segment.file();
        try {
            final Object key = keyOf(path);
            return new SegmentBytes(path, FileChannel.open(path, StandardOpenOption.READ), key);
        } catch (final NoSuchFileException e) {
            throw new SegmentGoneException(segment, e);
        } catch (final IOException e) {
            throw new UncheckedIOException("segment " + path, e);
        }
    }

    private static Object keyOf(final Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Whether another file stands under its name by now. */
    boolean isReplaced() {
        try {
            return !Objects.equals(key, keyOf(path));
        } catch (final NoSuchFileException nothingStandsThere) {
            return false;
        } catch (final IOException e) {
            throw new UncheckedIOException("segment " + path, e);
        }
    }

    /** Moves the window to where it holds the bytes; false when the file ends before them. */
    boolean holds(final long position, final int length) {
        return isMapped(position, length) || move(position, length);
    }

    private boolean isMapped(final long position, final int length) {
        return position >= start && position + length <= start + window.capacity();
    }

    private boolean move(final long position, final int length) {
        final long size = size();
        if (position < 0 || position + length > size) {
            return false;
        }
        unmap();
        start = position & -PAGE_BYTES;
        try {
            mapped = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW_BYTES, size - start));
        } catch (final IOException e) {
            throw new UncheckedIOException("segment " + path, e);
        }
        window.wrap(mapped);
        return true;
    }

    /** The window; what lies in it is good until {@link #holds} is asked again. */
    UnsafeBuffer window() {
        return window;
    }

    /** Where in the window a position lies that it {@link #holds}. */
    int indexOf(final long position) {
        return (int) (position - start);
    }

    /**
     * Copies bytes past the window, as many as there are and as fit: so one may look where nothing was ever written, which
     * through a mapping takes memory, and of a full tmpfs more than there is.
     */
    void copy(final long position, final ByteBuffer target) {
        try {
            long at = position;
            for (int read = 0; read >= 0 && target.hasRemaining(); at += read) {
                read = channel.read(target, at);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("segment " + path, e);
        }
    }

    /** Bytes of the file as it is now. */
    long size() {
        try {
            return channel.size();
        } catch (final IOException e) {
            throw new UncheckedIOException("segment " + path, e);
        }
    }

    private void unmap() {
        window.wrap(0, 0);
        IoUtil.unmap(mapped);
        mapped = null;
    }

    @Override
    public void close() {
        unmap();
        CloseHelper.quietClose(channel);
    }
}
