package io.sluice.gateway.http;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.gateway.link.EnginePort;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the journal. Its thread reads a chunk of durable records, hands it to the event loop, and reads on once the
 * loop could write it: so a slow reader is waited for and loses nothing. At most one chunk waits in hand while the one before
 * is in the connection's queue.
 */
final class JournalFeed implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final int CHUNK_BYTES = 64 * 1024;
    /** A filter may leave out long stretches; after so many records the feed looks up and beats when it is time. */
    private static final int CHUNK_RECORDS = 16_384;

    private static final int POLL_MS = 25;

    private final EnginePort engine;
    private final Context eventLoop;
    private final HttpServerResponse response;
    private final JournalPosition position;
    private final RecordFilter filter;
    private final String consumer;
    private final long heartbeatNs;
    private final Consumer<JournalFeed> onEnd;
    private final JsonWriter json = new JsonWriter();
    private final RecordJson recordJson = new RecordJson();
    private final RecordKeys keys = new RecordKeys();
    private final Semaphore writable = new Semaphore(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long next;
    private long lastWriteNs;
    /** On the event loop only. */
    private boolean awaitsDrain;

    private volatile long sent;
    private volatile Chunk inHand = new Chunk(0, 0);

    JournalFeed(
            final EnginePort engine,
            final Context eventLoop,
            final HttpServerResponse response,
            final FeedRequest request,
            final Consumer<JournalFeed> onEnd) {
        this.engine = engine;
        this.eventLoop = eventLoop;
        this.response = response;
        this.onEnd = onEnd;
        position = request.position();
        filter = request.filter();
        consumer = request.consumer();
        next = position.from();
        sent = Math.max(0, next - 1);
        heartbeatNs = TimeUnit.SECONDS.toNanos(request.heartbeatSeconds());
    }

    /** Starts the feed's thread. On the event loop, with the answer's head set. */
    void start() {
        response.closeHandler(nothing -> stop());
        response.exceptionHandler(lost -> stop());
        response.drainHandler(nothing -> onDrained());
        final Thread thread = new Thread(this, "journal-feed");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the feed after the line it is at. Any thread. */
    void stop() {
        stopped.countDown();
        writable.release();
    }

    /** How far it is. Any thread. */
    FeedLag lag() {
        final long last = sent;
        final Chunk chunk = inHand;
        final boolean waits = chunk.lastSequence() > last;
        return new FeedLag(consumer, last, waits ? Math.max(0, engine.nowMs() - chunk.firstTimeMs()) : 0);
    }

    @Override
    public void run() {
        boolean isWhole = false;
        try {
            lastWriteNs = System.nanoTime();
            try (JournalReader reader = engine.reader(next)) {
                feed(reader);
            }
            isWhole = position.follow() || next > position.last();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final RuntimeException e) {
            LOG.atError().addKeyValue("sequence", next).setCause(e).log("the journal feed ends at sequence={}", next);
        } finally {
            onEnd.accept(this);
            final boolean endsWell = isWhole;
            eventLoop.runOnContext(nothing -> endResponse(endsWell));
        }
    }

    private void feed(final JournalReader reader) throws InterruptedException {
        boolean goesOn = true;
        while (goesOn && stopped.getCount() > 0) {
            final boolean isAtEnd = fill(reader);
            if (isAtEnd && !position.follow()) {
                goesOn = false;
                if (!filter.passesAll()) {
                    addPosition();
                }
            }
            send();
            if (isAtEnd && position.follow()) {
                goesOn = !stopped.await(POLL_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Gathers durable records up to a chunk; true when it has read the last there is. */
    private boolean fill(final JournalReader reader) {
        final long last = position.follow() ? engine.durableSequence() : position.last();
        json.reset();
        long firstTimeMs = 0;
        int read = 0;
        while (next <= last && read < CHUNK_RECORDS && json.length() < CHUNK_BYTES) {
            final RecordFlyweight record = reader.next();
            if (record == null) {
                // It was durable before the reader was asked: a feed that waited for it would beat for ever.
                throw new JournalFaultException(next, "cannot be found, although it is durable");
            }
            firstTimeMs = read++ == 0 ? record.timeMs() : firstTimeMs;
            // A moment yet to come stands behind records that are still to be written before it.
            if (record.timeMs() >= position.atMs() && filter.passes(record, keys)) {
                recordJson.write(record, json);
                json.endLine();
            }
            next = record.sequence() + 1;
        }
        if (read > 0) {
            // While the chunk before waits to be written, its first record is the oldest.
            final Chunk before = inHand;
            inHand = new Chunk(next - 1, before.lastSequence() > sent ? before.firstTimeMs() : firstTimeMs);
        }
        return next > last;
    }

    /** Hands over what was gathered, or a position when there was nothing for too long. */
    private void send() throws InterruptedException {
        if (json.length() == 0 && System.nanoTime() - lastWriteNs >= heartbeatNs) {
            addPosition();
        }
        if (json.length() > 0) {
            write(json.toBuffer(), next - 1);
        } else if (writable.availablePermits() > 0) {
            // Nothing is on its way: what was left out needs no wait.
            sent = next - 1;
        }
    }

    private void addPosition() {
        recordJson.writePosition(next - 1, json);
        json.endLine();
    }

    private void write(final Buffer chunk, final long lastSequence) throws InterruptedException {
        writable.acquire();
        lastWriteNs = System.nanoTime();
        eventLoop.runOnContext(nothing -> {
            if (response.closed() || response.ended()) {
                stop();
                return;
            }
            response.write(chunk);
            sent = lastSequence;
            awaitsDrain = response.writeQueueFull();
            if (!awaitsDrain) {
                writable.release();
            }
        });
    }

    /** A queue that is full and empty again within one write drains as well; that write was let go on by itself. */
    private void onDrained() {
        if (awaitsDrain) {
            awaitsDrain = false;
            writable.release();
        }
    }

    /** Only a whole answer gets its last chunk: its reader would take a shorter one for the whole journal. */
    private void endResponse(final boolean isWhole) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (isWhole) {
            response.end();
        } else {
            response.reset();
        }
    }

    /**
     * What the feed's thread has read.
     *
     * @param lastSequence  its last record.
     * @param firstTimeMs   time of the oldest record of it that waited to be written when it was read.
     */
    private record Chunk(long lastSequence, long firstTimeMs) {}
}
