package io.sluice.gateway.http;

import io.sluice.gateway.link.EnginePort;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The readers of the journal, each on a thread of its own; only so many at once. Any thread. */
public final class JournalFeeds {
    private final EnginePort engine;
    private final int maxFeeds;
    private final Set<JournalFeed> open = ConcurrentHashMap.newKeySet();
    private boolean stopping;

    /** Feeds from an engine's journal. */
    public JournalFeeds(final EnginePort engine, final int maxFeeds) {
        this.engine = engine;
        this.maxFeeds = maxFeeds;
    }

    EnginePort engine() {
        return engine;
    }

    /** Feeds that are open. */
    public int openFeeds() {
        return open.size();
    }

    /** Records by which the slowest open feed is behind the newest durable one. Any thread. */
    public long lagRecords() {
        // The feeds before the journal's end, so that none is ahead of it.
        final long slowest =
                open.stream().mapToLong(feed -> feed.lag().sequence()).min().orElse(Long.MAX_VALUE);
        return Math.max(0, engine.durableSequence() - slowest);
    }

    /** Core time since the oldest record that an open feed has read and not written yet, the longest of all. Any thread. */
    public long lagMs() {
        return open.stream().mapToLong(feed -> feed.lag().lagMs()).max().orElse(0);
    }

    /** Writes how far each open feed is, the contract's schema Feeds. */
    public void write(final JsonWriter json) {
        // The feeds before the journal's end, so that none is ahead of it.
        final FeedLag[] lags = open.stream().map(JournalFeed::lag).toArray(FeedLag[]::new);
        final long durable = engine.durableSequence();
        json.beginObject().name("durableSequence").value(durable);
        json.name("feeds").beginArray();
        for (final FeedLag lag : lags) {
            lag.write(durable, json);
        }
        json.endArray().endObject();
    }

    /**
     * Opens a feed, if one more may be.
     *
     * @return null when as many are open as may be, or the server is stopping.
     */
    synchronized JournalFeed open(
            final Context eventLoop, final HttpServerResponse response, final FeedRequest request) {
        if (stopping || open.size() >= maxFeeds) {
            return null;
        }
        final JournalFeed feed = new JournalFeed(engine, eventLoop, response, request, open::remove);
        open.add(feed);
        return feed;
    }

    /** Ends every feed after a whole line; none is opened any more. */
    public synchronized void stop() {
        stopping = true;
        open.forEach(JournalFeed::stop);
    }
}
