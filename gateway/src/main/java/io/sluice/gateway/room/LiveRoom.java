package io.sluice.gateway.room;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all event loops share of one room: how many watch it from here, the likes not yet offered, and which offers it has.
 * Any thread.
 */
public final class LiveRoom {
    private final long id;
    private final AtomicInteger viewers = new AtomicInteger();
    private final AtomicInteger operators = new AtomicInteger();
    private final AtomicLong likes = new AtomicLong();
    /** Which item an offer sells. */
    private final Map<Long, Long> offers = new ConcurrentHashMap<>();

    private volatile Buffer snapshot;
    private volatile boolean snapshotAsked;

    /** A room that nobody watches yet. */
    public LiveRoom(final long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    int viewers() {
        return viewers.get();
    }

    /** Those of them who are no operators. */
    int audience() {
        return viewers.get() - operators.get();
    }

    void joined(final boolean isAudience) {
        viewers.incrementAndGet();
        if (!isAudience) {
            operators.incrementAndGet();
        }
    }

    void left(final boolean isAudience) {
        viewers.decrementAndGet();
        if (!isAudience) {
            operators.decrementAndGet();
        }
    }

    void addLikes(final long count) {
        likes.addAndGet(count);
    }

    /** An offer was made; none is ever taken back. */
    void addOffer(final long offer, final long item) {
        offers.put(offer, item);
    }

    boolean hasOffer(final long offer) {
        return offers.containsKey(offer);
    }

    /** The item that an offer of this room sells, 0 when there is no such offer. */
    long itemOf(final long offer) {
        return offers.getOrDefault(offer, 0L);
    }

    /** The newest picture, null before the first; notes that somebody looks at it. */
    Buffer askSnapshot() {
        snapshotAsked = true;
        return snapshot;
    }

    /** Whether somebody looked at the picture since the last call. */
    boolean takeSnapshotAsked() {
        final boolean asked = snapshotAsked;
        snapshotAsked = false;
        return asked;
    }

    /** Sets the newest picture, which nobody changes any more. */
    void snapshot(final Buffer picture) {
        snapshot = picture;
    }

    /** Takes up to {@code most} of the likes that wait. */
    int takeLikes(final int most) {
        final long waiting = likes.get();
        final int taken = (int) Math.min(waiting, most);
        likes.addAndGet(-taken);
        return taken;
    }
}
