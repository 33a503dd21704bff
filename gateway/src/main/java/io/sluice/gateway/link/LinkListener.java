package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.agrona.DirectBuffer;

/**
 * Hands what the sealer thread has made durable to the event loops. It is made before the engine, which is given it as its
 * listener; clients and streams are connected once the engine is up.
 */
public final class LinkListener implements EngineListener {
    private final AtomicReferenceArray<EngineClient> clients = new AtomicReferenceArray<>(ReplyAddress.MAX_CLIENTS);
    private final AtomicInteger clientCount = new AtomicInteger();
    private final OrderOutcomes orderOutcomes = new OrderOutcomes();
    private volatile RecordStream[] streams = {};
    private volatile boolean closed;

    /**
     * A client for one event loop. Any thread.
     *
     * @param engine       where its commands go.
     * @param eventLoop    runs tasks on the event loop that will send, in order.
     * @param maxInFlight  commands and queries it may have unanswered, 1..65536.
     */
    public EngineClient connect(final EnginePort engine, final Executor eventLoop, final int maxInFlight) {
        final int index = clientCount.getAndIncrement();
        if (index >= ReplyAddress.MAX_CLIENTS) {
            throw new IllegalStateException("clients=" + index + " is the most there can be");
        }
        final EngineClient client = new EngineClient(engine.link(), eventLoop, index, maxInFlight);
        clients.set(index, client);
        return client;
    }

    /**
     * A stream of every durable record, for one event loop; each costs the sealer thread a copy of the record. Any thread.
     *
     * @param engine       gives the records which the stream's buffer had no room for.
     * @param eventLoop    runs tasks on the event loop that will hear the records, in order.
     * @param bufferBytes  size of the buffer between the two threads, a power of two.
     */
    public synchronized RecordStream stream(final EnginePort engine, final Executor eventLoop, final int bufferBytes) {
        final RecordStream opened = new RecordStream(engine, eventLoop, bufferBytes);
        final RecordStream[] more = Arrays.copyOf(streams, streams.length + 1);
        more[streams.length] = opened;
        streams = more;
        return opened;
    }

    /** How the orders of this process turned out so far. */
    public OrderOutcomes orderOutcomes() {
        return orderOutcomes;
    }

    @Override
    public void onRecord(final RecordFlyweight record, final long replyTo) {
        final EngineClient client = client(replyTo);
        if (client != null) {
            client.onRecord(record, replyTo);
        }
        for (final RecordStream stream : streams) {
            stream.onRecord(record);
        }
        orderOutcomes.onRecord(record);
    }

    @Override
    public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
        final EngineClient client = client(replyTo);
        if (client != null) {
            client.onAnswer(buffer, offset, length, replyTo);
        }
    }

    @Override
    public void onBatchEnd() {
        try {
            wake();
        } catch (final RejectedExecutionException ended) {
            if (!closed) {
                throw ended;
            }
        }
    }

    private void wake() {
        final int count = clientCount.get();
        for (int i = 0; i < count; i++) {
            final EngineClient client = clients.get(i);
            if (client != null) {
                client.onBatchEnd();
            }
        }
        for (final RecordStream stream : streams) {
            stream.onBatchEnd();
        }
    }

    /** From now on an event loop that has ended is no fault: what is decided after that is heard by nobody. Any thread. */
    public void close() {
        closed = true;
    }

    private EngineClient client(final long replyTo) {
        return replyTo == EngineLink.NO_REPLY ? null : clients.get(ReplyAddress.client(replyTo));
    }
}
