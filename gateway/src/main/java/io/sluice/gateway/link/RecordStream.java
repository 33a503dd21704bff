package io.sluice.gateway.link;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordFlyweight;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Every durable record, in order and without a gap, on one event loop. The sealer thread copies each record into a buffer
 * and wakes the loop once a batch; when the buffer has no room it drops the copy and goes on. The loop sees by the
 * sequence that something is missing and reads that from the journal. So nothing is lost and nobody waits.
 */
public final class RecordStream {
    /** Records delivered before the event loop gets on with other work. */
    static final int TURN_RECORDS = 2048;

    private static final int RECORD = 1;

    private final EnginePort engine;
    private final Executor eventLoop;
    private final OneToOneRingBuffer buffer;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private final ControlledMessageHandler fromBuffer = this::fromBuffer;
    private final RecordFlyweight flyweight = new RecordFlyweight();
    private volatile RecordListener listener;
    private volatile boolean closed;
    private volatile long announced;
    private long written;
    private long next;
    private long durableBefore;
    private boolean gap;
    private JournalReader reader;
    private long readTo;

    RecordStream(final EnginePort engine, final Executor eventLoop, final int bufferBytes) {
        this.engine = engine;
        this.eventLoop = eventLoop;
        buffer = new OneToOneRingBuffer(
                new UnsafeBuffer(ByteBuffer.allocateDirect(bufferBytes + RingBufferDescriptor.TRAILER_LENGTH)));
    }

    /**
     * Begins to deliver, with what was durable before this call first. Once, on the stream's event loop.
     *
     * @param fromSequence    the first record to hear.
     * @param recordListener  hears them.
     */
    public void subscribe(final long fromSequence, final RecordListener recordListener) {
        if (listener != null) {
            throw new IllegalStateException("the stream has its listener");
        }
        next = fromSequence;
        listener = recordListener;
        durableBefore = engine.durableSequence();
        if (!awake.getAndSet(true)) {
            eventLoop.execute(drain);
        }
    }

    /** Delivers nothing any more. On the stream's event loop. */
    public void close() {
        closed = true;
        closeReader();
    }

    /** Number of the next record to be delivered. On the stream's event loop. */
    public long nextSequence() {
        return next;
    }

    void onRecord(final RecordFlyweight record) {
        if (listener != null && !closed) {
            buffer.write(RECORD, record.buffer(), record.offset(), record.length());
        }
        written = record.sequence();
    }

    void onBatchEnd() {
        if (written != announced) {
            announced = written;
            if (listener != null && !closed && !awake.getAndSet(true)) {
                eventLoop.execute(drain);
            }
        }
    }

    private void drain() {
        awake.set(false);
        if (closed) {
            return;
        }
        final long before = next;
        final long durable = Math.max(announced, durableBefore);
        gap = false;
        int turn = TURN_RECORDS - buffer.controlledRead(fromBuffer, TURN_RECORDS);
        if (next <= durable && (gap || buffer.size() == 0)) {
            turn -= catchUp(durable, turn);
        }
        if (next > durable) {
            closeReader();
        }
        if (next != before) {
            listener.onBatchEnd();
        }
        if (next <= durable && !awake.getAndSet(true)) {
            eventLoop.execute(drain);
        }
    }

    private ControlledMessageHandler.Action fromBuffer(
            final int type, final MutableDirectBuffer source, final int offset, final int length) {
        final long sequence = flyweight.wrap(source, offset).sequence();
        if (sequence > next) {
            gap = true;
            return ControlledMessageHandler.Action.ABORT;
        }
        if (sequence == next) {
            deliver(flyweight);
        }
        return ControlledMessageHandler.Action.CONTINUE;
    }

    private int catchUp(final long durable, final int turn) {
        if (readTo != next) {
            // The buffer has gone on from where the reader was left.
            closeReader();
        }
        if (reader == null) {
            reader = engine.reader(next);
        }
        int count = 0;
        while (count < turn && next <= durable) {
            final RecordFlyweight record = reader.next();
            if (record == null) {
                // It was durable before the reader was asked: a loop that asked again would never do anything else.
                throw new JournalFaultException(next, "cannot be found, although it is durable");
            }
            if (record.sequence() == next) {
                deliver(record);
                count++;
            }
        }
        readTo = next;
        return count;
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private void deliver(final RecordFlyweight record) {
        next = record.sequence() + 1;
        listener.onRecord(record);
    }
}
