package io.sluice.engine.journal;

import io.sluice.engine.protocol.StateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/** Streams state to a file through one buffer, and sums it up on the way. One thread. */
final class SnapshotWriter implements StateOutput {
    private final FileChannel channel;
    private final ByteBuffer bytes;
    private final CRC32C crc = new CRC32C();
    private final Pace pace;
    private long length;
    private long workSinceNs = System.nanoTime();

    SnapshotWriter(final FileChannel channel, final ByteBuffer bytes, final Pace pace) {
        this.channel = channel;
        this.pace = pace;
        this.bytes = bytes.clear().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void putLong(final long value) {
        reserve(Long.BYTES);
        bytes.putLong(value);
    }

    @Override
    public void putInt(final int value) {
        reserve(Integer.BYTES);
        bytes.putInt(value);
    }

    @Override
    public void putBytes(final DirectBuffer buffer, final int offset, final int count) {
        int done = 0;
        while (done < count) {
            reserve(1);
            final int part = Math.min(count - done, bytes.remaining());
            buffer.getBytes(offset + done, bytes, part);
            done += part;
        }
    }

    /**
     * Writes what is still in the buffer. With a pace it forces that and rests: forced at the end only, hundreds of megabytes
     * would reach the disk at once, and the journal's next force would wait behind them.
     */
    void flush() {
        bytes.flip();
        length += bytes.remaining();
        crc.update(bytes);
        bytes.rewind();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (pace != Pace.NONE) {
                channel.force(false);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("write of a snapshot", e);
        }
        bytes.clear();
        pace.rest(System.nanoTime() - workSinceNs);
        workSinceNs = System.nanoTime();
    }

    private void reserve(final int count) {
        if (bytes.remaining() < count) {
            flush();
        }
    }

    /** Bytes that were flushed. */
    long length() {
        return length;
    }

    /** CRC-32C of the bytes that were flushed. */
    long crc32c() {
        return crc.getValue();
    }
}
