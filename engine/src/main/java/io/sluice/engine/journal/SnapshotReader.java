package io.sluice.engine.journal;

import io.sluice.engine.protocol.StateInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;

/** Streams state from a file through one buffer, and sums it up on the way. One thread. */
final class SnapshotReader implements StateInput {
    private final FileChannel channel;
    private final ByteBuffer bytes;
    private final CRC32C crc = new CRC32C();

    SnapshotReader(final FileChannel channel, final ByteBuffer bytes) {
        this.channel = channel;
        this.bytes = bytes.clear().order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    @Override
    public boolean hasMore() {
        return bytes.hasRemaining() || fill();
    }

    @Override
    public long getLong() {
        require(Long.BYTES);
        return bytes.getLong();
    }

    @Override
    public int getInt() {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    @Override
    public void getBytes(final MutableDirectBuffer buffer, final int offset, final int count) {
        int done = 0;
        while (done < count) {
            require(1);
            final int part = Math.min(count - done, bytes.remaining());
            buffer.putBytes(offset + done, bytes, part);
            done += part;
        }
    }

    /** CRC-32C of all there is, once the rest has been passed over. */
    long crc32cToEnd() {
        do {
            bytes.position(bytes.limit());
        } while (fill());
        return crc.getValue();
    }

    private void require(final int count) {
        while (bytes.remaining() < count) {
            if (!fill()) {
                throw new UncheckedIOException(
                        "read of a snapshot", new EOFException("the snapshot's state ends before it was expected to"));
            }
        }
    }

    /** Reads behind what is left in the buffer; false when there is nothing more. */
    private boolean fill() {
        bytes.compact();
        final int from = bytes.position();
        try {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        } catch (final IOException e) {
            throw new UncheckedIOException("read of a snapshot", e);
        }
        final int end = bytes.position();
        crc.update(bytes.flip().position(from));
        bytes.position(0);
        return end > from;
    }
}
