package io.sluice.engine.journal;

import io.sluice.engine.protocol.StateInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.agrona.MutableDirectBuffer;

/** Streams state from a file through one buffer. One thread. */
final class SnapshotReader implements StateInput {
    private final FileChannel channel;
    private final ByteBuffer bytes;

    SnapshotReader(final FileChannel channel, final ByteBuffer bytes) {
        this.channel = channel;
        this.bytes = bytes.clear().order(ByteOrder.LITTLE_ENDIAN).limit(0);
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

    private void require(final int count) {
        if (bytes.remaining() >= count) {
            return;
        }
        bytes.compact();
        try {
            while (bytes.position() < count) {
                if (channel.read(bytes) < 0) {
                    throw new EOFException("the snapshot's state ends before it was expected to");
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("read of a snapshot", e);
        }
        bytes.flip();
    }
}
