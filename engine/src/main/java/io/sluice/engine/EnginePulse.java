package io.sluice.engine;

import io.sluice.engine.journal.StorageWatch;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PulseEncoder;
import io.sluice.engine.ring.CommandRing;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;

/**
 * Beats on a thread of its own: lets an idle core look at its hold timers, and looks at the disk's free space. A beat that
 * finds the ring full is left out, for then the core is not idle.
 */
final class EnginePulse implements CommandWriter, AutoCloseable {
    private final CommandRing ring;
    private final StorageWatch storage;
    private final long periodNs;
    private final Thread thread = new Thread(this::beat, "sluice-pulse");
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PulseEncoder pulse = new PulseEncoder();
    private volatile boolean closed;

    EnginePulse(final CommandRing ring, final StorageWatch storage, final int periodMs) {
        this.ring = ring;
        this.storage = storage;
        this.periodNs = TimeUnit.MILLISECONDS.toNanos(periodMs);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void beat() {
        while (!closed) {
            // First, for what is done to the disk may take its time.
            ring.offer(this, CommandRing.NO_REPLY);
            ring.wake();
            storage.poll(System.nanoTime());
            LockSupport.parkNanos(periodNs);
        }
    }

    @Override
    public int write(final MutableDirectBuffer buffer, final int offset) {
        pulse.wrapAndApplyHeader(buffer, offset, header);
        return MessageHeaderEncoder.ENCODED_LENGTH + pulse.encodedLength();
    }

    /** Returns when the last beat is over. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }
}
