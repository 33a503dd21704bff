package io.sluice.engine;

import io.sluice.engine.journal.JournalReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads records on a thread of its own, some batches before they are asked for: finding and checking them takes about half
 * as long as deciding them. The reader belongs to that thread until this is closed.
 */
final class ReadAhead implements AutoCloseable {
    private static final int BATCHES = 16;
    /** So many batches are given back at once: the reading thread is the quicker one, and to wake it costs the other. */
    private static final int TOGETHER = BATCHES / 2;

    private final BlockingQueue<RecordBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<RecordBatch> filled = new ArrayBlockingQueue<>(BATCHES);
    private final Deque<RecordBatch> done = new ArrayDeque<>(BATCHES);
    private final JournalReader reader;
    private final Thread thread = new Thread(this::read, "sluice-read-ahead");
    private long left;
    private RecordBatch given;
    private volatile boolean closed;

    /** Begins to read {@code most} records at most. */
    ReadAhead(final JournalReader reader, final long most) {
        this.reader = reader;
        left = most;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new RecordBatch());
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** The next batch, valid until the next call; one without records or with a fault is the last. */
    RecordBatch next() {
        giveBack();
        given = take(filled);
        return given;
    }

    private void read() {
        boolean more = true;
        while (more && !closed) {
            final RecordBatch batch = take(empty);
            batch.read(reader, left);
            left -= batch.size();
            more = batch.size() > 0 && batch.fault() == null;
            filled.add(batch);
        }
    }

    private void giveBack() {
        if (given != null) {
            done.add(given);
            given = null;
        }
        if (done.size() == TOGETHER) {
            empty.addAll(done);
            done.clear();
        }
    }

    private static RecordBatch take(final BlockingQueue<RecordBatch> queue) {
        try {
            return queue.take();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying", e);
        }
    }

    /** Returns when nobody reads any more. */
    @Override
    public void close() {
        closed = true;
        // One that waits for an empty batch is woken by it: half of them at most are not given back.
        filled.drainTo(empty);
        Threads.join(thread);
    }
}
