package io.sluice.gateway.http;

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
 * loop could write it: so a slow reader is waited for and loses nothing, and never more than one chunk waits for it.
 */
final class JournalFeed implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int POLL_MS = 25;
    private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(15);
    private static final byte[] EMPTY_LINE = {'\n'};

    private final EnginePort engine;
    private final Context eventLoop;
    private final HttpServerResponse response;
    private final JournalPosition position;
    private final Consumer<JournalFeed> onEnd;
    private final JsonWriter json = new JsonWriter();
    private final RecordJson recordJson = new RecordJson();
    private final Semaphore writable = new Semaphore(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long next;
    private long lastWriteNs;

    JournalFeed(
            final EnginePort engine,
            final Context eventLoop,
            final HttpServerResponse response,
            final JournalPosition position,
            final Consumer<JournalFeed> onEnd) {
        this.engine = engine;
        this.eventLoop = eventLoop;
        this.response = response;
        this.position = position;
        this.onEnd = onEnd;
    }

    /** Starts the feed's thread. On the event loop, with the answer's head set. */
    void start() {
        response.closeHandler(nothing -> stop());
        response.exceptionHandler(lost -> stop());
        response.drainHandler(nothing -> writable.release());
        final Thread thread = new Thread(this, "journal-feed");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the feed after the line it is at. Any thread. */
    void stop() {
        stopped.countDown();
        writable.release();
    }

    @Override
    public void run() {
        boolean isWhole = false;
        try {
            next = position.from() > 0 ? position.from() : engine.sequenceAtOrAfter(position.atMs());
            lastWriteNs = System.nanoTime();
            try (JournalReader reader = engine.reader(next)) {
                feed(reader);
            }
            isWhole = position.follow() || next > position.last();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final RuntimeException e) {
            LOG.error("the journal feed ends at sequence={}", next, e);
        } finally {
            onEnd.accept(this);
            final boolean endsWell = isWhole;
            eventLoop.runOnContext(nothing -> endResponse(endsWell));
        }
    }

    private void feed(final JournalReader reader) throws InterruptedException {
        boolean goesOn = true;
        while (goesOn && stopped.getCount() > 0) {
            if (fill(reader)) {
                write(json.toBuffer());
            } else if (!position.follow()) {
                goesOn = false;
            } else {
                beat();
                goesOn = !stopped.await(POLL_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Gathers durable records up to a chunk; false when there is none. */
    private boolean fill(final JournalReader reader) {
        final long last = position.follow() ? engine.durableSequence() : position.last();
        json.reset();
        while (next <= last && json.length() < CHUNK_BYTES) {
            final RecordFlyweight record = reader.next();
            if (record == null) {
                break;
            }
            // A moment yet to come stands behind records that are still to be written before it.
            if (record.timeMs() >= position.atMs()) {
                recordJson.write(record, json);
                json.endLine();
            }
            next = record.sequence() + 1;
        }
        return json.length() > 0;
    }

    private void beat() throws InterruptedException {
        if (System.nanoTime() - lastWriteNs >= HEARTBEAT_NS) {
            write(Buffer.buffer(EMPTY_LINE));
        }
    }

    private void write(final Buffer chunk) throws InterruptedException {
        writable.acquire();
        lastWriteNs = System.nanoTime();
        eventLoop.runOnContext(nothing -> {
            if (response.closed() || response.ended()) {
                stop();
                return;
            }
            response.write(chunk);
            if (!response.writeQueueFull()) {
                writable.release();
            }
        });
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
}
